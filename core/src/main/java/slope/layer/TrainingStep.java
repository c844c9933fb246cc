package slope.layer;

/// What a pass tells the layers that do something else in training than in a prediction.
public final class TrainingStep {
    private static final float[] NONE = {};

    private final boolean canTrain;
    private boolean training;
    private long name;
    private double dropoutShare;

    private TrainingStep(boolean canTrain) {
        this.canTrain = canTrain;
    }

    /// For a pass that trains: its next forward predicts, until [#train] says otherwise.
    public static TrainingStep first() {
        return new TrainingStep(true);
    }

    /// For a pass that only predicts, and so takes less memory.
    public static TrainingStep none() {
        return new TrainingStep(false);
    }

    /// The next forward predicts.
    public void predict() {
        training = false;
    }

    /// The next forward trains.
    ///
    /// @param name of everything random in the step
    /// @param dropoutShare what dropout rates are multiplied by
    /// @throws IllegalStateException if the pass only predicts
    public void train(long name, double dropoutShare) {
        if (!canTrain) {
            throw new IllegalStateException("this pass was made for predictions only");
        }
        this.training = true;
        this.name = name;
        this.dropoutShare = dropoutShare;
    }

    /// Whether there is a way back.
    public boolean canTrain() {
        return canTrain;
    }

    /// Memory for so many numbers that only the way back needs; no numbers where there is none.
    float[] numbersToTrain(int count) {
        return canTrain ? new float[count] : NONE;
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
