package slope.fit;

import slope.training.Scorer;

/// A scorer that makes a given epoch the best one, for training on all rows: there are no
/// validation rows left, so training ends at the best epoch of the network before.
final class FixedEpochScorer implements Scorer {
    private final int epoch;
    private int ended;

    /// @param ended epochs that have ended before the first one scored
    FixedEpochScorer(int epoch, int ended) {
        this.epoch = epoch;
        this.ended = ended;
    }

    /// The distance from the given epoch, which has the lowest score.
    @Override
    public double score(float[] outputs) {
        ended++;
        return Math.abs(epoch - ended);
    }
}
