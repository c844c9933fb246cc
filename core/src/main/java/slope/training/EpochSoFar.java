package slope.training;

import slope.loss.LossMeter;

/// The epoch at work: how much of it is done, and the losses of its batches, each as it was before its
/// step.
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

    /// Goes on in an epoch that had come so far.
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

    /// The batches that are done.
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
