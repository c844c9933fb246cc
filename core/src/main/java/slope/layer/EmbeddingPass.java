package slope.layer;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// One part of features at work, between its columns of the inputs and its columns of the outputs.
sealed interface EmbeddingPass
        permits CategoryEmbeddingPass, PeriodicEmbeddingPass, PiecewiseLinearEmbeddingPass, PassThroughPass {

    /// Where a part's columns stand.
    ///
    /// @param inputWidth inputs of the whole network
    /// @param firstInput the part's first
    /// @param outputWidth outputs of all parts
    /// @param firstOutput the part's first
    record Place(int inputWidth, int firstInput, int outputWidth, int firstOutput) {}

    /// The memory and code of a part.
    static EmbeddingPass of(
            Team team, FeatureEmbedding part, Place place, ParameterLayout layout, int number, int batchSize) {
        return switch (part) {
            case FeatureEmbedding.Plain(int inputs) -> new PassThroughPass(team, place, inputs);
            case FeatureEmbedding.PeriodicEmbedding settings ->
                new PeriodicEmbeddingPass(team, place, settings, layout, number, batchSize);
            case FeatureEmbedding.PiecewiseLinearEmbedding settings ->
                new PiecewiseLinearEmbeddingPass(team, place, settings, layout, number);
            case FeatureEmbedding.CategoryEmbedding settings ->
                new CategoryEmbeddingPass(team, place, settings, layout, number);
        };
    }

    /// Numbers of memory that a part makes besides its outputs.
    static long numbers(FeatureEmbedding part) {
        return switch (part) {
            case FeatureEmbedding.Plain _, FeatureEmbedding.PeriodicEmbedding _, FeatureEmbedding.CategoryEmbedding _ ->
                0;
            case FeatureEmbedding.PiecewiseLinearEmbedding lines -> 2L * lines.bins() * lines.dimension();
        };
    }

    /// Numbers of memory that a part makes for each thread, for so many rows.
    static long numbersOfThread(FeatureEmbedding part, int rows) {
        return switch (part) {
            case FeatureEmbedding.PeriodicEmbedding(int _, int frequencies, int mixtures, double _) ->
                rows * (1L + 3L * frequencies + mixtures);
            case FeatureEmbedding.Plain _,
                    FeatureEmbedding.CategoryEmbedding _,
                    FeatureEmbedding.PiecewiseLinearEmbedding _ -> 0;
        };
    }

    /// Computes the part's outputs of each row.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputWidth, from `inputsOffset` on
    /// @param outputs rows × outputWidth, of which only the part's columns are written
    void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, float[] outputs);

    /// Writes some shares of the part's gradient by its parameters, for the rows of the last forward, out
    /// of as many shares as the team has threads.
    ///
    /// @param outputGradient rows × outputWidth
    /// @param gradient by the parameters of the whole network
    void gradient(int member, Kernels kernels, int firstShare, int endShare, float[] outputGradient, float[] gradient);

    /// What all shares of [#gradient] cost, in multiply-adds.
    long gradientCost();
}
