package slope.training;

import slope.optimizer.OptimizerMemory;
import slope.optimizer.OptimizerState;
import slope.optimizer.UpdateRule;

/// Moves parameters along gradients by an [UpdateRule]: clips the gradient, asks the schedules, keeps
/// the optimizer's memory.
final class ParameterUpdate {
    private final Trainer settings;
    private final GradientClipping gradientClipping;
    private final OptimizerMemory optimizer;
    private final int stepsOfEpoch;

    ParameterUpdate(Trainer settings, UpdateRule rule, Workspace workspace, int stepsOfEpoch) {
        TrainingOptions options = settings.trainingOptions();
        this.settings = settings;
        this.stepsOfEpoch = stepsOfEpoch;
        this.gradientClipping = new GradientClipping(
                workspace.team(),
                options.maximumGradientNorm(),
                workspace.architecture().parameterLayout().length());
        this.optimizer = new OptimizerMemory(
                workspace.team(),
                rule,
                options.parameterGroups(),
                averagedSteps(options, stepsOfEpoch),
                workspace.architecture().parameterLayout());
    }

    static int averagedSteps(TrainingOptions trainingOptions, int stepsOfEpoch) {
        return (int) Math.ceil(trainingOptions.averagedEpochs() * stepsOfEpoch);
    }

    /// Moves the parameters.
    ///
    /// @param rateMultiplier below 1 after a recovery from divergence
    /// @param stepsBefore in all epochs
    /// @return the learning rate
    double move(float[] parameters, float[] gradient, double rateMultiplier, long stepsBefore) {
        gradientClipping.clip(gradient);
        double progress = progress(stepsBefore);
        double rate = rateMultiplier * settings.learningRate().at(progress);
        double decayShare = settings.trainingOptions().decay().at(progress);
        optimizer.step(parameters, gradient, rate, decayShare, stepsBefore);
        return rate;
    }

    /// The steps so far over the steps in all, which schedules go by.
    double progress(long stepsBefore) {
        return (double) stepsBefore / ((long) stepsOfEpoch * settings.stopping().epochs());
    }

    /// What dropout rates are multiplied by.
    double dropoutShare(long stepsBefore) {
        return settings.trainingOptions().dropout().at(progress(stepsBefore));
    }

    float[] averageOr(float[] parameters) {
        return optimizer.averageOr(parameters);
    }

    OptimizerState state() {
        return optimizer.state();
    }

    void restore(OptimizerState state) {
        optimizer.restore(state);
    }

    void forgetAllBut(float[] parameters) {
        optimizer.forgetAllBut(parameters);
    }
}
