package slope.reference;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.BinaryCrossEntropy;
import slope.loss.CustomLoss;
import slope.loss.HalfSquaredError;
import slope.loss.HuberLoss;
import slope.loss.Loss;
import slope.loss.Losses;
import slope.loss.MeanAbsoluteError;
import slope.loss.MeanSquaredError;
import slope.loss.MultiClassCrossEntropy;
import slope.loss.PoissonLoss;
import slope.loss.QuantileLoss;
import slope.loss.TweedieLoss;

/// A random network with rows and targets, drawn so that no sum lies near a kink of its activation.
///
/// ReLU, leaky ReLU, ELU and SELU bend at 0, and a central difference across the bend measures no
/// slope. Rows do not touch each other on the way forward, so each row is drawn alone and kept only
/// if every sum that enters such an activation is at least [#MARGIN] away from 0, eighty times the
/// longest nudge and further than it can move a sum through the few weights of these networks. Targets keep the same
/// distance from where their loss bends. If a network lets no row through (a dead ReLU sends exact
/// zeros on), the next one is drawn.
record SmoothCase(ReferenceNetwork network, Matrix inputs, Matrix targets, Loss loss) {
    private static final double MARGIN = 0.02;
    private static final int NETWORKS = 1000;
    private static final int ROW_DRAWS = 200;

    static SmoothCase draw(Architecture architecture, int rows, Loss loss, long seed) {
        for (int attempt = 0; attempt < NETWORKS; attempt++) {
            RandomGenerator random = SplitRandom.of(seed, attempt);
            ReferenceNetwork network = network(architecture, random);
            Optional<Matrix> inputs = inputs(network, rows, random);
            if (inputs.isPresent()) {
                Matrix targets = targets(loss, network.predict(inputs.get()), random);
                return new SmoothCase(network, inputs.get(), targets, loss);
            }
        }
        throw new IllegalStateException("every network drawn has a sum at a kink: " + architecture);
    }

    private static ReferenceNetwork network(Architecture architecture, RandomGenerator random) {
        double[] parameters =
                random.doubles(architecture.parameterLayout().length(), -1, 1).toArray();
        return ReferenceNetwork.of(architecture, parameters);
    }

    private static Optional<Matrix> inputs(ReferenceNetwork network, int rows, RandomGenerator random) {
        double[][] kept = new double[rows][];
        int count = 0;
        for (int draw = 0; draw < ROW_DRAWS && count < rows; draw++) {
            double[] row = FeatureRows.draw(network.architecture(), random);
            if (FeatureRows.isFarFromEdges(network.architecture(), row, MARGIN) && isSmooth(network, row)) {
                kept[count++] = row;
            }
        }
        return count == rows ? Optional.of(Matrix.of(kept)) : Optional.empty();
    }

    private static boolean isSmooth(ReferenceNetwork network, double[] row) {
        if (network.architecture().members() > 1) {
            return true; // a row has no outputs without those of the other members, drawn without bends
        }
        ForwardPass pass = ForwardPass.of(network, Matrix.of(1, row.length, row));
        for (int index = 0; index < pass.layers().size(); index++) {
            Activation activation = network.architecture().layers().get(index).activation();
            if (bends(activation)) {
                for (double sum : pass.layers().get(index).preActivations().toArray()) {
                    if (Math.abs(sum) < MARGIN) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean bends(Activation activation) {
        return switch (activation) {
            case Activation.Relu _, Activation.LeakyRelu _, Activation.Elu _, Activation.Selu _ -> true;
            case Activation.Sigmoid _,
                    Activation.Tanh _,
                    Activation.Identity _,
                    Activation.Softmax _,
                    Activation.Gelu _,
                    Activation.GeluTanh _,
                    Activation.Silu _,
                    Activation.Mish _ -> false;
        };
    }

    private static Matrix targets(Loss loss, Matrix outputs, RandomGenerator random) {
        int width = loss.targetsFor(outputs.columns());
        double[] values = new double[outputs.rows() * width];
        for (int index = 0; index < values.length; index++) {
            double[] row = outputs.toRows()[index / width];
            double[] own = width == row.length ? new double[] {row[index % width]} : row;
            do {
                values[index] = Losses.target(loss, row.length, random);
            } while (!isFarFromBends(loss, own, values[index]));
        }
        return Matrix.of(outputs.rows(), width, values);
    }

    /// Losses of absolute errors bend where the target is the output, and Huber's at ±δ from it.
    private static boolean isFarFromBends(Loss loss, double[] outputs, double target) {
        return switch (loss) {
            case MeanAbsoluteError _, QuantileLoss _ -> isFar(outputs, target);
            case HuberLoss(double delta) -> isFar(outputs, target - delta) && isFar(outputs, target + delta);
            case HalfSquaredError _,
                    MeanSquaredError _,
                    BinaryCrossEntropy _,
                    MultiClassCrossEntropy _,
                    CustomLoss _,
                    PoissonLoss _,
                    TweedieLoss _ -> true;
        };
    }

    private static boolean isFar(double[] outputs, double bend) {
        return Arrays.stream(outputs).allMatch(output -> Math.abs(output - bend) >= MARGIN);
    }
}
