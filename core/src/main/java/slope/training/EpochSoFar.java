package slope.training;

import slope.loss.LossMeter;

/// The current epoch: its finished batches and their losses, each from before its step.
final class EpochSoFar {
    private int batches;
    private double lossSum;
    private double weightSum;
    private long started; // nanoseconds, by the run's clock

    /// Starts the next epoch.
    void start(long now) {
        batches = 0;
        lossSum = 0;
        weightSum = 0;
        started = now;
    }

    /// Resumes an epoch.
    void restore(TrainingState.Place place, long started) {
        batches = place.batches();
        lossSum = place.lossSum();
        weightSum = place.weightSum();
        this.started = started;
    }

    /// Counts a batch, see [LossMeter].
    void add(double batchSum, double batchWeight) {
        batches++;
        lossSum += batchSum;
        weightSum += batchWeight;
    }

    /// The finished batches.
    int batches() {
        return batches;
    }

    double loss(LossMeter meter) {
        return meter.loss(lossSum, weightSum);
    }

    double lossSum() {
        return lossSum;
    }

    double weightSum() {
        return weightSum;
    }

    long started() {
        return started;
    }
}
