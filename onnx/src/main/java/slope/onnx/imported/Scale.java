package slope.onnx.imported;

/// A factor and then a summand for each number of a row. It never changes.
final class Scale {
    private final float[] factors;
    private final float[] summands; // as many

    /// Takes both over.
    Scale(float[] factors, float[] summands) {
        this.factors = factors;
        this.summands = summands;
    }

    /// This one first, then another.
    Scale then(Scale next) {
        float[] both = new float[factors.length];
        float[] sums = new float[factors.length];
        for (int index = 0; index < both.length; index++) {
            both[index] = factors[index] * next.factors[index];
            sums[index] = summands[index] * next.factors[index] + next.summands[index];
        }
        return new Scale(both, sums);
    }

    /// The matrix that does to rows what the factors and then the matrix do.
    ///
    /// @param matrix inputs × outputs
    float[] factorsInto(float[] matrix) {
        int outputs = matrix.length / factors.length;
        float[] scaled = new float[matrix.length];
        for (int index = 0; index < scaled.length; index++) {
            scaled[index] = factors[index / outputs] * matrix[index];
        }
        return scaled;
    }

    /// What the matrix makes of the summands: a bias.
    ///
    /// @param matrix inputs × outputs
    float[] summandsBehind(float[] matrix) {
        double[] sums = new double[matrix.length / factors.length];
        for (int index = 0; index < matrix.length; index++) {
            sums[index % sums.length] += (double) summands[index / sums.length] * matrix[index];
        }
        float[] rounded = new float[sums.length];
        for (int output = 0; output < sums.length; output++) {
            rounded[output] = (float) sums[output];
        }
        return rounded;
    }
}
