package slope.metric;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Scores of predicted labels.
public final class LabelScores {
    /// The metrics that can choose the best epoch, the usual one first.
    public static final List<Metric> METRICS = List.of(
            Metric.LOG_LOSS, Metric.AUC, Metric.MICRO_F1, Metric.MACRO_F1, Metric.HAMMING_LOSS, Metric.SUBSET_ACCURACY);

    private LabelScores() {}

    /// All scores.
    ///
    /// @param all the probabilities, rows × labels; a label of 0.5 or more counts as predicted
    /// @param labels how many there are
    /// @param actual rows × labels, 0 or 1
    /// @param weights how many rows each one counts for
    public static Metrics of(double[] all, int labels, double[] actual, double[] weights) {
        Metrics.check(all, labels, weights);
        double rows = 0;
        for (double weight : weights) {
            rows += weight;
        }
        ConfusionCounts allLabels = new ConfusionCounts();
        double macroF1 = 0;
        double wrong = 0;
        double logLoss = 0;
        double areas = 0;
        int areasDefined = 0;
        for (int label = 0; label < labels; label++) {
            ConfusionCounts counts = new ConfusionCounts();
            double[] truths = new double[weights.length];
            double[] probabilities = new double[weights.length];
            for (int row = 0; row < weights.length; row++) {
                boolean there = actual[row * labels + label] == 1;
                truths[row] = there ? 1 : 0;
                probabilities[row] = all[row * labels + label];
                boolean found = probabilities[row] >= 0.5;
                counts.count(there, found, weights[row]);
                wrong += there == found ? 0 : weights[row];
                logLoss -= weights[row] * ClassScores.logarithm(there ? probabilities[row] : 1 - probabilities[row]);
            }
            double area = RocAuc.areaUnderCurve(probabilities, truths, weights);
            areas += Double.isNaN(area) ? 0 : area;
            areasDefined += Double.isNaN(area) ? 0 : 1;
            macroF1 += counts.f1() / labels;
            allLabels.add(counts);
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.LOG_LOSS, logLoss / rows / labels);
        scores.put(Metric.AUC, areasDefined == 0 ? Double.NaN : areas / areasDefined);
        scores.put(Metric.MICRO_F1, allLabels.f1());
        scores.put(Metric.MACRO_F1, macroF1);
        scores.put(Metric.HAMMING_LOSS, wrong / rows / labels);
        scores.put(Metric.SUBSET_ACCURACY, allRight(all, actual, weights) / rows);
        return new Metrics(scores);
    }

    private static double allRight(double[] all, double[] actual, double[] weights) {
        int labels = all.length / weights.length;
        double right = 0;
        for (int row = 0; row < weights.length; row++) {
            int same = 0;
            for (int label = 0; label < labels; label++) {
                same += (actual[row * labels + label] == 1) == (all[row * labels + label] >= 0.5) ? 1 : 0;
            }
            right += same == labels ? weights[row] : 0;
        }
        return right;
    }
}
