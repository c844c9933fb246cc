package slope.layer;

import slope.kernel.Worker;

/// A [FeatureEmbedding] at work, between its columns of the inputs and its columns of the outputs.
public interface EmbeddingPass {

    /// Computes the embedding's columns of the outputs of each row.
    ///
    /// @param batch of all feature embeddings
    void forward(LayerBatch batch);

    /// Writes some shares of the gradient with respect to the embedding's parameters, for the rows of the
    /// last forward, out of as many shares as the team has threads.
    ///
    /// @param batch of all feature embeddings
    /// @param gradient with respect to the parameters of the whole network
    void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient);

    /// What all shares of [#gradient] cost, in multiply-adds.
    long gradientCost(LayerBatch batch);
}
