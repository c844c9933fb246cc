package slope.network;

import slope.kernel.Team;
import slope.network.ParameterLayout.Role;

/// One layer at work: its settings, the memory it needs for a block of rows, and its two
/// directions.
///
/// The protocol is the same for every kind of layer; only [Pass] speaks it. Arrays are row-major
/// and have room for the block size the layer was made for; each call says how many rows it means.
sealed interface LayerPass
        permits BlendPass, DensePass, DropoutPass, FeaturesPass, MemberDensePass, MemberScalePass, ScalePass {

    /// The memory and code of the layer with this number in the architecture, counted from 0.
    ///
    /// @param step what training tells layers that do something else there
    static LayerPass of(Team team, Architecture architecture, int layer, int batchSize, TrainingStep step) {
        ParameterLayout layout = architecture.parameterLayout();
        int inputs = architecture.inputsOf(layer);
        return switch (architecture.layers().get(layer)) {
            case Layer.Dense settings ->
                new DensePass(team, settings, inputs, layout.weights(layer), layout.bias(layer), batchSize);
            case Layer.Features settings ->
                new FeaturesPass(team, settings, layout, layer, settings.outputs(inputs), batchSize);
            case Layer.Scale _ -> new ScalePass(team, layout.block(layer, 0, Role.SCALE), inputs, batchSize);
            case Layer.Blend(Activation activation) ->
                new BlendPass(team, activation, layout.block(layer, 0, Role.BLEND), inputs, batchSize);
            case Layer.Dropout(double rate) -> new DropoutPass(team, rate, layer, inputs, batchSize, step);
            case Layer.MemberScale _ -> {
                ParameterLayout.Block factors = layout.block(layer, 0, Role.MEMBER_SCALE);
                yield new MemberScalePass(team, architecture.members(), factors, inputs, batchSize, step);
            }
            case Layer.MemberDense _ -> {
                ParameterLayout.Block weights = layout.block(layer, 0, Role.MEMBER_WEIGHTS);
                ParameterLayout.Block bias = layout.block(layer, 0, Role.MEMBER_BIAS);
                yield new MemberDensePass(team, architecture.members(), weights, bias, batchSize);
            }
        };
    }

    /// Numbers of memory that such a layer makes for a block of so many rows.
    static long numbers(Architecture architecture, int layer, int rows) {
        long inputs = architecture.inputsOf(layer);
        return switch (architecture.layers().get(layer)) {
            case Layer.Dense dense -> rows * DensePass.numbersPerRow(dense);
            case Layer.Features features -> FeaturesPass.numbers(features, rows);
            case Layer.Scale _ -> ScalePass.numbers(inputs, rows);
            case Layer.Blend _ -> BlendPass.numbers(inputs, rows);
            case Layer.Dropout _, Layer.MemberScale _ -> 2 * inputs * rows;
            case Layer.MemberDense(int outputs) -> 2L * outputs * rows;
        };
    }

    /// Where [#forward] leaves its result: batchSize × outputs.
    float[] outputs();

    /// Where [#backward] expects the gradient by the outputs: batchSize × outputs.
    float[] outputGradient();

    /// The rows that leave this layer, where so many enter it.
    default int rowsBehind(int rows) {
        return rows;
    }

    /// Computes the outputs of each row.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputs, from `inputsOffset` on
    void forward(float[] parameters, float[] inputs, int inputsOffset, int rows);

    /// Writes this layer's part of the gradient by the parameters, from the gradient by the
    /// outputs, which is overwritten with the gradient by whatever the layer holds before its last
    /// operation.
    ///
    /// @param inputs as [#forward] saw them
    /// @param gradient by the parameters of the whole network
    void backward(float[] inputs, int inputsOffset, int rows, float[] gradient);

    /// Writes the gradient by the inputs, after [#backward]. The first layer of a network is spared
    /// this: nobody needs its result.
    ///
    /// @param inputGradient rows × inputs
    void backwardToInputs(float[] parameters, int rows, float[] inputGradient);
}
