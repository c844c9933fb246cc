package slope.kernel;

/// The array operations the float engine is made of.
///
/// **Arrays.** All are `float[]`, and the caller says which part: an offset and sizes, or a
/// [MatrixView]. Matrices are row-major without gaps unless a view says otherwise. A single `offset`
/// stands for every array of the same shape. Results may not overlap what is read, unless an
/// operation says so. Sizes of zero are fine; sizes that do not fit throw
/// [IndexOutOfBoundsException] or [IllegalArgumentException].
///
/// **Same bits.** Each operation names the operations on single numbers that make up each output,
/// and their order; every implementation keeps to them, so all give the same bits as
/// [ScalarKernels], which is written to be read as the definition. Outputs do not depend on each
/// other: a part of the rows or columns computed alone has the same bits. That is where a [Team]
/// splits work among threads. Functions such as e^z are those of [slope.internal.function], which have one
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
public interface Kernels {

    /// New kernels in plain Java, the same on every machine.
    static Kernels scalar() {
        return new ScalarKernels();
    }

    // Matrix products: each number of the result is one chain of fused multiply-adds over the inner
    // dimension in ascending order: c ← fma(left, right, c). A transposed matrix is a view like any
    // other, see MatrixView.

    /// result = left · right: each chain starts at 0.
    ///
    /// @param left rows × inner
    /// @param right inner × columns
    /// @param result rows × columns
    void multiply(MatrixView left, MatrixView right, MatrixView result);

    /// result = start + left · right: each chain starts at its number of `start`.
    ///
    /// @param left rows × inner
    /// @param right inner × columns
    /// @param start rows × columns; a view with row step 0 starts every row at the same numbers, such
    ///     as a bias. It may be the result, which the product is then added to
    /// @param result rows × columns
    void multiply(MatrixView left, MatrixView right, MatrixView start, MatrixView result);

    /// Adds the rows up: each column is one chain of additions from 0, first row first.
    ///
    /// @param values rows × columns, column step 1
    /// @param result columns
    void sumColumns(MatrixView values, float[] result, int resultOffset);

    /// The sum of all values, folded.
    double sum(float[] values, int offset, int length);

    // Activations.

    /// outputs = function(sums); both may be the same array.
    ///
    /// @param parameter the function's own number, see [ElementwiseFunction]
    void apply(ElementwiseFunction function, float parameter, float[] sums, float[] outputs, int offset, int length);

    /// gradient ← gradient · function′.
    ///
    /// @param taken what the slope is taken of: the function's outputs or its sums, as
    ///     [ElementwiseFunction#derivativeOf] says
    void multiplyByDerivative(
            ElementwiseFunction function, float parameter, float[] taken, float[] gradient, int offset, int length);

    /// Turns each row z into e^(z_j − m) / s, where m is the row's largest and s the folded sum of
    /// the numerators, rounded to float.
    ///
    /// @param values rows × columns, overwritten
    void softmax(float[] values, int offset, int rows, int columns);

    /// gradient_j ← outputs_j · (gradient_j − Σ_k outputs_k · gradient_k), row by row: softmax's
    /// whole Jacobian. The sum is folded and rounded to float.
    ///
    /// @param outputs rows × columns, what softmax gave
    /// @param gradient rows × columns, by the outputs before and by the sums afterwards
    void softmaxBackward(float[] outputs, float[] gradient, int offset, int rows, int columns);

    // Factors: along a row, each number has one of its own, such as a layer's α.

    /// results = values · factors.
    void multiplyEach(
            float[] values,
            int valuesOffset,
            float[] factors,
            int factorsOffset,
            float[] results,
            int resultsOffset,
            int length);

    /// sums ← sums + left · right, fused.
    void addProducts(
            float[] left, int leftOffset, float[] right, int rightOffset, float[] sums, int sumsOffset, int length);

    /// Moves z towards f(z), for some columns of some rows: results = z + α · (f(z) − z), fused.
    ///
    /// @param values z
    /// @param functions f(z), from `offset` on like the results, which may be the same array
    /// @param factors α, one for each column
    /// @param stride from each row to the next in all arrays but the factors
    void blend(
            float[] values,
            int valuesOffset,
            float[] functions,
            float[] results,
            int offset,
            float[] factors,
            int factorsOffset,
            int rows,
            int columns,
            int stride);

    /// sums ← sums + g · (f(z) − z), the product fused, one row after the other: what α's gradient is
    /// made of.
    ///
    /// @param gradient g, by the outputs of [#blend], from `offset` on like the functions
    /// @param functions f(z)
    /// @param values z
    /// @param sums one for each column
    /// @param stride from each row to the next in all arrays but the sums
    void addBlendProducts(
            float[] gradient,
            float[] functions,
            int offset,
            float[] values,
            int valuesOffset,
            float[] sums,
            int sumsOffset,
            int rows,
            int columns,
            int stride);

    /// results = factor · values + summand, fused.
    void scaleAndShift(
            float[] values,
            int valuesOffset,
            float factor,
            float summand,
            float[] results,
            int resultsOffset,
            int length);

    /// The sum of left · right, folded; products of two floats are exact in a double.
    double sumOfProducts(float[] left, int leftOffset, float[] right, int rightOffset, int length);

    /// Each number of some columns of some rows becomes 0 or `scale` times itself, as [DropoutMask] has
    /// it for its place.
    ///
    /// @param values may be the results
    /// @param offset of both arrays, and the first number's place
    /// @param stride from each row to the next
    void drop(float[] values, float[] results, int offset, int rows, int columns, int stride, DropoutMask mask);

    // Losses: one number for each target, and the gradient by the outputs in the same pass.

    /// e = output − target; losses = e², gradient = e · scale.
    ///
    /// @param scale what the gradient of ½e² is multiplied by
    void squaredErrors(
            float[] outputs, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale);

    /// losses = ln(1 + e^z) − y·z, gradient = (sigmoid(z) − y) · scale: the cross-entropy of a
    /// sigmoid, from its logit, without ever forming ln 0.
    ///
    /// @param logits z
    /// @param targets y, 0 or 1
    void sigmoidCrossEntropy(
            float[] logits, float[] targets, float[] gradient, float[] losses, int offset, int length, float scale);

    /// losses = ln Σ_k e^(z_k) − z_y, gradient_j = (softmax(z)_j − 1 if j = y) · scale, row by row.
    ///
    /// With m the row's largest logit, e_j = e^(z_j − m) and s the folded sum of all e_j, the loss
    /// is (m − z_y) + ln(1 + (s − 1)); the gradient of the target's logit is (e_y − s) / s · scale,
    /// of the others e_j / s · scale. s − 1 and (e_y − s) / s are taken in double and then rounded,
    /// s is rounded before it divides the others.
    ///
    /// @param logits all rows × columns, z
    /// @param targets all rows, the number of each row's class y, from 0
    /// @param gradient all rows × columns
    /// @param losses all rows
    /// @param firstRow the first row to look at, in all four arrays
    /// @param rows how many rows to look at
    void softmaxCrossEntropy(
            float[] logits,
            float[] targets,
            float[] gradient,
            float[] losses,
            int firstRow,
            int rows,
            int columns,
            float scale);

    // Steps: each changes parameters θ along a gradient g, and its memory, in one pass.

    /// θ ← θ − rate·g.
    void descend(float[] parameters, float[] gradient, int offset, int length, float rate);

    /// v ← momentum·v + g; θ ← θ − rate·v.
    ///
    /// @param velocity v
    void descendWithMomentum(
            float[] parameters, float[] gradient, float[] velocity, int offset, int length, float rate, float momentum);

    /// v ← momentum·v + g; θ ← θ − rate·(g + momentum·v).
    ///
    /// @param velocity v
    void descendWithNesterov(
            float[] parameters, float[] gradient, float[] velocity, int offset, int length, float rate, float momentum);

    /// m ← m + meanShare·(g − m); v ← v + squareShare·(g² − v);
    /// θ ← θ − decay·θ − rate·m / (rootScale·√v + epsilon).
    ///
    /// The shares are 1 − β: written this way a float holds a share such as 0.001 to seven digits,
    /// which β = 0.999 would lose.
    ///
    /// @param mean m
    /// @param square v
    /// @param rate the learning rate with the mean's correction, r / (1 − β1^t)
    /// @param rootScale the square's correction under the root, 1 / √(1 − β2^t)
    /// @param decay what is taken off each parameter besides, as a share of it
    void descendWithAdam(
            float[] parameters,
            float[] gradient,
            float[] mean,
            float[] square,
            int offset,
            int length,
            float rate,
            float meanShare,
            float squareShare,
            float rootScale,
            float epsilon,
            float decay);
}
