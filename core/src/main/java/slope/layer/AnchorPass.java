package slope.layer;

import slope.kernel.Kernels;

/// A layer whose outputs each depend on many inputs, so that it comes first in its [FusedGroup].
///
/// Whoever has computed some columns of some rows goes on with what comes next to them in the stage,
/// while they are in its core's cache.
sealed interface AnchorPass extends LayerPass
        permits DensePass, FeatureEmbeddingsPass, EnsembleHeadsPass, BatchEnsembleAdapterPass {

    /// Computes the outputs of each row, and has `own` do what comes behind them.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputs, from `inputsOffset` on
    /// @param own the stage that this layer leads
    void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, FusedGroup own);

    /// Writes the gradient by the inputs into the stage before, and has it go on from there. The first
    /// stage of a network is spared this: nobody needs its result.
    ///
    /// @param before whose outputs are this layer's inputs
    void backwardToInputs(FusedGroup before);

    /// Turns the gradient by the outputs, where it has come back to this layer, into the gradient by
    /// whatever it holds before its last operation, in place.
    default void slope(Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {}
}
