package slope.metric;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Scores of predicted classes.
final class ClassScores {
    private ClassScores() {}

    /// @param actual the number of each row's class
    static Map<Metric, Double> of(Predictions.Classes predictions, double[] actual, double[] weights) {
        int classes = predictions.classes().size();
        ConfusionCounts[] hits = new ConfusionCounts[classes];
        Arrays.setAll(hits, _ -> new ConfusionCounts());
        double all = 0;
        double right = 0;
        double logLoss = 0;
        for (int row = 0; row < actual.length; row++) {
            int truth = (int) actual[row];
            int predicted = predictions.likeliest(row);
            for (int index = 0; index < classes; index++) {
                hits[index].count(truth == index, predicted == index, weights[row]);
            }
            all += weights[row];
            right += truth == predicted ? weights[row] : 0;
            logLoss -= weights[row] * logarithm(predictions.probability(row, truth));
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.ACCURACY, right / all);
        scores.put(Metric.LOG_LOSS, logLoss / all);
        if (classes == 2) {
            double[] probabilities = new double[actual.length];
            Arrays.setAll(probabilities, row -> predictions.probability(row, 1));
            scores.put(Metric.AUC, RocAuc.areaUnderCurve(probabilities, actual, weights));
            scores.put(Metric.F1, hits[1].f1());
        } else {
            scores.put(
                    Metric.MACRO_F1,
                    Arrays.stream(hits)
                            .mapToDouble(ConfusionCounts::f1)
                            .average()
                            .orElse(Double.NaN));
        }
        return scores;
    }

    /// A probability that underflowed to 0 counts as the smallest double: wrong without end helps nobody.
    static double logarithm(double probability) {
        return StrictMath.log(Math.max(probability, Double.MIN_NORMAL));
    }
}
