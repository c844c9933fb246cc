package slope.target;

/// From a network's logits to probabilities, in double: a few numbers a row, so precision costs
/// nothing here. `StrictMath`, because the bits of `Math.exp` may differ between machines.
final class OutputFunctions {
    private OutputFunctions() {}

    /// The probabilities of both classes from the second one's logit.
    ///
    /// @param logits one for each row
    /// @return rows × 2
    static double[] sigmoidPairs(float[] logits) {
        double[] probabilities = new double[2 * logits.length];
        for (int row = 0; row < logits.length; row++) {
            // Both through their own exponential: 1 − p would lose the digits of a small
            // probability.
            probabilities[2 * row] = 1 / (1 + StrictMath.exp(logits[row]));
            probabilities[2 * row + 1] = 1 / (1 + StrictMath.exp(-logits[row]));
        }
        return probabilities;
    }

    /// The probability of each label from its logit.
    static double[] sigmoids(float[] logits) {
        double[] probabilities = new double[logits.length];
        for (int index = 0; index < logits.length; index++) {
            probabilities[index] = 1 / (1 + StrictMath.exp(-logits[index]));
        }
        return probabilities;
    }

    /// e^(z_j − max) / Σ e^(z_k − max) for each row; taking the largest away first keeps the
    /// exponentials finite.
    ///
    /// @param logits rows × classes
    /// @return rows × classes
    static double[] softmaxRows(float[] logits, int classes) {
        double[] probabilities = new double[logits.length];
        for (int start = 0; start < logits.length; start += classes) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int index = 0; index < classes; index++) {
                largest = Math.max(largest, logits[start + index]);
            }
            double sum = 0;
            for (int index = 0; index < classes; index++) {
                probabilities[start + index] = StrictMath.exp(logits[start + index] - largest);
                sum += probabilities[start + index];
            }
            for (int index = 0; index < classes; index++) {
                probabilities[start + index] /= sum;
            }
        }
        return probabilities;
    }
}
