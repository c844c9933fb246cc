package slope.training;

import java.util.random.RandomGenerator;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.network.Network;

/// Small things to learn.
public final class Problems {
    private Problems() {}

    /// The notebook's second lesson: the target is 1 where the first two inputs differ; the third is
    /// always 1.
    public static Examples exclusiveOr() {
        float[] inputs = {0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1};
        float[] targets = {0, 1, 1, 0};
        return Examples.of(inputs, 3, targets, 1);
    }

    /// A network that can learn it, with random weights.
    public static Network exclusiveOrStart(Activation hidden, Activation last) {
        return Network.start(Architecture.inputs(3).dense(8, hidden).dense(1, last), Initializer.GLOROT, 3);
    }

    /// Points around three centres, the number of the centre as target.
    public static Examples threeClouds(int rows, long seed) {
        RandomGenerator random = SplitRandom.of(seed);
        float[] inputs = new float[2 * rows];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            int cloud = random.nextInt(3);
            targets[row] = cloud;
            inputs[2 * row] = (float) (2 * Math.cos(2 * Math.PI * cloud / 3) + 0.5 * random.nextGaussian());
            inputs[2 * row + 1] = (float) (2 * Math.sin(2 * Math.PI * cloud / 3) + 0.5 * random.nextGaussian());
        }
        return Examples.of(inputs, 2, targets, 1);
    }

    public static Network threeCloudsStart(long seed) {
        return Network.start(
                Architecture.inputs(2).dense(10, Activation.RELU).dense(3, Activation.IDENTITY), Initializer.HE, seed);
    }

    /// y = x1·x2 with noise, on the square from −1 to 1.
    public static Examples noisyProduct(int rows, double noise, long seed) {
        RandomGenerator random = SplitRandom.of(seed);
        float[] inputs = new float[2 * rows];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            inputs[2 * row] = (float) random.nextDouble(-1, 1);
            inputs[2 * row + 1] = (float) random.nextDouble(-1, 1);
            targets[row] = (float) (inputs[2 * row] * inputs[2 * row + 1] + noise * random.nextGaussian());
        }
        return Examples.of(inputs, 2, targets, 1);
    }

    public static Network noisyProductStart() {
        return Network.start(
                Architecture.inputs(2).dense(32, Activation.TANH).dense(1, Activation.IDENTITY), Initializer.GLOROT, 1);
    }
}
