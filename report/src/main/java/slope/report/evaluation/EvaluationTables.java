package slope.report.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import slope.conformal.DrawnRows;
import slope.evaluation.Calibration;
import slope.evaluation.ClassScores;
import slope.evaluation.DecileTable;
import slope.evaluation.QuantileCalibration;
import slope.evaluation.SetSizes;
import slope.evaluation.ThresholdScores;
import slope.internal.text.Numerals;
import slope.report.evaluation.EvaluatedClasses.CalibrationBins;
import slope.report.evaluation.EvaluatedClasses.Confusion;
import slope.report.model.CalibrationErrors;
import slope.report.model.CoverageFacts;
import slope.report.model.TargetFacts;
import slope.report.page.Axis;

/// Tables that the terminal and the page share: rows of cells, the first row is the heading.
final class EvaluationTables {
    private static final int MOST_CONFUSIONS = 10;

    static final String BEST_CONSTANT =
            "The best constant prediction uses no input, but knows the observed values of these rows.";

    private EvaluationTables() {}

    /// A row for each metric.
    static List<List<String>> scores(EvaluationReport report) {
        boolean unlike = report.rows().lackWeights();
        EvaluationScores scores = report.scores();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "metric",
                unlike ? "these rows, unweighted" : "these rows",
                scores.intervals().heading(),
                "best constant",
                unlike ? "validation, weighted" : "validation"));
        scores.better()
                .keySet()
                .forEach(metric -> rows.add(List.of(
                        metric,
                        score(scores.metrics(), metric),
                        scores.intervals().text(metric),
                        score(scores.bestConstant(), metric),
                        score(scores.validation().model(), metric))));
        return rows;
    }

    private static String score(Map<String, Double> scores, String metric) {
        return Numerals.score(scores.getOrDefault(metric, Double.NaN));
    }

    /// A row for each class or label.
    ///
    /// @param what `class` or `label`
    static List<List<String>> classes(List<ClassScores> scores, String what) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(what, "rows", "AUC", "precision", "recall", "F1"));
        for (ClassScores each : scores) {
            rows.add(List.of(
                    each.name(),
                    Numerals.count(each.rows()),
                    Numerals.score(each.auc()),
                    Numerals.score(each.precision()),
                    Numerals.score(each.recall()),
                    Numerals.score(each.f1())));
        }
        return rows;
    }

    /// A row for each threshold.
    static List<List<String>> thresholds(List<ThresholdScores> thresholds) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("threshold", "precision", "recall", "F1", "FP rate", "predicted positive"));
        for (ThresholdScores each : thresholds) {
            rows.add(List.of(
                    Numerals.fixed(each.threshold(), 3),
                    Numerals.score(each.precision()),
                    Numerals.score(each.recall()),
                    Numerals.score(each.f1()),
                    Numerals.score(each.falsePositiveRate()),
                    Numerals.count(each.predictedPositives())));
        }
        return rows;
    }

    /// What the table of thresholds is about.
    ///
    /// @param name of the class that is predicted
    static String thresholdsOf(List<ThresholdScores> thresholds, String name) {
        ThresholdScores best = thresholds.stream()
                .max(Comparator.comparingDouble(ThresholdScores::f1))
                .orElseThrow();
        return "Rows with at least this probability of %s are predicted %s. F1 is highest at %s."
                .formatted(name, name, Numerals.fixed(best.threshold(), 3));
    }

    /// A row for each observed class, a column for each predicted one.
    static List<List<String>> confusion(Confusion confusion) {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("observed \\ predicted"));
        heading.addAll(confusion.classes());
        rows.add(heading);
        for (int observed = 0; observed < confusion.classes().size(); observed++) {
            List<String> row = new ArrayList<>(List.of(confusion.classes().get(observed)));
            confusion.observedByPredicted().get(observed).forEach(count -> row.add(Numerals.count(count)));
            rows.add(row);
        }
        return rows;
    }

    /// The most frequent confusions of two classes.
    static List<List<String>> mostFrequent(Confusion confusion) {
        record Pair(int observed, int predicted, int rows) {}
        List<Pair> pairs = new ArrayList<>();
        for (int observed = 0; observed < confusion.classes().size(); observed++) {
            for (int predicted = 0; predicted < confusion.classes().size(); predicted++) {
                int count = confusion.count(observed, predicted);
                if (observed != predicted && count > 0) {
                    pairs.add(new Pair(observed, predicted, count));
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("observed", "predicted", "rows"));
        pairs.stream()
                .sorted(Comparator.comparingInt(Pair::rows).reversed())
                .limit(MOST_CONFUSIONS)
                .forEach(pair -> rows.add(List.of(
                        confusion.classes().get(pair.observed()),
                        confusion.classes().get(pair.predicted()),
                        Numerals.count(pair.rows()))));
        return rows;
    }

    /// A row for each label, with its confusion counts.
    static List<List<String>> labels(List<Confusion> labels) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("label", "TP", "FN", "FP", "TN"));
        for (Confusion label : labels) {
            rows.add(List.of(
                    label.of(),
                    Numerals.count(label.count(1, 1)),
                    Numerals.count(label.count(1, 0)),
                    Numerals.count(label.count(0, 1)),
                    Numerals.count(label.count(0, 0))));
        }
        return rows;
    }

    /// A row for each bin of probabilities.
    static List<List<String>> calibration(CalibrationBins calibration) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("probability of " + calibration.of(), "rows", "predicted", "observed"));
        for (Calibration.Bin bin : calibration.bins()) {
            rows.add(List.of(
                    "%s to %s".formatted(Numerals.fixed(bin.from(), 4), Numerals.fixed(bin.to(), 4)),
                    Numerals.count(bin.rows()),
                    Numerals.fixed(bin.predicted(), 4),
                    Numerals.fixed(bin.observed(), 4)));
        }
        return rows;
    }

    /// A row for each class or label.
    static List<List<String>> calibrationErrors(List<CalibrationBins> calibration, String what) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(CalibrationErrors.heading(what));
        calibration.forEach(each -> rows.add(CalibrationErrors.row(
                each.of(),
                each.error(),
                each.calibratedError(),
                each.brier().score(),
                each.brier().miscalibration(),
                each.brier().discrimination(),
                each.brier().uncertainty())));
        return rows;
    }

    /// A row for each of several numbers, a column for each metric.
    static List<List<String>> numbers(List<EvaluatedNumber> numbers) {
        List<List<String>> rows = new ArrayList<>();
        List<String> metrics = numbers.getFirst().metrics().keySet().stream()
                .filter(metric ->
                        numbers.stream().allMatch(number -> number.metrics().containsKey(metric)))
                .toList();
        List<String> heading = new ArrayList<>(List.of("column"));
        heading.addAll(metrics);
        rows.add(heading);
        for (EvaluatedNumber number : numbers) {
            List<String> row = new ArrayList<>(List.of(number.of()));
            metrics.forEach(metric -> row.add(score(number.metrics(), metric)));
            rows.add(row);
        }
        return rows;
    }

    /// A row for each quantile.
    static List<List<String>> quantiles(List<QuantileCalibration> quantiles) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("quantile", "observed rows up to it"));
        quantiles.forEach(
                quantile -> rows.add(List.of(Axis.text(quantile.level()), Numerals.fixed(quantile.observed(), 4))));
        return rows;
    }

    /// A row for each tenth of the rows, from the smallest predictions to the largest.
    static List<List<String>> groups(EvaluatedNumber number) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("means of " + number.of(), "rows", "predicted", "observed"));
        for (DecileTable.Group group : number.groups()) {
            rows.add(List.of(
                    "group " + rows.size(),
                    Numerals.count(group.rows()),
                    Numerals.score(group.predicted()),
                    Numerals.score(group.observed())));
        }
        return rows;
    }

    /// A row for all rows, then for each class, then for each group.
    static List<List<String>> coverage(CoverageFacts coverage) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("coverage of " + coverage.column(), "rows", "covered", "share", "at least", "at most"));
        Stream.of(List.of(coverage.all()), coverage.classes(), coverage.groups())
                .flatMap(List::stream)
                .forEach(reached -> rows.add(List.of(
                        reached.of(),
                        Numerals.count(reached.rows()),
                        Numerals.count(reached.covered()),
                        Numerals.fixed(reached.share(), 3),
                        Numerals.fixed(reached.lower(), 3),
                        Numerals.fixed(reached.upper(), 3))));
        return rows;
    }

    /// Whether the share is as it should be.
    static String verdict(CoverageFacts coverage, TargetFacts task) {
        String asked = task.coverage().map(made -> Numerals.exact(made.asked())).orElse("");
        boolean areLatest =
                task.coverage().filter(made -> made.rows() == DrawnRows.LATEST).isPresent();
        return ("A share of %s was asked for; chance explains %s and more%s. 95 times of 100, the share of all rows"
                        + " like these lies from at least to at most.")
                .formatted(
                        asked,
                        Numerals.fixed(coverage.leastByChance(), 3),
                        areLatest
                                ? " where nothing has changed with time"
                                : coverage.isBelowChance()
                                        ? ", so these rows are unlike those that the quantile is of"
                                        : "");
    }

    /// How large the intervals or sets of a column are.
    static String sizes(CoverageFacts coverage, TargetFacts task) {
        SetSizes sizes = coverage.sizes();
        if (coverage.classes().isEmpty()) {
            return sizes.infinite() == coverage.all().rows()
                    ? "No interval has an end."
                    : "Half of the intervals are at most %s wide, their mean width is %s%s."
                            .formatted(
                                    Numerals.score(sizes.median()),
                                    Numerals.score(sizes.mean()),
                                    sizes.infinite() == 0
                                            ? ""
                                            : "; %s have no end".formatted(Numerals.count(sizes.infinite())));
        }
        boolean areAdaptive = task.coverage()
                .filter(made -> made.columns().getFirst().score().equals("adaptive set"))
                .isPresent();
        return "A set has %s classes in the mean; %s are of one class, and %s of none, %s."
                .formatted(
                        Numerals.fixed(sizes.mean(), 2),
                        Numerals.count(sizes.single()),
                        Numerals.count(sizes.empty()),
                        areAdaptive
                                ? "which keeps the coverage of rows that are easy to tell from being too high"
                                : "whose rows look like no class");
    }
}
