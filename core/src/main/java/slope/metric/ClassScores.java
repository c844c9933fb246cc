package slope.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Scores of predicted classes.
public final class ClassScores {
    /// The metrics that can choose the best epoch, the usual one first.
    public static final List<Metric> OF_TWO_CLASSES = List.of(Metric.LOG_LOSS, Metric.ACCURACY, Metric.AUC, Metric.F1);

    public static final List<Metric> OF_SEVERAL_CLASSES = List.of(Metric.ACCURACY, Metric.LOG_LOSS, Metric.MACRO_F1);

    private ClassScores() {}

    /// All scores.
    ///
    /// @param probabilities rows × classes
    /// @param classes how many there are
    /// @param actual the number of each row's class
    /// @param weights how many rows each one counts for
    public static Metrics of(double[] probabilities, int classes, double[] actual, double[] weights) {
        Metrics.check(probabilities, classes, weights);
        ConfusionCounts[] counts = new ConfusionCounts[classes];
        Arrays.setAll(counts, ignored -> new ConfusionCounts());
        double all = 0;
        double right = 0;
        double logLoss = 0;
        for (int row = 0; row < actual.length; row++) {
            int truth = (int) actual[row];
            int predicted = likeliest(probabilities, row * classes, classes);
            for (int index = 0; index < classes; index++) {
                counts[index].count(truth == index, predicted == index, weights[row]);
            }
            all += weights[row];
            right += truth == predicted ? weights[row] : 0;
            logLoss -= weights[row] * logarithm(probabilities[row * classes + truth]);
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.ACCURACY, right / all);
        scores.put(Metric.LOG_LOSS, logLoss / all);
        if (classes == 2) {
            double[] ofSecond = new double[actual.length];
            Arrays.setAll(ofSecond, row -> probabilities[2 * row + 1]);
            scores.put(Metric.AUC, RocAuc.areaUnderCurve(ofSecond, actual, weights));
            scores.put(Metric.F1, counts[1].f1());
        } else {
            scores.put(
                    Metric.MACRO_F1,
                    Arrays.stream(counts)
                            .mapToDouble(ConfusionCounts::f1)
                            .average()
                            .orElse(Double.NaN));
        }
        return new Metrics(scores);
    }

    /// The number of the likeliest class, the first of equals.
    ///
    /// @param probabilities of one row's classes from `start` on
    public static int likeliest(double[] probabilities, int start, int classes) {
        int likeliest = 0;
        for (int index = 1; index < classes; index++) {
            if (probabilities[start + index] > probabilities[start + likeliest]) {
                likeliest = index;
            }
        }
        return likeliest;
    }

    /// A probability that underflowed to 0 counts as the smallest double: wrong without end helps nobody.
    static double logarithm(double probability) {
        return StrictMath.log(Math.max(probability, Double.MIN_NORMAL));
    }
}
