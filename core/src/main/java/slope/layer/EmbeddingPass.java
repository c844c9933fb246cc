package slope.layer;

import slope.kernel.Kernels;

/// A [FeatureEmbedding] at work, between its columns of the inputs and its columns of the outputs.
public interface EmbeddingPass {

    /// Computes the embedding's outputs of each row.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputWidth, from `inputsOffset` on
    /// @param outputs rows × outputWidth, of which only the embedding's columns are written
    void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, float[] outputs);

    /// Writes some shares of the gradient with respect to the embedding's parameters, for the rows of the
    /// last forward, out of as many shares as the team has threads.
    ///
    /// @param worker the number of the thread
    /// @param outputGradient rows × outputWidth
    /// @param gradient with respect to the parameters of the whole network
    void gradient(int worker, Kernels kernels, int firstShare, int endShare, float[] outputGradient, float[] gradient);

    /// What all shares of [#gradient] cost, in multiply-adds.
    long gradientCost();
}
