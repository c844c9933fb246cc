/// Kernels over the Vector API, for `slope.core` to find at run time.
///
/// Nothing is exported: put this module beside core and every training and prediction uses it.
@org.jspecify.annotations.NullMarked
module slope.vector {
    requires jdk.incubator.vector;
    requires slope.core;
    requires static org.jspecify;

    provides slope.kernel.KernelsProvider with
            slope.vector.VectorKernelsProvider;
}
