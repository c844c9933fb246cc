package slope.target;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.internal.table.TargetRows;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Table;

/// A target of counts: one output, the logarithm of the count relative to the mean rate of the
/// training rows.
///
/// @param column the column's name
/// @param rate the total count of the training rows divided by their total exposure (by the number
///     of rows without one), above 0
/// @param exposure the exposure of each row, if it differs
public record Counts(String column, double rate, Optional<Exposure> exposure) implements Target {
    /// e³⁰ times the mean rate is more than any count, and far from overflowing.
    public static final double LARGEST_LOGARITHM = 30;

    /// Fits the mean rate.
    ///
    /// @param exposure the name of the column of exposures, if there is one
    /// @throws DataException if a count or exposure is invalid, or all counts are 0
    static Counts fit(Table training, String column, Optional<String> exposure) {
        Column cells = training.column(column);
        double[] counts = new double[cells.rows()];
        Arrays.setAll(counts, row -> count(cells, row));
        double sum = Arrays.stream(counts).sum();
        Optional<Exposure> fitted = exposure.map(name -> Exposure.fit(training.column(name), counts));
        if (sum == 0) {
            throw new DataException(
                    "column \"%s\" is 0 in every training row; there is nothing to count".formatted(column));
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
        double[] values = meanCounts(rows);
        for (int row = 0; row < values.length; row++) {
            values[row] *= StrictMath.exp(Math.clamp(outputs[row], -LARGEST_LOGARITHM, LARGEST_LOGARITHM));
        }
        return values;
    }

    /// The prediction for an output of 0 in each row: the mean rate times the row's exposure.
    public double[] meanCounts(Table table) {
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

    /// The logarithms of the expected counts.
    @Override
    public Optional<float[]> offsets(Table rows) {
        double[] expected = meanCounts(rows);
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
        return predictions(meanCounts(rows));
    }
}
