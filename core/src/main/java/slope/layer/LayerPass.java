package slope.layer;

import slope.kernel.Kernels;
import slope.kernel.Team;
import slope.layer.ParameterLayout.Role;

/// One layer at work: its settings, the memory it needs for a block of rows, and its directions.
///
/// A layer that turns whole rows into others is a [AnchorPass], one that works number by number an
/// [ElementwisePass]; a [FusedGroup] is one of the former and what of the latter comes behind it, and only
/// stages speak to either. Arrays are row-major and have room for the block size the layer was made
/// for.
///
/// A step asks a layer three things: its outputs; then the gradient by its inputs; then, when all
/// layers have theirs, the gradient by its parameters. The first two keep what the third needs.
public sealed interface LayerPass permits ElementwisePass, AnchorPass {

    /// The memory and code of the layer with this number in the architecture, counted from 0.
    ///
    /// @param layout the architecture's
    /// @param step what training tells layers that do something else there
    static LayerPass of(
            Team team, Architecture architecture, ParameterLayout layout, int layer, int batchSize, TrainingStep step) {
        int inputs = architecture.inputsOf(layer);
        return switch (architecture.layers().get(layer)) {
            case Layer.Dense settings ->
                new DensePass(team, settings, inputs, layout.weights(layer), layout.bias(layer), batchSize);
            case Layer.FeatureEmbeddings settings ->
                new FeatureEmbeddingsPass(team, settings, layout, layer, settings.outputs(inputs), batchSize);
            case Layer.Scale _ -> new ScalePass(team, layout.block(layer, 0, Role.SCALE), inputs, batchSize);
            case Layer.ParametricActivation(Activation activation) ->
                new ParametricActivationPass(
                        team, activation, layout.block(layer, 0, Role.PARAMETRIC_ACTIVATION), inputs, batchSize);
            case Layer.Dropout(double rate) -> new DropoutPass(rate, layer, inputs, batchSize, step);
            case Layer.BatchEnsembleAdapter _ -> {
                ParameterLayout.Block factors = layout.block(layer, 0, Role.ADAPTER);
                yield new BatchEnsembleAdapterPass(team, architecture.members(), factors, inputs, batchSize, step);
            }
            case Layer.EnsembleHeads _ -> {
                ParameterLayout.Block weights = layout.block(layer, 0, Role.HEAD_WEIGHTS);
                ParameterLayout.Block bias = layout.block(layer, 0, Role.HEAD_BIAS);
                yield new EnsembleHeadsPass(team, architecture.members(), weights, bias, batchSize);
            }
        };
    }

    /// Numbers of memory that such a layer makes for a block of so many rows.
    static long numbers(Architecture architecture, int layer, int rows) {
        long inputs = architecture.inputsOf(layer);
        return switch (architecture.layers().get(layer)) {
            case Layer.Dense dense -> rows * DensePass.numbersPerRow(dense);
            case Layer.FeatureEmbeddings features -> FeatureEmbeddingsPass.numbers(features, rows);
            case Layer.Scale _ -> ScalePass.numbers(inputs, rows);
            case Layer.ParametricActivation _ -> ParametricActivationPass.numbers(inputs, rows);
            case Layer.Dropout _, Layer.BatchEnsembleAdapter _ -> 2 * inputs * rows;
            case Layer.EnsembleHeads(int outputs) -> 2L * outputs * rows;
        };
    }

    /// Where the outputs are: batchSize × outputs.
    float[] outputs();

    /// Where the gradient by the outputs belongs: batchSize × outputs.
    float[] outputGradient();

    /// The rows that leave this layer, where so many enter it.
    default int rowsBehind(int rows) {
        return rows;
    }

    /// Writes some shares of this layer's part of the gradient by the parameters, out of as many shares
    /// as the team has threads.
    ///
    /// @param member the number of the thread
    /// @param gradient by the parameters of the whole network
    void gradient(int member, Kernels kernels, int firstShare, int endShare, float[] gradient);

    /// What all shares of [#gradient] cost, in multiply-adds.
    long gradientCost();
}
