package slope.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import slope.network.ParameterLayout.Block;
import slope.random.SplitRandom;

/// How the parameters of layers other than dense ones start, as [Layer] and [Part] say. Each block has
/// a generator of its own.
final class LayerStart {
    private LayerStart() {}

    /// Draws one block.
    ///
    /// @param values of all parameters
    static void draw(double[] values, Block block, Architecture architecture, long seed) {
        switch (block.role()) {
            case SCALE, BLEND -> Arrays.fill(values, block.offset(), block.offset() + block.length(), 1);
            case FREQUENCIES -> normal(values, block, ((Part.Periodic) part(architecture, block)).sigma(), seed);
            case PHASES -> uniform(values, block, Math.PI, seed);
            case WAVE_WEIGHTS, WAVE_BIAS ->
                uniform(values, block, 1 / Math.sqrt(((Part.Periodic) part(architecture, block)).frequencies()), seed);
            case LINE_WEIGHTS, LINE_BIAS -> uniform(values, block, 1 / Math.sqrt(block.columns()), seed);
            case LOOKUP -> normal(values, block, 1, seed);
            case BIN_WEIGHTS -> {} // 0: the curves start as lines
            case MEMBER_SCALE ->
                memberScale(
                        values, block, (Layer.MemberScale) architecture.layers().get(block.layer()), seed);
            case MEMBER_WEIGHTS, MEMBER_BIAS ->
                uniform(values, block, 1 / Math.sqrt(architecture.inputsOf(block.layer())), seed);
            case WEIGHTS, BIAS -> throw new IllegalArgumentException(block.name() + " belong to a dense layer");
        }
    }

    /// One number for each member and chunk.
    private static void memberScale(double[] values, Block block, Layer.MemberScale settings, long seed) {
        RandomGenerator random = generator(block, seed);
        int at = block.offset();
        for (int member = 0; member < block.rows(); member++) {
            for (int chunk : settings.chunks()) {
                double factor = switch (settings.start()) {
                    case SIGNS -> random.nextDouble() < 0.5 ? -1 : 1;
                    case NORMAL -> random.nextGaussian();
                };
                Arrays.fill(values, at, at + chunk, factor);
                at += chunk;
            }
        }
    }

    /// Uniform between −limit and limit.
    static void uniform(double[] values, Block block, double limit, long seed) {
        RandomGenerator random = generator(block, seed);
        for (int index = 0; index < block.length(); index++) {
            values[block.offset() + index] = limit * (2 * random.nextDouble() - 1);
        }
    }

    private static void normal(double[] values, Block block, double deviation, long seed) {
        RandomGenerator random = generator(block, seed);
        for (int index = 0; index < block.length(); index++) {
            values[block.offset() + index] = deviation * random.nextGaussian();
        }
    }

    private static RandomGenerator generator(Block block, long seed) {
        return SplitRandom.of(
                seed, block.layer(), block.part(), block.role().name().hashCode());
    }

    private static Part part(Architecture architecture, Block block) {
        return ((Layer.Features) architecture.layers().get(block.layer()))
                .parts()
                .get(block.part());
    }
}
