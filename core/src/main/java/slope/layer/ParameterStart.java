package slope.layer;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import slope.layer.ParameterLayout.Block;

/// How the numbers of a [Parameter] start.
@FunctionalInterface
public interface ParameterStart {

    /// Writes one block.
    ///
    /// @param values of all parameters of a network
    /// @param random of this block alone
    void fill(double[] values, Block block, RandomGenerator random);

    /// All the same.
    static ParameterStart constant(double value) {
        return (values, block, random) -> Arrays.fill(values, block.offset(), block.offset() + block.length(), value);
    }

    /// Uniform between −limit and limit.
    static ParameterStart uniform(double limit) {
        return (values, block, random) -> {
            for (int index = 0; index < block.length(); index++) {
                values[block.offset() + index] = limit * (2 * random.nextDouble() - 1);
            }
        };
    }

    /// Normal with mean 0.
    static ParameterStart normal(double standardDeviation) {
        return (values, block, random) -> {
            for (int index = 0; index < block.length(); index++) {
                values[block.offset() + index] = standardDeviation * random.nextGaussian();
            }
        };
    }
}
