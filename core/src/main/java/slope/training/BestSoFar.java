package slope.training;

import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.training.TrainingOptions.Ties;

/// The best epoch of a run, or of a part of it, and its parameters.
final class BestSoFar {
    private final Ties ties;
    private final ParameterLayout layout;
    private final float[] parameters;
    private int epoch; // 0 before the first has ended
    private double score = Double.POSITIVE_INFINITY;

    /// @param start the parameters to return before any epoch has ended
    BestSoFar(Ties ties, Parameters start) {
        this.ties = ties;
        this.layout = start.layout();
        this.parameters = start.toArray();
    }

    /// Keeps an epoch if it is better than the best so far.
    void offer(int epoch, double score, float[] parameters) {
        if (isBeatenBy(score)) {
            this.epoch = epoch;
            this.score = score;
            System.arraycopy(parameters, 0, this.parameters, 0, parameters.length);
        }
    }

    boolean isBeatenBy(double score) {
        return score < this.score || (score == this.score && ties == Ties.LATER);
    }

    int epoch() {
        return epoch;
    }

    /// A copy of its parameters.
    Parameters parameters() {
        return Parameters.of(layout, parameters);
    }

    TrainingState.Best state() {
        return new TrainingState.Best(epoch, score, parameters());
    }

    void restore(TrainingState.Best state) {
        epoch = state.epoch();
        score = state.score();
        System.arraycopy(state.parameters().toArray(), 0, parameters, 0, parameters.length);
    }
}
