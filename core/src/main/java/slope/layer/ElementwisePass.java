package slope.layer;

import slope.kernel.Kernels;

/// A layer each of whose outputs depends on one input, at the same place: any columns of any rows can
/// be taken through it alone.
non-sealed interface ElementwisePass extends LayerPass {
    /// Rows that a thread takes backward are multiples of this, except the last: layers add gradients
    /// up in blocks of as many rows, and a block belongs to one thread.
    int BLOCK_ROWS = 32;

    /// Notes what the forward that begins is about.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × width, from `inputsOffset` on
    void startForward(float[] parameters, float[] inputs, int inputsOffset, int rows);

    /// Computes the outputs of some columns of some rows.
    void forward(int worker, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn);

    /// Turns the gradient with respect to the outputs into that with respect to the inputs, for some columns of some
    /// rows.
    ///
    /// @param inputGradient rows × width; may be where the gradient with respect to the outputs is
    void backward(
            int worker,
            Kernels kernels,
            float[] inputGradient,
            int firstRow,
            int endRow,
            int firstColumn,
            int endColumn);

    /// What a number costs on its way forward or backward, in multiply-adds.
    int cost();
}
