package slope.optimizer;

/// The learning rate as it moves through training, a pure function of progress.
public sealed interface LearningRate {

    /// The rate of a step. It is asked for in each one, so schedules allocate nothing here.
    ///
    /// @param progress steps done over steps in all, from 0 to below 1
    double at(double progress);

    /// How often the rate rises and falls to 0 again; what a network has come to by the end of each such wave
    /// is worth keeping (Huang et al. 2017, arXiv 1704.00109).
    default int waves() {
        return 1;
    }

    /// The number of the wave, from 0, that a step belongs to.
    ///
    /// @param progress as in [#at]
    default int wave(double progress) {
        return 0;
    }

    /// The same rate throughout.
    record Constant(double rate) implements LearningRate {
        public Constant {
            requireRate(rate);
        }

        @Override
        public double at(double progress) {
            return rate;
        }
    }

    /// Falls by the same factor in each equal stretch: rate · factor^⌊progress · stretches⌋.
    ///
    /// @param rate the first stretch's rate
    /// @param factor what each stretch multiplies it by, above 0 and at most 1
    /// @param stretches how many stretches training has
    record Steps(double rate, double factor, int stretches) implements LearningRate {
        public Steps {
            requireRate(rate);
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException("the factor must be above 0 and at most 1, not " + factor);
            }
            if (stretches < 1) {
                throw new IllegalArgumentException("there must be at least 1 stretch, not " + stretches);
            }
        }

        @Override
        public double at(double progress) {
            double fallen = rate;
            for (int stretch = 1; stretch <= progress * stretches; stretch++) {
                fallen *= factor;
            }
            return fallen;
        }
    }

    /// Falls evenly from rate to 0.
    record Linear(double rate) implements LearningRate {
        public Linear {
            requireRate(rate);
        }

        @Override
        public double at(double progress) {
            return rate * (1 - progress);
        }
    }

    /// Falls along half a cosine from rate to 0 (Loshchilov and Hutter 2017, arXiv 1608.03983, eq.
    /// 5, one cycle).
    record Cosine(double rate) implements LearningRate {
        public Cosine {
            requireRate(rate);
        }

        @Override
        public double at(double progress) {
            double root = QuarterCosine.cosine(0.5 * Math.PI * progress); // ½·(1 + cos πp) = cos²(½πp)
            return rate * root * root;
        }
    }

    /// Four waves, each about twice as long as the one before: rate · ½·(1 − cos(2π·log₂(1 + 15·p)))
    /// (RealMLP's `coslog4`: Holzmüller et al. 2024, arXiv 2407.04491, section 4). 0 at p = 0, 1/15,
    /// 3/15, 7/15 and 1; `rate` between them.
    ///
    /// @param rate the highest
    record Coslog4(double rate) implements LearningRate {
        public Coslog4 {
            requireRate(rate);
        }

        @Override
        public double at(double progress) {
            double waves = wavesPassed(progress);
            double fromZero = Math.abs(waves - Math.rint(waves)); // of a wave, to the nearest zero
            double root = QuarterCosine.cosine(Math.PI * (0.5 - fromZero)); // ½·(1 − cos 2πx) = sin² πx
            return rate * root * root;
        }

        private static double wavesPassed(double progress) {
            return StrictMath.log(1 + 15 * progress) / StrictMath.log(2);
        }

        @Override
        public int waves() {
            return 4;
        }

        @Override
        public int wave(double progress) {
            return Math.min(3, (int) wavesPassed(progress));
        }
    }

    /// Rises evenly from 0 during the first share of training, then follows another schedule from
    /// its start.
    ///
    /// @param share of all steps that warm up, from above 0 to below 1
    /// @param then the schedule afterwards; its own first rate is where the rise ends
    record WarmUp(double share, LearningRate then) implements LearningRate {
        public WarmUp {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("the warm-up's share must be above 0 and below 1, not " + share);
            }
        }

        @Override
        public double at(double progress) {
            return progress < share ? then.at(0) * progress / share : then.at((progress - share) / (1 - share));
        }

        @Override
        public int waves() {
            return then.waves();
        }

        @Override
        public int wave(double progress) {
            return progress < share ? 0 : then.wave((progress - share) / (1 - share));
        }
    }

    static LearningRate constant(double rate) {
        return new Constant(rate);
    }

    private static void requireRate(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("the learning rate must be above 0 and finite, not " + rate);
        }
    }
}
