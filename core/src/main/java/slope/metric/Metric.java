package slope.metric;

import java.util.Optional;
import java.util.stream.Stream;

/// A score that predictions are judged by, under the name it has in flags, reports and JSON.
public enum Metric {
    /// The share of rows whose likeliest class is the right one.
    ACCURACY("accuracy", Better.HIGHER),
    /// −1/n · Σ ln p(right class): small when confident and right, large when confident and wrong. Of
    /// labels, the mean over labels.
    LOG_LOSS("log-loss", Better.LOWER),
    /// The area under the ROC curve: how likely a random row of the second class has a higher probability of
    /// it than a random row of the first. Two classes only; of labels, the mean over labels.
    AUC("auc", Better.HIGHER),
    /// 2·hits / (2·hits + misses + false alarms) for the second of two classes.
    F1("f1", Better.HIGHER),
    /// The same with the hits, misses and false alarms of all labels added up.
    MICRO_F1("micro-f1", Better.HIGHER),
    /// The mean of the F1 of each class, or of each label.
    MACRO_F1("macro-f1", Better.HIGHER),
    /// The share of labels, over all rows, that are wrong.
    HAMMING_LOSS("hamming-loss", Better.LOWER),
    /// The share of rows all of whose labels are right.
    SUBSET_ACCURACY("subset-accuracy", Better.HIGHER),
    /// sqrt(1/n · Σ (y − ŷ)²), in the target's unit; of several columns, over all of them.
    RMSE("rmse", Better.LOWER),
    /// 1/n · Σ |y − ŷ|, in the target's unit; of several columns, over all of them.
    MAE("mae", Better.LOWER),
    /// 1 − Σ (y − ŷ)² / Σ (y − mean y)²: the share of the variance that is explained; 0 for the mean itself.
    /// Of several columns, their mean.
    R2("r2", Better.HIGHER),
    /// 2/n · Σ y·ln(y/ŷ) − y + ŷ, for counts; ŷ is taken to be 10⁻⁶ at least.
    POISSON_DEVIANCE("poisson-deviance", Better.LOWER),
    /// 1/n · Σ max(q·(y − ŷ), (q − 1)·(y − ŷ)), the mean over the quantiles q: smallest for the true ones.
    PINBALL("pinball", Better.LOWER),
    /// The share of rows between the lowest and the highest quantile: as large as the difference of their
    /// levels, if all is well. Neither way is better.
    COVERAGE("coverage", Better.NEITHER);

    /// Which way a score improves.
    public enum Better {
        HIGHER("higher is better"),
        LOWER("lower is better"),
        NEITHER("");

        private final String words;

        Better(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    private final String title;
    private final Better better;

    Metric(String title, Better better) {
        this.title = title;
        this.better = better;
    }

    /// The metric of this name in flags, reports and JSON.
    public static Optional<Metric> named(String title) {
        return Stream.of(values()).filter(metric -> metric.title.equals(title)).findFirst();
    }

    /// Its name in flags, reports and JSON.
    public String title() {
        return title;
    }

    /// Which way it improves.
    public Better better() {
        return better;
    }

    /// The score as a finite number to make small; NaN, which is no score, counts as the worst.
    public double toMinimise(double score) {
        if (Double.isNaN(score)) {
            return Double.MAX_VALUE;
        }
        return Math.min(better == Better.HIGHER ? -score : score, Double.MAX_VALUE);
    }
}
