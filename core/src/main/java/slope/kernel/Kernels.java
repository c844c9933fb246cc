package slope.kernel;

/// The array operations the float engine is made of: four small interfaces, and one of each here.
///
///     kernels.products().multiply(inputs, weights, outputs);
///     kernels.steps().sgd(parameters, gradient, 0, parameters.length, 0.1f);
///
/// **Arrays.** All are `float[]`, and the caller says which part: an offset and sizes, or a
/// [MatrixView]. Matrices are row-major without gaps unless a view says otherwise. A single `offset`
/// stands for every array of the same shape. Results may not overlap what is read, unless an
/// operation says so. Sizes of zero are fine; sizes that do not fit throw
/// [IndexOutOfBoundsException] or [IllegalArgumentException].
///
/// **Same bits.** Each operation is defined by its plain loop: the default method of its interface, for
/// the matrix product [ScalarProducts]. Every implementation makes each output of the same operations
/// on single numbers in the same order, so all give the same bits. Outputs do not depend on each
/// other: a part of the rows or columns computed alone has the same bits. That is where a [Team]
/// splits work among threads. Functions such as e^z are those of `slope.internal.function`, which have one
/// fixed row of operations each.
///
/// **Folded sums.** A sum along a row or over all losses has one shape, whatever the width of the
/// hardware: number i goes to lane i mod 16, each lane adds its numbers one after the other from 0,
/// in double precision; then the upper half of the lanes is added to the lower half, four times: 16
/// lanes become 8, 4, 2 and 1.
///
/// **Owners.** Implementations may hold scratch memory that grows to the largest sizes seen and
/// then stays, so that a training step allocates nothing. Kernels belong to one thread; a [Team] has
/// some for each of its threads.
///
/// @param products of matrices, and sums
/// @param elementwise number by number
/// @param losses with their gradients, and softmax
/// @param steps of optimizers
public record Kernels(Products products, Elementwise elementwise, LossKernels losses, OptimizerSteps steps) {

    /// New kernels in plain Java, the same on every machine: the plain loops themselves.
    public static Kernels scalar() {
        return new Kernels(new ScalarProducts(), new Elementwise() {}, new LossKernels() {}, new OptimizerSteps() {});
    }
}
