package slope.layer;

/// What a pass tells the layers that do something else in training than in a prediction.
public final class TrainingStep {
    private boolean training;
    private long name;
    private double dropoutShare;

    /// The next forward predicts, until [#train] says otherwise.
    public TrainingStep() {}

    /// The next forward predicts.
    public void predict() {
        training = false;
    }

    /// The next forward trains.
    ///
    /// @param name of everything random in the step
    /// @param dropoutShare what dropout rates are multiplied by
    public void train(long name, double dropoutShare) {
        this.training = true;
        this.name = name;
        this.dropoutShare = dropoutShare;
    }

    boolean isTraining() {
        return training;
    }

    long name() {
        return name;
    }

    double dropoutShare() {
        return dropoutShare;
    }
}
