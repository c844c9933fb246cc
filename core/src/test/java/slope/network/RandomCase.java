package slope.network;

import java.util.random.RandomGenerator;
import slope.internal.random.SplitRandom;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.loss.Loss;
import slope.loss.Losses;
import slope.reference.Matrix;

/// A network of floats with random weights and biases, random rows and targets that suit a loss.
public final class RandomCase {
    private final Network network;
    private final Loss loss;
    private final int rows;
    private final float[] inputs; // rows × inputs
    private final float[] targets; // rows × what the loss wants

    private RandomCase(Network network, Loss loss, int rows, float[] inputs, float[] targets) {
        this.network = network;
        this.loss = loss;
        this.rows = rows;
        this.inputs = inputs;
        this.targets = targets;
    }

    /// Inputs and biases with deviation 1, weights with deviation 1/√inputs, so that sums stay of
    /// size 1 in any depth.
    public static RandomCase draw(Architecture architecture, Loss loss, int rows, long seed) {
        RandomGenerator random = SplitRandom.of(seed);
        ParameterLayout layout = architecture.parameterLayout();
        float[] parameters = new float[layout.length()];
        for (ParameterLayout.Block block : layout.blocks()) {
            for (int i = block.offset(); i < block.offset() + block.length(); i++) {
                parameters[i] = (float) (random.nextGaussian() / Math.sqrt(block.rows()));
            }
        }
        float[] inputs = new float[rows * architecture.inputs()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        float[] targets = new float[rows * loss.targetsFor(architecture.outputs())];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) Losses.target(loss, architecture.outputs(), random);
        }
        Network network = Network.of(architecture, Parameters.of(layout, parameters));
        return new RandomCase(network, loss, rows, inputs, targets);
    }

    public Network network() {
        return network;
    }

    public Loss loss() {
        return loss;
    }

    public int rows() {
        return rows;
    }

    public float[] inputs() {
        return inputs;
    }

    public float[] targets() {
        return targets;
    }

    public Matrix inputMatrix() {
        return matrix(inputs, rows);
    }

    public Matrix targetMatrix() {
        return matrix(targets, rows);
    }

    private static Matrix matrix(float[] values, int rows) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return Matrix.of(rows, values.length / rows, doubles);
    }
}
