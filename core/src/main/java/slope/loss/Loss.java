package slope.loss;

import java.util.List;

/// How wrong a batch of outputs is, as one number to make small.
///
/// Each names its sum over rows and outputs, because that decides the size of the gradient. y is a
/// target, a an output, z an output of a last layer with the identity activation (a logit); n rows,
/// K outputs.
///
/// With a weight w for each row, a mean over n rows becomes Σ w·(part of the row) / Σ w, a sum Σ
/// w·(part of the row): a row of weight 2 counts like the same row twice.
public sealed interface Loss {

    /// ½ · Σ (y − a)², summed over rows and outputs: the notebook's. Its gradient a − y grows with
    /// the batch.
    record HalfSquaredError() implements Loss {}

    /// 1/(n·K) · Σ (y − a)².
    record MeanSquaredError() implements Loss {}

    /// 1/(n·K) · Σ ln(1 + e^z) − y·z, from logits; y is 0 or 1, one for each output. With several
    /// outputs each is a question of its own.
    record BinaryCrossEntropy() implements Loss {}

    /// 1/n · Σ ln(Σ_k e^(z_k)) − Σ_k q_k·z_k, from logits; each row has one target, the number y of
    /// its class from 0. q_k = ε/K, and 1 − ε more for the class itself (label smoothing, Szegedy et
    /// al. 2016, arXiv 1512.00567, section 7).
    ///
    /// @param smoothing ε, from 0 to below 1
    record MultiClassCrossEntropy(double smoothing) implements Loss {
        public MultiClassCrossEntropy {
            if (!(smoothing >= 0 && smoothing < 1)) {
                throw new IllegalArgumentException("label smoothing must be from 0 to below 1, not " + smoothing);
            }
        }
    }

    /// 1/(n·K) · Σ e^η − y·η with η = z + o: counts y whose expected number is e^η. o is the row's
    /// offset, the logarithm of its exposure; 0 where examples have none. It is half the Poisson
    /// deviance but for what depends on y alone.
    record Poisson() implements Loss {}

    /// 1/(n·K) · Σ |y − a|. At 0 the gradient is 0.
    record MeanAbsoluteError() implements Loss {}

    /// 1/(n·K) · Σ h(y − a) with h(e) = ½·e² up to |e| = δ and δ·(|e| − ½·δ) beyond (Huber 1964).
    ///
    /// @param delta δ, above 0
    record Huber(double delta) implements Loss {
        public Huber {
            if (!(delta > 0) || Double.isInfinite(delta)) {
                throw new IllegalArgumentException("Huber's delta must be above 0 and finite, not " + delta);
            }
        }
    }

    /// 1/(n·K) · Σ max(q·e, (q − 1)·e) with e = y − a: output k is to be the level q_k's quantile of
    /// the row's one target (Koenker and Bassett 1978). At 0 the gradient is 0.
    ///
    /// @param levels one for each output, rising, above 0 and below 1
    record Quantiles(List<Double> levels) implements Loss {
        public Quantiles {
            levels = List.copyOf(levels);
            if (levels.isEmpty()) {
                throw new IllegalArgumentException("at least 1 quantile is needed");
            }
            double before = 0;
            for (double level : levels) {
                if (!(level > before && level < 1)) {
                    throw new IllegalArgumentException(
                            "quantile levels must rise and lie above 0 and below 1, which %s do not".formatted(levels));
                }
                before = level;
            }
        }
    }

    /// See [HalfSquaredError].
    static Loss halfSquaredError() {
        return new HalfSquaredError();
    }

    /// See [MeanSquaredError].
    static Loss meanSquaredError() {
        return new MeanSquaredError();
    }

    /// See [MeanAbsoluteError].
    static Loss meanAbsoluteError() {
        return new MeanAbsoluteError();
    }

    /// See [BinaryCrossEntropy].
    static Loss binaryCrossEntropy() {
        return new BinaryCrossEntropy();
    }

    /// See [MultiClassCrossEntropy]; without smoothing.
    static Loss multiClassCrossEntropy() {
        return new MultiClassCrossEntropy(0);
    }

    /// See [Poisson].
    static Loss poisson() {
        return new Poisson();
    }

    /// Its name in messages.
    default String title() {
        return switch (this) {
            case HalfSquaredError _ -> "half squared error";
            case MeanSquaredError _ -> "mean squared error";
            case BinaryCrossEntropy _ -> "binary cross-entropy";
            case MultiClassCrossEntropy _ -> "multi-class cross-entropy";
            case Poisson _ -> "Poisson loss";
            case MeanAbsoluteError _ -> "mean absolute error";
            case Huber _ -> "Huber loss";
            case Quantiles _ -> "quantile loss";
        };
    }

    /// Whether outputs are logits or logarithms, so that the last layer must have the identity
    /// activation.
    default boolean isFromLogits() {
        return switch (this) {
            case BinaryCrossEntropy _, MultiClassCrossEntropy _, Poisson _ -> true;
            case HalfSquaredError _, MeanSquaredError _, MeanAbsoluteError _, Huber _, Quantiles _ -> false;
        };
    }

    /// The targets each row has for this many outputs.
    default int targetsFor(int outputs) {
        return switch (this) {
            case MultiClassCrossEntropy _, Quantiles _ -> 1;
            case HalfSquaredError _, MeanSquaredError _, MeanAbsoluteError _, Huber _ -> outputs;
            case BinaryCrossEntropy _, Poisson _ -> outputs;
        };
    }
}
