package slope.layer;

import java.util.Iterator;
import java.util.Optional;
import java.util.random.RandomGenerator;
import slope.internal.random.MersenneTwister;
import slope.internal.random.SplitRandom;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// How the weights and biases of dense layers start. Biases start at zero unless a constant says
/// otherwise; the parameters of other layers start as each [Parameter] says, whatever the constant.
///
/// Weights are drawn layer by layer, each matrix row by row (inputs × outputs).
public enum Initializer {
    /// NumPy's `random(inputs, outputs) · sqrt(2 / inputs)` after `seed(n)`: the notebook's start,
    /// in [0, sqrt(2/inputs)).
    UNIFORM_SCALED,
    /// NumPy's `2 · random(inputs, outputs) − 1` after `seed(n)`: the notebook's alternative, in
    /// [−1, 1).
    UNIFORM_CENTRED,
    /// Normal with standard deviation sqrt(2 / inputs) (He et al. 2015, arXiv 1502.01852, eq. 10),
    /// for ReLU-like activations.
    HE,
    /// Uniform in ±sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010, eq. 16); made for tanh and
    /// sigmoid.
    GLOROT,
    /// Normal with standard deviation sqrt(1 / inputs) (LeCun et al. 1998, "Efficient BackProp",
    /// eq. 16); made for SELU.
    LECUN,
    /// Weights and biases uniform in ±1/sqrt(inputs): what PyTorch starts its linear layers with.
    FAN_IN;

    /// Draws a start for every parameter, in the order of the architecture's layout.
    ///
    /// @param seed for the two NumPy-like starts at most 2³² − 1 and not negative, as
    ///     `numpy.random.seed` has it
    public double[] draw(Architecture architecture, long seed) {
        ParameterLayout layout = architecture.parameterLayout();
        double[] values = new double[layout.length()];
        RandomGenerator notebook = isNotebook() ? new MersenneTwister(seed) : null;
        Iterator<Block> blocks = layout.blocks().iterator();
        for (int layer = 0; layer < architecture.layers().size(); layer++) {
            // One generator runs through all layers of the notebook; elsewhere each layer has its own, so
            // that a change in one layer's width leaves the start of the others alone.
            RandomGenerator weights = notebook != null ? notebook : SplitRandom.of(seed, layer);
            int inputs = architecture.inputsOf(layer); // of the last weights
            for (Parameter parameter : architecture.parametersOf(layer)) {
                Block block = blocks.next();
                inputs = parameter.role() == Role.WEIGHTS ? block.rows() : inputs;
                Optional<ParameterStart> own =
                        parameter.role() == Role.BIAS ? Optional.of(bias(inputs)) : parameter.start();
                if (own.isPresent()) {
                    RandomGenerator random = SplitRandom.of(
                            seed, layer, block.part().orElse(0), block.role().drawName());
                    own.get().fill(values, block, random);
                } else {
                    for (int index = 0; index < block.length(); index++) {
                        values[block.offset() + index] = draw(weights, block.rows(), block.columns());
                    }
                }
            }
        }
        return values;
    }

    private ParameterStart bias(int inputs) {
        return this == FAN_IN ? ParameterStart.uniform(1 / Math.sqrt(inputs)) : ParameterStart.constant(0);
    }

    private double draw(RandomGenerator random, int inputs, int outputs) {
        return switch (this) {
            case UNIFORM_SCALED -> random.nextDouble() * Math.sqrt(2.0 / inputs);
            case UNIFORM_CENTRED -> 2 * random.nextDouble() - 1;
            case HE -> random.nextGaussian() * Math.sqrt(2.0 / inputs);
            case GLOROT -> (2 * random.nextDouble() - 1) * Math.sqrt(6.0 / ((double) inputs + outputs));
            case LECUN -> random.nextGaussian() * Math.sqrt(1.0 / inputs);
            case FAN_IN -> (2 * random.nextDouble() - 1) / Math.sqrt(inputs);
        };
    }

    private boolean isNotebook() {
        return this == UNIFORM_SCALED || this == UNIFORM_CENTRED;
    }
}
