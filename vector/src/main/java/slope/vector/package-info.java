/// The operations of [slope.kernel.Kernels] over the JDK's Vector API, the only code that imports
/// it.
///
/// Start with `VectorKernels`. Each operation gives the bits of its twin in
/// [slope.kernel.ScalarKernels] and differs from it only in how many numbers take a step together:
/// as many as the hardware's widest vectors hold.
@NullMarked
package slope.vector;

import org.jspecify.annotations.NullMarked;
