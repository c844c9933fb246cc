package slope.internal.lesson;

/// A dense layer without biases in [PlainDescent]: its weights and the arrays it works in.
///
/// What belongs to a row stands in columns, one for each input or unit, so that the numbers of four
/// rows are neighbours: every loop over inputs or units takes four rows along, whose sums do not wait
/// for each other. Every sum is added from the first number to the last.
final class PlainDescentLayer {
    private final PlainFunction function;
    private final double[] inputs; // inputWidth × rows; the outputs of the layer before
    private final double[] outputs; // units × rows
    private final double[] delta; // units × rows: first dLoss/da, then dLoss/dz
    private final double[] weights; // inputWidth × units
    private final int rows; // with copies of the last: a multiple of 4
    private final int units;

    PlainDescentLayer(PlainFunction function, double[] inputs, int rows, int units) {
        this.function = function;
        this.inputs = inputs;
        this.rows = rows;
        this.units = units;
        this.weights = new double[inputs.length / rows * units];
        this.outputs = new double[units * rows];
        this.delta = new double[units * rows];
    }

    double[] outputs() {
        return outputs;
    }

    double[] delta() {
        return delta;
    }

    void forward() {
        for (int unit = 0, to = 0; unit < units; unit++) {
            for (int row = 0; row < rows; row += 4, to += 4) {
                double sum0 = 0;
                double sum1 = 0;
                double sum2 = 0;
                double sum3 = 0;
                for (int from = row, at = unit; at < weights.length; from += rows, at += units) {
                    double weight = weights[at];
                    sum0 += inputs[from] * weight;
                    sum1 += inputs[from + 1] * weight;
                    sum2 += inputs[from + 2] * weight;
                    sum3 += inputs[from + 3] * weight;
                }
                outputs[to] = sum0;
                outputs[to + 1] = sum1;
                outputs[to + 2] = sum2;
                outputs[to + 3] = sum3;
            }
        }
        function.apply(outputs);
    }

    /// delta = error · slope.
    void applySlope() {
        function.multiplyByDerivative(outputs, delta);
    }

    /// error of the layer before = delta · Wᵀ.
    void backwardTo(double[] error) {
        for (int start = 0, to = 0; start < weights.length; start += units) {
            for (int row = 0; row < rows; row += 4, to += 4) {
                double sum0 = 0;
                double sum1 = 0;
                double sum2 = 0;
                double sum3 = 0;
                for (int unit = 0, from = row; unit < units; unit++, from += rows) {
                    double weight = weights[start + unit];
                    sum0 += delta[from] * weight;
                    sum1 += delta[from + 1] * weight;
                    sum2 += delta[from + 2] * weight;
                    sum3 += delta[from + 3] * weight;
                }
                error[to] = sum0;
                error[to + 1] = sum1;
                error[to + 2] = sum2;
                error[to + 3] = sum3;
            }
        }
    }

    /// W ← W − rate · inputsᵀ · delta.
    ///
    /// @return what became of the weights
    PlainDescent.Movement descend(double rate) {
        long change = 0;
        boolean finite = true;
        for (int at = 0, column = 0; at < weights.length; column += rows) {
            for (int from = 0; from < delta.length; at++) {
                double gradient = 0;
                for (int row = 0; row < rows; row += 4, from += 4) {
                    gradient += inputs[column + row] * delta[from];
                    gradient += inputs[column + row + 1] * delta[from + 1];
                    gradient += inputs[column + row + 2] * delta[from + 2];
                    gradient += inputs[column + row + 3] * delta[from + 3];
                }
                double before = weights[at];
                double after = before - gradient * rate;
                weights[at] = after;
                change |= Double.doubleToRawLongBits(before) ^ Double.doubleToRawLongBits(after);
                finite &= Double.isFinite(after);
            }
        }
        if (!finite) {
            return PlainDescent.Movement.DIVERGED;
        }
        return change == 0 ? PlainDescent.Movement.AT_REST : PlainDescent.Movement.MOVED;
    }

    /// Appends the weights.
    ///
    /// @return where the next layer's go
    int copyWeights(double[] parameters, int offset) {
        System.arraycopy(weights, 0, parameters, offset, weights.length);
        return offset + weights.length;
    }

    /// Takes the weights over.
    ///
    /// @return where the next layer's stand
    int setWeights(double[] parameters, int offset) {
        System.arraycopy(parameters, offset, weights, 0, weights.length);
        return offset + weights.length;
    }
}
