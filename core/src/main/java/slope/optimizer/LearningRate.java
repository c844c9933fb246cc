package slope.optimizer;

/// A learning-rate schedule, a pure function of progress.
public sealed interface LearningRate {

    /// The learning rate of a step. It is computed in each one, so schedules allocate nothing here.
    ///
    /// @param progress steps done over steps in all, from 0 to below 1
    double at(double progress);

    /// The number of cycles in which the rate rises and returns to 0; the network at the end of
    /// each cycle can be kept as a snapshot (Huang et al. 2017, arXiv 1704.00109).
    default int cycles() {
        return 1;
    }

    /// The number of the cycle, from 0, that a step belongs to.
    ///
    /// @param progress as in [#at]
    default int cycle(double progress) {
        return 0;
    }

    /// The epoch at whose end the cycle of an epoch ends. An epoch belongs to the cycle of its last step.
    ///
    /// @param epoch from 1
    /// @param epochs of the whole schedule
    default int lastEpochOfCycle(int epoch, int epochs) {
        int last = epoch;
        while (last < epochs && cycle(((double) last + 1) / epochs - 1e-9) == cycle((double) epoch / epochs - 1e-9)) {
            last++;
        }
        return last;
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

    /// Falls by the same multiplier in each of equal intervals: rate · multiplier^⌊progress ·
    /// intervals⌋.
    ///
    /// @param rate the first interval's rate
    /// @param multiplier of each interval, above 0 and at most 1
    /// @param intervals how many intervals training has
    record Steps(double rate, double multiplier, int intervals) implements LearningRate {
        public Steps {
            requireRate(rate);
            if (!(multiplier > 0 && multiplier <= 1)) {
                throw new IllegalArgumentException("the multiplier must be above 0 and at most 1, not " + multiplier);
            }
            if (intervals < 1) {
                throw new IllegalArgumentException("there must be at least 1 interval, not " + intervals);
            }
        }

        @Override
        public double at(double progress) {
            double fallen = rate;
            for (int interval = 1; interval <= progress * intervals; interval++) {
                fallen *= multiplier;
            }
            return fallen;
        }
    }

    /// Falls linearly from rate to 0.
    record Linear(double rate) implements LearningRate {
        public Linear {
            requireRate(rate);
        }

        @Override
        public double at(double progress) {
            return rate * (1 - progress);
        }
    }

    /// Falls along half a cosine from rate to 0 (cosine annealing, Loshchilov and Hutter 2017,
    /// arXiv 1608.03983, eq. 5, one cycle).
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

    /// Four cycles, each about twice as long as the one before: rate · ½·(1 − cos(2π·log₂(1 +
    /// 15·p))) (RealMLP's `coslog4`: Holzmüller et al. 2024, arXiv 2407.04491, section 4). 0 at p =
    /// 0, 1/15, 3/15, 7/15 and 1; `rate` between them.
    ///
    /// @param rate the highest
    record Coslog4(double rate) implements LearningRate {
        public Coslog4 {
            requireRate(rate);
        }

        @Override
        public double at(double progress) {
            double cycles = cyclesPassed(progress);
            double fromZero = Math.abs(cycles - Math.rint(cycles)); // of a cycle, to the nearest zero
            double root = QuarterCosine.cosine(Math.PI * (0.5 - fromZero)); // ½·(1 − cos 2πx) = sin² πx
            return rate * root * root;
        }

        private static double cyclesPassed(double progress) {
            return StrictMath.log(1 + 15 * progress) / StrictMath.log(2);
        }

        @Override
        public int cycles() {
            return 4;
        }

        @Override
        public int cycle(double progress) {
            return Math.min(3, (int) cyclesPassed(progress));
        }
    }

    /// Linear warm-up from 0 during the first share of training, then another schedule from its
    /// start.
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
        public int cycles() {
            return then.cycles();
        }

        @Override
        public int cycle(double progress) {
            return progress < share ? 0 : then.cycle((progress - share) / (1 - share));
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
