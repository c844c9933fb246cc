/// Slope's library: tables in, trained networks out, and every number on the way open to
/// inspection.
///
/// It depends on nothing but JSpecify's nullness annotations, prints nothing, starts no thread that
/// it does not end, and needs no native code. Start with `slope.training.Trainer` for data,
/// `slope.reference.Trace` for insight.
@org.jspecify.annotations.NullMarked
module slope.core {
    requires static transitive org.jspecify;

    exports slope.checkpoint;
    exports slope.data;
    exports slope.evaluation;
    exports slope.file;
    exports slope.function;
    exports slope.kernel;
    exports slope.model;
    exports slope.network;
    exports slope.random;
    exports slope.reference;
    exports slope.training;

    uses slope.kernel.KernelsProvider;
}
