package slope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import slope.metric.Metrics;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// A predicted number on rows with known targets. Scores are weighted; groups, bins and points count
/// each row once.
public final class NumberEvaluation {
    private final String name;
    private final ScoredRows rows;
    private final double[] predicted;
    private final double[] observed;

    private NumberEvaluation(String name, ScoredRows rows) {
        this.name = name;
        this.rows = rows;
        this.predicted = new double[rows.rows()];
        this.observed = new double[rows.rows()];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = rows.predicted(row, 0);
            observed[row] = rows.actual(row, 0);
        }
    }

    /// One for each column; for quantiles the middle one.
    ///
    /// @param names of columns or quantiles
    static List<NumberEvaluation> of(List<String> names, ScoredRows rows) {
        int middle = names.size() / 2;
        return rows.form() == Form.QUANTILES
                ? List.of(new NumberEvaluation(names.get(middle), rows.number(middle)))
                : IntStream.range(0, names.size())
                        .mapToObj(index -> new NumberEvaluation(names.get(index), rows.number(index)))
                        .toList();
    }

    /// The column or quantile.
    public String name() {
        return name;
    }

    /// Its scores.
    public Metrics metrics() {
        return Metrics.of(rows);
    }

    /// Means of ten groups of rows.
    public DecileTable deciles() {
        return DecileTable.of(
                Arrays.stream(predicted).boxed().toList(),
                Arrays.stream(observed).boxed().toList());
    }

    /// The histogram of observed − predicted.
    public ResidualHistogram residuals() {
        double[] residuals = new double[predicted.length];
        Arrays.setAll(residuals, row -> observed[row] - predicted[row]);
        return ResidualHistogram.of(residuals);
    }

    /// A row's number.
    public record Point(double predicted, double observed) {}

    /// Some of the rows, evenly spaced; all, if they are few.
    ///
    /// @param most the maximum number of points
    public List<Point> points(int most) {
        int step = Math.ceilDiv(predicted.length, most);
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < predicted.length; row += step) {
            points.add(new Point(predicted[row], observed[row]));
        }
        return points;
    }

    @Override
    public String toString() {
        return name + "\n" + metrics();
    }
}
