/// The array arithmetic under the float engine: products, elementwise operations, losses, optimizers'
/// steps, and nothing else.
///
/// Start with [slope.kernel.Kernels], which has one of each of the four interfaces. Their default methods
/// are the plain loops that define what right means, to the bit. Kernels know arrays, offsets and
/// lengths; they know no layers, no losses and no optimizer settings. Functions of one number, such as
/// e^z, stand in `slope.internal.function`. An [slope.kernel.Engine] says which kernels and how many threads,
/// and starts the [slope.kernel.Team] that shares work among them.
@NullMarked
package slope.kernel;

import org.jspecify.annotations.NullMarked;
