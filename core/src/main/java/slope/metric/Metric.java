package slope.metric;

import java.util.List;
import java.util.Optional;

/// A metric that scores predictions, with the name it has in options, reports and JSON.
///
/// Each case holds its formula, its name, its direction and the predictions it applies to. y is the
/// actual value, ŷ the prediction, w a row's weight: a mean over rows is Σ w·(…) / Σ w.
// Only this package sees and makes the cases, so that none is initialised before it.
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface Metric permits SummedMetric, RocAuc, AveragePrecision, CustomMetric {
    Metric ACCURACY = new Accuracy();
    Metric BALANCED_ACCURACY = new BalancedAccuracy();
    Metric LOG_LOSS = new LogLoss();
    Metric BRIER = new BrierScore();
    Metric AUC = new RocAuc();
    Metric AVERAGE_PRECISION = new AveragePrecision();
    Metric MCC = new MatthewsCorrelation();
    Metric F1 = new F1();
    Metric MICRO_F1 = new MicroF1();
    Metric MACRO_F1 = new MacroF1();
    Metric HAMMING_LOSS = new HammingLoss();
    Metric SUBSET_ACCURACY = new SubsetAccuracy();
    Metric RMSE = new RootMeanSquaredError();
    Metric MAE = new MeanAbsoluteError();
    Metric MAPE = new MeanAbsolutePercentageError();
    Metric R2 = new RSquared();
    Metric POISSON_DEVIANCE = new PoissonDeviance();
    Metric GAMMA_DEVIANCE = new TweedieDeviance(ScoredRows.Form.GAMMA);
    Metric TWEEDIE_DEVIANCE = new TweedieDeviance(ScoredRows.Form.TWEEDIE);
    Metric PINBALL = new Pinball();
    Metric COVERAGE = new Coverage();

    /// The built-in metrics, in the order of reports.
    List<Metric> ALL = List.of(
            ACCURACY,
            BALANCED_ACCURACY,
            LOG_LOSS,
            BRIER,
            AUC,
            AVERAGE_PRECISION,
            MCC,
            F1,
            MICRO_F1,
            MACRO_F1,
            HAMMING_LOSS,
            SUBSET_ACCURACY,
            RMSE,
            MAE,
            MAPE,
            R2,
            POISSON_DEVIANCE,
            GAMMA_DEVIANCE,
            TWEEDIE_DEVIANCE,
            PINBALL,
            COVERAGE);

    /// The direction of a metric.
    enum Better {
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

    /// The built-in metric of this name.
    static Optional<Metric> named(String title) {
        return ALL.stream().filter(metric -> metric.title().equals(title)).findFirst();
    }

    /// Its name in options, reports and JSON.
    String title();

    /// Its direction.
    Better better();

    /// The score of perfect predictions, which no score passes: 1 where higher is better, 0 where lower is. Not
    /// defined for a metric without a direction.
    default double best() {
        return switch (better()) {
            case HIGHER -> 1;
            case LOWER -> 0;
            case NEITHER -> Double.NaN;
        };
    }

    /// Whether it is defined for such predictions.
    ///
    /// @param width how many classes, labels, columns or levels there are
    boolean appliesTo(ScoredRows.Form form, int width);

    /// Whether it is defined for these rows.
    default boolean appliesTo(ScoredRows rows) {
        return appliesTo(rows.form(), rows.width());
    }

    /// The score of rows that it applies to; NaN where it is not defined, such as the area under
    /// the ROC curve of rows that all have one class.
    double score(ScoredRows rows);

    /// The scores of samples that are drawn from rows that it applies to. Any metric can score a sample as rows
    /// with other weights; those that know a shorter way take it.
    default ResampledScore resampled(ScoredRows rows, SamplingUnits units) {
        return counts -> score(units.drawn(rows, counts));
    }

    /// Whether the score is a share of rows: each row counts 1 or 0, times its weight.
    default boolean isShare() {
        return false;
    }

    /// Whether it is a loss of probabilities: what a wrong prediction costs is seen only where there is one.
    default boolean isProbabilityLoss() {
        return false;
    }

    /// The score as a finite number to minimize; NaN counts as the worst.
    default double toMinimise(double score) {
        if (Double.isNaN(score)) {
            return Double.MAX_VALUE;
        }
        return Math.min(better() == Better.HIGHER ? -score : score, Double.MAX_VALUE);
    }
}
