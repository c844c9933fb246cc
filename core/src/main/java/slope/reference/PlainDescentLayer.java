package slope.reference;

/// A dense layer without biases in [PlainDescent]: its weights and the arrays it works in.
///
/// Every sum is added in the order in which [Matrix#times] adds it.
final class PlainDescentLayer {
    private final PlainFunction function;
    private final double[] inputs; // rows × inputWidth; the outputs of the layer before
    private final double[] outputs; // rows × units
    private final double[] delta; // rows × units: first dLoss/da, then dLoss/dz
    private final double[] weights; // inputWidth × units
    private final int rows;
    private final int inputWidth;
    private final int units;

    PlainDescentLayer(PlainFunction function, double[] inputs, int rows, Matrix weights) {
        this.function = function;
        this.inputs = inputs;
        this.rows = rows;
        this.inputWidth = weights.rows();
        this.units = weights.columns();
        this.weights = weights.toArray();
        this.outputs = new double[rows * units];
        this.delta = new double[rows * units];
    }

    double[] outputs() {
        return outputs;
    }

    double[] delta() {
        return delta;
    }

    void forward() {
        int length = weights.length;
        for (int row = 0, at = 0; row < rows; row++) {
            int start = row * inputWidth;
            for (int unit = 0; unit < units; unit++, at++) {
                double sum = 0;
                for (int weight = unit, input = start; weight < length; weight += units, input++) {
                    sum += inputs[input] * weights[weight];
                }
                outputs[at] = sum;
            }
        }
        function.apply(outputs);
    }

    /// delta = error · slope.
    void applySlope() {
        function.multiplyBySlope(outputs, delta);
    }

    /// error of the layer before = delta · Wᵀ.
    void backwardTo(double[] error) {
        for (int row = 0, at = 0; row < rows; row++) {
            int start = row * units;
            int end = start + units;
            for (int input = 0, weight = 0; input < inputWidth; input++, at++) {
                double sum = 0;
                for (int unit = start; unit < end; unit++, weight++) {
                    sum += delta[unit] * weights[weight];
                }
                error[at] = sum;
            }
        }
    }

    /// W ← W − rate · inputsᵀ · delta.
    ///
    /// @return what became of the weights
    PlainDescent.Movement descend(double rate) {
        int length = delta.length;
        long change = 0;
        boolean finite = true;
        for (int input = 0, weight = 0; input < inputWidth; input++) {
            for (int unit = 0; unit < units; unit++, weight++) {
                double gradient = 0;
                for (int at = unit, from = input; at < length; at += units, from += inputWidth) {
                    gradient += inputs[from] * delta[at];
                }
                double before = weights[weight];
                double after = before - gradient * rate;
                weights[weight] = after;
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

    void set(Matrix others) {
        System.arraycopy(others.toArray(), 0, weights, 0, weights.length);
    }
}
