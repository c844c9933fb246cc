package slope.optimizer;

import slope.kernel.OptimizerSteps;

/// An optimizer: settings and step, a file for each rule. Its memory between steps is the
/// [OptimizerMemory] of a training.
///
/// θ a parameter, g its gradient, r the learning rate of the step, t the number of the step from 1.
public sealed interface Optimizer permits Sgd, Momentum, Nesterov, Adam, AdamW, RmsProp {

    static Optimizer sgd() {
        return new Sgd();
    }

    static Optimizer momentum(double momentum) {
        return new Momentum(momentum);
    }

    static Optimizer nesterov(double momentum) {
        return new Nesterov(momentum);
    }

    /// Adam with the paper's settings: 0.9, 0.999, 1e-8.
    static Adam adam() {
        return new Adam(0.9, 0.999, 1e-8);
    }

    /// AdamW with Adam's usual settings.
    static Optimizer adamW(double weightDecay) {
        return new AdamW(adam(), weightDecay);
    }

    /// RMSProp with PyTorch's settings: 0.99, 1e-8, without momentum, not centered.
    static RmsProp rmsProp() {
        return new RmsProp(0.99, 1e-8, 0, false);
    }

    /// Its name in settings, reports and files.
    String title();

    /// The number of moments of each parameter.
    int moments();

    /// β of a moment that is divided by 1 − β^t because it starts at 0 (bias correction); 1 where a
    /// moment is not.
    default double correctedBeta(int moment) {
        return 1;
    }

    /// Updates some parameters of a group. Parameters are independent of each other: several
    /// threads update some each.
    ///
    /// @param at the first parameter
    void step(OptimizerSteps kernels, Update update, ParameterGroup group, int at, int length);
}
