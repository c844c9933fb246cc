package slope.optimizer;

/// How a gradient changes parameters, as settings; the memory it needs lives in the run that uses
/// it.
///
/// θ a parameter, g its gradient, r the learning rate of the step, t the number of the step from 1.
public sealed interface Optimizer {

    /// Numbers that it remembers of each parameter's gradients.
    int moments();

    /// Plain gradient descent: θ ← θ − r·g.
    record Sgd() implements Optimizer {
        @Override
        public int moments() {
            return 0;
        }
    }

    /// Heavy ball (Polyak 1964): v ← μ·v + g; θ ← θ − r·v.
    ///
    /// @param momentum μ, from 0 to below 1
    record Momentum(double momentum) implements Optimizer {
        public Momentum {
            requireFraction("momentum", momentum);
        }

        @Override
        public int moments() {
            return 1;
        }
    }

    /// Nesterov's momentum as Sutskever et al. 2013 (eq. 3, 4) have it, in the form that keeps θ at
    /// the looked-ahead point: v ← μ·v + g; θ ← θ − r·(g + μ·v).
    ///
    /// @param momentum μ, from 0 to below 1
    record Nesterov(double momentum) implements Optimizer {
        public Nesterov {
            requireFraction("momentum", momentum);
        }

        @Override
        public int moments() {
            return 1;
        }
    }

    /// Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1): m ← β1·m + (1−β1)·g; v ← β2·v +
    /// (1−β2)·g²; θ ← θ − r·(m/(1−β1^t)) / (sqrt(v/(1−β2^t)) + ε).
    ///
    /// @param beta1 memory of the mean, from 0 to below 1
    /// @param beta2 memory of the square, from 0 to below 1
    /// @param epsilon keeps the quotient finite, above 0
    record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
        public Adam {
            requireFraction("beta1", beta1);
            requireFraction("beta2", beta2);
            requirePositive("epsilon", epsilon);
        }

        @Override
        public int moments() {
            return 2;
        }
    }

    /// Adam with decay that does not pass through the moments (Loshchilov and Hutter 2019, arXiv
    /// 1711.05101, algorithm 2, as PyTorch scales it): θ ← θ·(1 − r·λ) before Adam's step. Biases
    /// do not decay.
    ///
    /// @param adam the moments' settings
    /// @param weightDecay λ, not negative
    record AdamW(Adam adam, double weightDecay) implements Optimizer {
        public AdamW {
            if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
                throw new IllegalArgumentException("weight decay must be 0 or more, not " + weightDecay);
            }
        }

        @Override
        public int moments() {
            return adam.moments();
        }
    }

    /// Its name in flags, reports and files.
    default String title() {
        return switch (this) {
            case Sgd _ -> "sgd";
            case Momentum _ -> "momentum";
            case Nesterov _ -> "nesterov";
            case Adam _ -> "adam";
            case AdamW _ -> "adamw";
        };
    }

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

    private static void requireFraction(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " must be at least 0 and below 1, not " + value);
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be above 0, not " + value);
        }
    }
}
