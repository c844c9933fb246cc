package slope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import slope.metric.ScoredRows;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.Classes;

/// The confusion matrix: how many rows of each actual class were predicted as each class.
public final class ConfusionMatrix {
    private final List<String> classes;
    private final int[][] counts; // actual × predicted

    private ConfusionMatrix(List<String> classes, int[][] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /// Counts predictions against the target column.
    public static ConfusionMatrix of(ClassPredictions predictions, Classes target, Table actual) {
        float[] classes = target.encode(actual);
        return of(predictions, row -> (int) classes[row]);
    }

    /// Counts predictions against the actual classes.
    ///
    /// @param actual the class number of each row, from 0
    public static ConfusionMatrix of(ClassPredictions predictions, IntUnaryOperator actual) {
        int classes = predictions.classes().size();
        int[][] counts = new int[classes][classes];
        for (int row = 0; row < predictions.rows(); row++) {
            counts[actual.applyAsInt(row)][predictions.predicted(row)]++;
        }
        return new ConfusionMatrix(predictions.classes(), counts);
    }

    /// The confusion matrix of each label, of the classes 0 (absent) and 1 (present).
    static List<ConfusionMatrix> ofLabels(ScoredRows rows) {
        List<ConfusionMatrix> all = new ArrayList<>();
        for (int label = 0; label < rows.width(); label++) {
            int[][] counts = new int[2][2];
            for (int row = 0; row < rows.rows(); row++) {
                counts[rows.isActual(row, label) ? 1 : 0][rows.isPredicted(row, label) ? 1 : 0]++;
            }
            all.add(new ConfusionMatrix(List.of("0", "1"), counts));
        }
        return all;
    }

    /// The classes, in the order of rows and columns.
    public List<String> classes() {
        return classes;
    }

    /// The number of rows of one actual class that were predicted as another, or as the same.
    public int count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /// A copy of all counts, actual × predicted.
    public int[][] toArray() {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }
}
