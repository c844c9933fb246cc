/// The operations of [slope.kernel.Kernels] over the JDK's Vector API, the only code that imports
/// it.
///
/// Start with `VectorSteps`, then `VectorProducts`. Each operation gives the bits of the plain loop that
/// its interface defines, and differs from it only in how many numbers take a step together: as many as
/// the hardware's widest vectors hold.
@NullMarked
package slope.vector;

import org.jspecify.annotations.NullMarked;
