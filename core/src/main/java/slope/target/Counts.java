package slope.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Table;

/// How often something happened: one output, the logarithm of how many times more often than in the
/// mean of the training rows.
///
/// @param column the column's name
/// @param rate the count of the training rows by their exposure (by their number without one),
///     above 0
/// @param exposure how long or how large each row was, if that differs
public record Counts(String column, double rate, Optional<Exposure> exposure) implements Target {
    /// e³⁰ times the mean is more than anything that is counted, and far from overflowing.
    public static final double LARGEST_LOGARITHM = 30;

    /// Learns the mean rate.
    ///
    /// @param exposure the name of the column of exposures, if there is one
    /// @throws DataException if a count or exposure is none, or all counts are 0
    static Counts fit(Table training, String column, Optional<String> exposure) {
        Column cells = training.column(column);
        double[] counts = new double[cells.rows()];
        Arrays.setAll(counts, row -> count(cells, row));
        double sum = Arrays.stream(counts).sum();
        Optional<Exposure> fitted = exposure.map(name -> Exposure.fit(training.column(name), counts));
        if (sum == 0) {
            throw new DataException(
                    "column \"%s\" is 0 in every row to learn from; there is nothing to count".formatted(column));
        }
        double exposed = fitted.map(each -> each.sum(training)).orElse((double) cells.rows());
        return new Counts(column, sum / exposed, fitted);
    }

    static Counts fit(TargetChoice choice, Table rows) {
        return fit(rows, choice.onlyColumn(TargetKind.COUNT, rows).name(), choice.exposure());
    }

    /// Whether numbers could be counts: whole, none below 0, and 0 is among them.
    static boolean mayBe(NumberColumn numbers) {
        boolean hasZero = false;
        for (int row = 0; row < numbers.rows(); row++) {
            double value = numbers.value(row);
            if (!(value >= 0 && value == Math.rint(value))) {
                return false;
            }
            hasZero |= value == 0;
        }
        return hasZero;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.COUNT;
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Counts fittedTo(Table training) {
        return fit(training, column, exposure.map(Exposure::column));
    }

    @Override
    public Counts renamed(List<Column> columns) {
        return new Counts(columns.getFirst().name(), rate, exposure);
    }

    @Override
    public boolean averagesWith(Target other) {
        return other instanceof Counts && other.columns().equals(columns());
    }

    @Override
    public float[] encode(Table table) {
        Column cells = table.column(column);
        float[] counts = new float[cells.rows()];
        for (int row = 0; row < counts.length; row++) {
            counts[row] = (float) count(cells, row);
        }
        return counts;
    }

    private static double count(Column cells, int row) {
        double count = TargetRows.number(cells, row);
        if (count < 0) {
            throw DataException.at(Place.ofCell(cells.name(), row), NumberColumn.text(count), "a count is not below 0");
        }
        return count;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public double[] decode(float[] outputs, Table rows) {
        double[] values = expectedInTheMean(rows);
        for (int row = 0; row < values.length; row++) {
            values[row] *= StrictMath.exp(Math.clamp(outputs[row], -LARGEST_LOGARITHM, LARGEST_LOGARITHM));
        }
        return values;
    }

    /// What a network's output of 0 stands for in each row: the mean rate times the row's exposure.
    public double[] expectedInTheMean(Table table) {
        double[] expected = new double[table.rows()];
        Arrays.fill(expected, rate);
        exposure.ifPresent(each -> each.multiplyInto(table, expected));
        return expected;
    }

    @Override
    public NumberPredictions predictions(double[] decoded) {
        return NumberPredictions.counts(column, decoded);
    }

    @Override
    public Loss loss(int outputs, LossOptions options) {
        return Loss.poisson();
    }

    /// The logarithms of what is expected in the mean.
    @Override
    public Optional<float[]> offsets(Table rows) {
        double[] expected = expectedInTheMean(rows);
        float[] offsets = new float[expected.length];
        for (int row = 0; row < offsets.length; row++) {
            offsets[row] = (float) StrictMath.log(expected[row]);
        }
        return Optional.of(offsets);
    }

    @Override
    public Metric metric() {
        return Metric.POISSON_DEVIANCE;
    }

    @Override
    public ScoredRows.Form form() {
        return ScoredRows.Form.COUNTS;
    }

    /// The mean rate, by each row's exposure.
    @Override
    public Predictions baseline(double[] constant, Table rows) {
        return predictions(expectedInTheMean(rows));
    }
}
