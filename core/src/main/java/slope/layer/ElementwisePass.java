package slope.layer;

import slope.kernel.Worker;

/// A layer each of whose outputs depends on one input, at the same place: any columns of any rows can
/// be taken through it alone.
non-sealed interface ElementwisePass extends LayerPass {
    /// Rows that a thread takes backward are multiples of this, except the last: layers add gradients
    /// up in blocks of as many rows, and a block belongs to one thread.
    int BLOCK_ROWS = 32;

    /// What is done once before each forward.
    default void startForward() {}

    /// Computes the outputs of some columns of some rows.
    void forward(Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn);

    /// Turns the gradient with respect to the outputs into that with respect to the inputs, for some columns of some
    /// rows. The former may stand where the latter belongs.
    void backward(Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn);

    /// What a number costs on its way forward or backward, in multiply-adds.
    int cost();
}
