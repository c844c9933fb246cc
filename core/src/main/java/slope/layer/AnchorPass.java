package slope.layer;

import slope.kernel.Worker;

/// A layer whose outputs each depend on many inputs: the anchor operation of its [FusedGroup].
///
/// The thread that has computed some columns of some rows takes them through the group's epilogue, while
/// they are in its core's cache.
non-sealed interface AnchorPass extends LayerPass {

    /// Computes the outputs of each row, and has `group` compute its epilogue.
    ///
    /// @param group of this layer, which has its [batch][FusedGroup#batch]
    void forward(FusedGroup group);

    /// Writes the gradient with respect to the inputs into the group [before][FusedGroup#before], and has
    /// it go on from there. The first group of a network is not asked.
    ///
    /// @param group of this layer
    void backwardToInputs(FusedGroup group);

    /// Turns the gradient with respect to the outputs, where it has come back to this layer, into the
    /// gradient with respect to what it holds before its last operation, in place.
    default void derivative(Worker worker, int firstRow, int endRow, int firstColumn, int endColumn) {}
}
