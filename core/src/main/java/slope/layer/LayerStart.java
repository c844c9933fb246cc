package slope.layer;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import slope.internal.random.SplitRandom;
import slope.layer.ParameterLayout.Block;

/// How the parameters of layers other than dense ones start, as [Layer] and [FeatureEmbedding] say. Each block has
/// a generator of its own.
public final class LayerStart {
    private LayerStart() {}

    /// Draws one block.
    ///
    /// @param values of all parameters
    static void draw(double[] values, Block block, Architecture architecture, long seed) {
        switch (block.role()) {
            case SCALE, PARAMETRIC_ACTIVATION ->
                Arrays.fill(values, block.offset(), block.offset() + block.length(), 1);
            case FREQUENCIES ->
                normal(values, block, ((FeatureEmbedding.PeriodicEmbedding) part(architecture, block)).sigma(), seed);
            case PHASES -> uniform(values, block, Math.PI, seed);
            case PERIODIC_WEIGHTS, PERIODIC_BIAS ->
                uniform(
                        values,
                        block,
                        1 / Math.sqrt(((FeatureEmbedding.PeriodicEmbedding) part(architecture, block)).frequencies()),
                        seed);
            case LINEAR_WEIGHTS, LINEAR_BIAS -> uniform(values, block, 1 / Math.sqrt(block.columns()), seed);
            case CATEGORY_EMBEDDING -> normal(values, block, 1, seed);
            case BIN_WEIGHTS -> {} // 0: the curves start as lines
            case ADAPTER ->
                memberScale(
                        values,
                        block,
                        (Layer.BatchEnsembleAdapter) architecture.layers().get(block.layer()),
                        seed);
            case HEAD_WEIGHTS, HEAD_BIAS ->
                uniform(values, block, 1 / Math.sqrt(architecture.inputsOf(block.layer())), seed);
            case WEIGHTS, BIAS -> throw new IllegalArgumentException(block.name() + " belong to a dense layer");
        }
    }

    /// One number for each member and chunk.
    private static void memberScale(double[] values, Block block, Layer.BatchEnsembleAdapter settings, long seed) {
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
        return SplitRandom.of(seed, block.layer(), block.part(), block.role().drawName());
    }

    private static FeatureEmbedding part(Architecture architecture, Block block) {
        return ((Layer.FeatureEmbeddings) architecture.layers().get(block.layer()))
                .parts()
                .get(block.part());
    }
}
