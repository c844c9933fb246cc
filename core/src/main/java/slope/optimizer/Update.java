package slope.optimizer;

/// One step of an [Optimizer]: the values that all updating threads share.
///
/// One is made for a training and filled anew for each step, so that a step allocates nothing.
public final class Update {
    private final float[][] moments; // moments × parameters
    private final double[] betaPowers; // for each moment β^t after t steps, 1 where it is not corrected

    private float[] parameters = {};
    private float[] gradient = {};
    private double rate;
    private double decayShare;
    private float averageShare;

    Update(float[][] moments, double[] betaPowers) {
        this.moments = moments;
        this.betaPowers = betaPowers;
    }

    void fill(float[] parameters, float[] gradient, double rate, double decayShare, float averageShare) {
        this.parameters = parameters;
        this.gradient = gradient;
        this.rate = rate;
        this.decayShare = decayShare;
        this.averageShare = averageShare;
    }

    /// To be moved, in place.
    float[] parameters() {
        return parameters;
    }

    /// One number for each parameter.
    float[] gradient() {
        return gradient;
    }

    /// One number for each parameter.
    float[] moment(int number) {
        return moments[number];
    }

    /// β^t of a moment, this step included.
    double betaPower(int moment) {
        return betaPowers[moment];
    }

    /// The learning rate of this step.
    double rate() {
        return rate;
    }

    /// The schedule's share of the weight decay in this step.
    double decayShare() {
        return decayShare;
    }

    /// The weight of this step in the average of the parameters.
    float averageShare() {
        return averageShare;
    }
}
