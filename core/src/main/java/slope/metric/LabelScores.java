package slope.metric;

import java.util.EnumMap;
import java.util.Map;

/// Scores of predicted labels.
final class LabelScores {
    private LabelScores() {}

    /// @param actual rows × labels, 0 or 1
    static Map<Metric, Double> of(Predictions.Labels predictions, double[] actual, double[] weights) {
        int labels = predictions.names().size();
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
            ConfusionCounts hits = new ConfusionCounts();
            double[] truths = new double[weights.length];
            double[] probabilities = new double[weights.length];
            for (int row = 0; row < weights.length; row++) {
                boolean there = actual[row * labels + label] == 1;
                truths[row] = there ? 1 : 0;
                probabilities[row] = predictions.probability(row, label);
                hits.count(there, predictions.has(row, label), weights[row]);
                wrong += there == predictions.has(row, label) ? 0 : weights[row];
                logLoss -= weights[row] * ClassScores.logarithm(there ? probabilities[row] : 1 - probabilities[row]);
            }
            double area = RocAuc.areaUnderCurve(probabilities, truths, weights);
            areas += Double.isNaN(area) ? 0 : area;
            areasDefined += Double.isNaN(area) ? 0 : 1;
            macroF1 += hits.f1() / labels;
            allLabels.add(hits);
        }
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.LOG_LOSS, logLoss / rows / labels);
        scores.put(Metric.AUC, areasDefined == 0 ? Double.NaN : areas / areasDefined);
        scores.put(Metric.MICRO_F1, allLabels.f1());
        scores.put(Metric.MACRO_F1, macroF1);
        scores.put(Metric.HAMMING_LOSS, wrong / rows / labels);
        scores.put(Metric.SUBSET_ACCURACY, allRight(predictions, actual, weights) / rows);
        return scores;
    }

    private static double allRight(Predictions.Labels predictions, double[] actual, double[] weights) {
        int labels = predictions.names().size();
        double right = 0;
        for (int row = 0; row < weights.length; row++) {
            int same = 0;
            for (int label = 0; label < labels; label++) {
                same += (actual[row * labels + label] == 1) == predictions.has(row, label) ? 1 : 0;
            }
            right += same == labels ? weights[row] : 0;
        }
        return right;
    }
}
