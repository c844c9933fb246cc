package slope.metric;

import java.util.Arrays;

/// Confusion counts of classes or labels: true positives, false negatives and false positives.
final class ConfusionCounts {
    private double truePositives;
    private double falseNegatives;
    private double falsePositives;

    /// The counts of each class or label.
    static ConfusionCounts[] of(ScoredRows rows) {
        ConfusionCounts[] counts = new ConfusionCounts[rows.width()];
        Arrays.setAll(counts, ignored -> new ConfusionCounts());
        for (int row = 0; row < rows.rows(); row++) {
            boolean areClasses = rows.form() == ScoredRows.Form.CLASSES;
            int chosen = areClasses ? rows.predicted(row) : 0;
            for (int index = 0; index < counts.length; index++) {
                boolean there = areClasses ? rows.actual(row) == index : rows.isActual(row, index);
                boolean predicted = areClasses ? chosen == index : rows.isPredicted(row, index);
                counts[index].count(there, predicted, rows.weight(row));
            }
        }
        return counts;
    }

    private void count(boolean there, boolean predicted, double weight) {
        if (there && predicted) {
            truePositives += weight;
        } else if (there) {
            falseNegatives += weight;
        } else if (predicted) {
            falsePositives += weight;
        }
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
