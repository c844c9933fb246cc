package slope.bench;

import slope.loss.BinaryCrossEntropy;
import slope.loss.HalfSquaredError;
import slope.loss.Loss;
import slope.loss.MeanSquaredError;
import slope.loss.MultiClassCrossEntropy;
import slope.network.Network;
import slope.training.Examples;

/// The mean loss over all rows, in double precision from the network's outputs.
final class WholeLoss {
    /// Rows predicted in one go.
    private static final int BLOCK = 10_000;

    private WholeLoss() {}

    static double of(Network network, Examples examples, Loss loss) {
        int width = network.architecture().outputs();
        double sum = 0;
        for (int first = 0; first < examples.rows(); first += BLOCK) {
            int rows = Math.min(BLOCK, examples.rows() - first);
            float[] inputs = new float[rows * examples.inputWidth()];
            for (int row = 0; row < rows; row++) {
                examples.copyInputs(first + row, inputs, row * examples.inputWidth());
            }
            float[] outputs = network.predict(inputs);
            for (int row = 0; row < rows; row++) {
                sum += lossOf(examples, first + row, outputs, row * width, width, loss);
            }
        }
        return sum / examples.rows();
    }

    private static double lossOf(Examples examples, int row, float[] outputs, int at, int width, Loss loss) {
        return switch (loss) {
            case MultiClassCrossEntropy _ -> {
                double largest = Double.NEGATIVE_INFINITY;
                for (int output = 0; output < width; output++) {
                    largest = Math.max(largest, outputs[at + output]);
                }
                double total = 0;
                for (int output = 0; output < width; output++) {
                    total += Math.exp(outputs[at + output] - largest);
                }
                yield Math.log(total) + largest - outputs[at + (int) examples.target(row, 0)];
            }
            case BinaryCrossEntropy _ -> {
                double logit = outputs[at];
                yield Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - examples.target(row, 0) * logit;
            }
            case MeanSquaredError _, HalfSquaredError _ -> {
                double squares = 0;
                for (int output = 0; output < width; output++) {
                    double error = outputs[at + output] - examples.target(row, output);
                    squares += error * error;
                }
                yield squares / width;
            }
            default -> throw new IllegalArgumentException("no workload has the " + loss.title());
        };
    }
}
