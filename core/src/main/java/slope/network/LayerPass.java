package slope.network;

import slope.kernel.Team;

/// One layer at work: its settings, the memory it needs for a block of rows, and its two
/// directions.
///
/// The protocol is the same for every kind of layer; only [Pass] speaks it. Arrays are row-major
/// and have room for the block size the layer was made for; each call says how many rows it means.
sealed interface LayerPass permits DensePass {

    /// The memory and code of the layer with this number in the architecture, counted from 0.
    static LayerPass of(Team team, Architecture architecture, int layer, int batchSize) {
        return switch (architecture.layers().get(layer)) {
            case Layer.Dense settings ->
                new DensePass(
                        team,
                        settings,
                        architecture.inputsOf(layer),
                        architecture.parameterLayout().weights(layer),
                        architecture.parameterLayout().bias(layer),
                        batchSize);
        };
    }

    /// Where [#forward] leaves its result: batchSize × outputs.
    float[] outputs();

    /// Where [#backward] expects the gradient by the outputs: batchSize × outputs.
    float[] outputGradient();

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
