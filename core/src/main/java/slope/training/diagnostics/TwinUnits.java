package slope.training.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Units of a dense layer that are nearly copies of each other: they do the work of one.
///
/// Two units are *twins* if the weights that lead to them, with their biases, are nearer to each
/// other than a hundredth of the longer one's length: ‖a − b‖ ≤ 0.01 · max(‖a‖, ‖b‖). Random
/// weights are some √2 lengths apart. Units that start as exact copies, also in the weights that
/// lead from them, get the same gradients and stay copies for ever.
public final class TwinUnits {
    private static final double NEAR = 0.01;

    private TwinUnits() {}

    /// For each unit the first one before it of which it is a twin, from 0.
    ///
    /// @param weights inputs × units, row-major
    /// @param bias one for each unit; empty without biases
    public static List<OptionalInt> of(float[] weights, float[] bias, int units) {
        double[] lengths = new double[units];
        for (int unit = 0; unit < units; unit++) {
            lengths[unit] = Math.sqrt(squaredDistance(weights, bias, units, unit, -1, Double.POSITIVE_INFINITY));
        }
        List<OptionalInt> twins = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            twins.add(twin(weights, bias, lengths, unit));
        }
        return List.copyOf(twins);
    }

    private static OptionalInt twin(float[] weights, float[] bias, double[] lengths, int unit) {
        for (int other = 0; other < unit; other++) {
            double far = NEAR * Math.max(lengths[unit], lengths[other]);
            boolean mayBe = Math.abs(lengths[unit] - lengths[other]) <= far; // by the triangle inequality
            if (mayBe && squaredDistance(weights, bias, lengths.length, unit, other, far * far) <= far * far) {
                return OptionalInt.of(other);
            }
        }
        return OptionalInt.empty();
    }

    /// The squared distance of two units, or more than `most` as soon as it is larger.
    ///
    /// @param other a unit, or -1 for the origin
    private static double squaredDistance(float[] weights, float[] bias, int units, int unit, int other, double most) {
        double sum = 0;
        for (int row = 0; row < weights.length && sum <= most; row += units) {
            double difference = weights[row + unit] - (other < 0 ? 0 : weights[row + other]);
            sum += difference * difference;
        }
        if (bias.length > 0) {
            double difference = bias[unit] - (other < 0 ? 0 : bias[other]);
            sum += difference * difference;
        }
        return sum;
    }
}
