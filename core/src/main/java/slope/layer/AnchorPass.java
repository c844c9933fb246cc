package slope.layer;

import slope.kernel.Kernels;

/// A layer whose outputs each depend on many inputs: the anchor operation of its [FusedGroup].
///
/// The thread that has computed some columns of some rows takes them through the group's epilogue, while
/// they are in its core's cache.
non-sealed interface AnchorPass extends LayerPass {

    /// Computes the outputs of each row, and has `own` compute its epilogue.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputs, from `inputsOffset` on
    /// @param own the group of this layer
    void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, FusedGroup own);

    /// Writes the gradient with respect to the inputs into the group before, and has it go on from there.
    /// The first group of a network is not asked.
    ///
    /// @param before whose outputs are this layer's inputs
    void backwardToInputs(FusedGroup before);

    /// Turns the gradient with respect to the outputs, where it has come back to this layer, into the
    /// gradient with respect to what it holds before its last operation, in place.
    default void derivative(Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {}
}
