package slope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;
import slope.target.ClassPredictions;
import slope.target.Predictions;

/// How far the predictions of two models are from each other, row by row.
final class PredictionDistance {
    private final ScoredRows first;
    private final ScoredRows second;
    private final Predictions ofFirst;
    private final Predictions ofSecond;
    private final List<int[]> outputs; // of both models, of the same name; −1 where one does not know it
    private final double[] scales; // of the columns of numbers

    private PredictionDistance(Evaluation first, Evaluation second) {
        this.first = first.scored();
        this.second = second.scored();
        this.ofFirst = first.predictions();
        this.ofSecond = second.predictions();
        this.outputs = pairs(names(ofFirst), names(ofSecond));
        this.scales = IntStream.range(0, this.first.width())
                .mapToDouble(index -> scale(this.first, index))
                .toArray();
    }

    static PredictionDistance between(Evaluation first, Evaluation second) {
        return new PredictionDistance(first, second);
    }

    private static List<String> names(Predictions predictions) {
        return predictions instanceof ClassPredictions classes ? classes.classes() : predictions.names();
    }

    private static List<int[]> pairs(List<String> first, List<String> second) {
        List<int[]> pairs = new ArrayList<>();
        for (String name : first) {
            pairs.add(new int[] {first.indexOf(name), second.indexOf(name)});
        }
        for (String name : second) {
            if (!first.contains(name)) {
                pairs.add(new int[] {-1, second.indexOf(name)});
            }
        }
        return pairs;
    }

    /// 1 for one column, whose distance is in its unit.
    private static double scale(ScoredRows rows, int column) {
        if (rows.width() == 1 || !rows.form().areNumbers()) {
            return 1;
        }
        double mean = 0;
        for (int row = 0; row < rows.rows(); row++) {
            mean += rows.actual(row, column) / rows.rows();
        }
        double squares = 0;
        for (int row = 0; row < rows.rows(); row++) {
            squares += (rows.actual(row, column) - mean) * (rows.actual(row, column) - mean) / rows.rows();
        }
        return squares == 0 ? 1 : Math.sqrt(squares);
    }

    /// Whether both predict the same, as people read it.
    boolean isSame(int row) {
        return ofFirst.textOfRow(row).equals(ofSecond.textOfRow(row));
    }

    double of(int row) {
        Form form = first.form();
        if (form == Form.QUANTILES || second.form() == Form.QUANTILES) {
            return Math.abs(middle(first, row) - middle(second, row));
        }
        double sum = 0;
        double largest = 0;
        for (int[] pair : outputs) {
            double difference = Math.abs(at(first, row, pair[0]) - at(second, row, pair[1]));
            largest = Math.max(largest, difference);
            sum += form == Form.CLASSES ? difference / 2 : difference / scales[Math.max(0, pair[0])] / outputs.size();
        }
        return form == Form.LABELS ? largest : sum;
    }

    private static double middle(ScoredRows rows, int row) {
        return rows.predicted(row, rows.width() / 2);
    }

    private static double at(ScoredRows rows, int row, int index) {
        return index < 0 ? 0 : rows.predicted(row, index);
    }
}
