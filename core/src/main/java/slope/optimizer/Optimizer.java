package slope.optimizer;

/// An optimizer: settings and step, a file for each.
///
/// θ a parameter, g its gradient, r the learning rate of the step, t the number of the step from 1.
public sealed interface Optimizer permits UpdateRule, Lbfgs {

    static UpdateRule sgd() {
        return new Sgd();
    }

    static UpdateRule momentum(double momentum) {
        return new Momentum(momentum);
    }

    static UpdateRule nesterov(double momentum) {
        return new Nesterov(momentum);
    }

    /// Adam with the paper's settings: 0.9, 0.999, 1e-8.
    static Adam adam() {
        return new Adam(0.9, 0.999, 1e-8);
    }

    /// AdamW with Adam's usual settings.
    static AdamW adamW(double weightDecay) {
        return new AdamW(adam(), weightDecay);
    }

    /// RMSProp with PyTorch's settings: 0.99, 1e-8, without momentum, not centered.
    static RmsProp rmsProp() {
        return new RmsProp(0.99, 1e-8, 0, false);
    }

    /// L-BFGS with scikit-learn's settings: 10 pairs, a tolerance of 1e-4, a weight decay of 1e-4.
    static Lbfgs lbfgs() {
        return new Lbfgs(10, 1e-4, 1e-4);
    }

    /// Its name in settings, reports and files.
    String title();

    /// λ of the weight decay, 0 where it has none.
    default double weightDecay() {
        return 0;
    }
}
