package slope.layer;

import java.util.List;
import slope.kernel.Team;

/// What [FeatureEmbeddings] makes of some consecutive inputs.
///
/// Each embedding says in its own file what it computes, which parameters it has and how they start, and
/// makes its own [EmbeddingPass].
public sealed interface FeatureEmbedding
        permits PassThrough, PeriodicEmbedding, PiecewiseLinearEmbedding, CategoryEmbedding {

    /// The inputs it takes.
    int inputs();

    /// The numbers it makes of them.
    int outputs();

    /// What it learns, in the order of the network's [ParameterLayout].
    List<Parameter> parameters();

    /// The memory and code of the embedding at its place.
    EmbeddingPass pass(Team team, EmbeddingPlace place, int batchSize);

    /// Numbers of memory that its pass makes besides its outputs.
    default long numbers() {
        return 0;
    }

    /// Numbers of memory that its pass makes for each thread, for so many rows.
    default long numbersOfThread(int rows) {
        return 0;
    }

    /// Refuses a count below 1.
    static void requirePositive(String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "a feature embedding needs at least 1 of its %s, not %s".formatted(what, count));
        }
    }
}
