package slope.layer;

import java.util.random.RandomGenerator;
import slope.internal.random.MersenneTwister;
import slope.internal.random.SplitRandom;

/// How the weights and biases of dense layers start. Biases start at zero unless a constant says
/// otherwise; what other layers have starts as [Layer] and [FeatureEmbedding] say, whatever the constant.
///
/// Weights are drawn layer by layer, each matrix row by row (inputs × outputs).
public enum Initializer {
    /// NumPy's `random(inputs, outputs) · sqrt(2 / inputs)` after `seed(n)`: the notebook's start,
    /// in [0, sqrt(2/inputs)).
    UNIFORM_SCALED,
    /// NumPy's `2 · random(inputs, outputs) − 1` after `seed(n)`: the notebook's alternative, in
    /// [−1, 1).
    UNIFORM_CENTRED,
    /// Normal with deviation sqrt(2 / inputs) (He et al. 2015, arXiv 1502.01852, eq. 10); made for
    /// ReLU and its kin.
    HE,
    /// Uniform in ±sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010, eq. 16); made for tanh and
    /// sigmoid.
    GLOROT,
    /// Normal with deviation sqrt(1 / inputs) (LeCun et al. 1998, "Efficient BackProp", eq. 16);
    /// made for SELU.
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
        for (ParameterLayout.Block block : layout.blocks()) {
            switch (block.role()) {
                case WEIGHTS -> {
                    // One generator runs through all layers of the notebook; elsewhere each layer has
                    // its own, so that a change in one layer's width leaves the start of the others
                    // alone.
                    RandomGenerator random = notebook != null ? notebook : SplitRandom.of(seed, block.layer());
                    for (int index = 0; index < block.length(); index++) {
                        values[block.offset() + index] = draw(random, block.rows(), block.columns());
                    }
                }
                case BIAS -> {
                    if (this == FAN_IN) {
                        double limit = 1 / Math.sqrt(architecture.inputsOf(block.layer()));
                        LayerStart.uniform(values, block, limit, seed);
                    }
                }
                case SCALE,
                        PARAMETRIC_ACTIVATION,
                        FREQUENCIES,
                        PHASES,
                        PERIODIC_WEIGHTS,
                        PERIODIC_BIAS,
                        LINEAR_WEIGHTS,
                        LINEAR_BIAS,
                        BIN_WEIGHTS,
                        CATEGORY_EMBEDDING,
                        ADAPTER,
                        HEAD_WEIGHTS,
                        HEAD_BIAS -> LayerStart.draw(values, block, architecture, seed);
            }
        }
        return values;
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
