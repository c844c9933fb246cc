package slope.metric;

import java.util.Arrays;

/// Confusion counts of classes or labels: true positives, false negatives and false positives.
final class ConfusionCounts {
    private double truePositives;
    private double falseNegatives;
    private double falsePositives;

    /// The number of sums that counts are made of: three for each class or label.
    static int sums(ScoredRows rows) {
        return 3 * rows.width();
    }

    /// Counts a row among the sums.
    static void add(ScoredRows rows, int row, double[] sums) {
        if (rows.form() == ScoredRows.Form.CLASSES) {
            int actual = (int) rows.actual(row);
            int predicted = rows.predicted(row);
            sums[3 * actual + (actual == predicted ? 0 : 1)] += rows.weight(row);
            sums[3 * predicted + 2] += actual == predicted ? 0 : rows.weight(row);
            return;
        }
        for (int label = 0; label < rows.width(); label++) {
            boolean isThere = rows.isActual(row, label);
            if (isThere || rows.isPredicted(row, label)) {
                int which = !isThere ? 2 : rows.isPredicted(row, label) ? 0 : 1;
                sums[3 * label + which] += rows.weight(row);
            }
        }
    }

    /// The counts of each class or label.
    static ConfusionCounts[] of(double[] sums) {
        ConfusionCounts[] counts = new ConfusionCounts[sums.length / 3];
        Arrays.setAll(counts, index -> {
            ConfusionCounts one = new ConfusionCounts();
            one.truePositives = sums[3 * index];
            one.falseNegatives = sums[3 * index + 1];
            one.falsePositives = sums[3 * index + 2];
            return one;
        });
        return counts;
    }

    void add(ConfusionCounts other) {
        truePositives += other.truePositives;
        falseNegatives += other.falseNegatives;
        falsePositives += other.falsePositives;
    }

    double truePositives() {
        return truePositives;
    }

    /// The rows of the class or with the label.
    double actual() {
        return truePositives + falseNegatives;
    }

    /// The rows for which the class or label is predicted.
    double predicted() {
        return truePositives + falsePositives;
    }

    /// F1: 2·TP / (2·TP + FN + FP); 0 if the class neither occurs nor is predicted.
    double f1() {
        double all = 2 * truePositives + falseNegatives + falsePositives;
        return all == 0 ? 0 : 2 * truePositives / all;
    }
}
