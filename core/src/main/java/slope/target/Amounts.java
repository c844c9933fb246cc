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

/// A target of counts or amounts: one output, the logarithm of the amount relative to the mean rate
/// of the training rows. The variance grows like a power of the mean (Jørgensen 1987): 1 for counts
/// (Poisson), 2 for amounts above 0 (gamma), between for amounts many of which are 0 (Tweedie).
///
/// @param column the column's name
/// @param power from 1 to 2
/// @param rate the total amount of the training rows divided by their total exposure (by the number
///     of rows without one), above 0
/// @param exposure the exposure of each row, if it differs
public record Amounts(String column, double power, double rate, Optional<Exposure> exposure) implements Target {
    /// Halfway between counts and gamma, the usual choice for the claims of insurance policies.
    static final double DEFAULT_POWER = 1.5;

    /// e³⁰ times the mean rate is more than any amount, and far from overflowing.
    public static final double LARGEST_LOGARITHM = 30;

    public Amounts {
        if (!(power >= 1 && power <= 2)) {
            throw new DataException("the power of amounts is from 1 to 2, not " + NumberColumn.text(power));
        }
    }

    /// Fits the mean rate.
    ///
    /// @param exposure the name of the column of exposures, if there is one
    /// @throws DataException if an amount or exposure is invalid, or all amounts are 0
    static Amounts fit(Table training, String column, double power, Optional<String> exposure) {
        Column cells = training.column(column);
        double[] amounts = new double[cells.rows()];
        Arrays.setAll(amounts, row -> amount(cells, power, row));
        double sum = Arrays.stream(amounts).sum();
        Optional<Exposure> fitted = exposure.map(name -> Exposure.fit(training.column(name), amounts));
        if (sum == 0) {
            throw new DataException("column \"%s\" is 0 in every training row; there is nothing to %s"
                    .formatted(column, power == 1 ? "count" : "predict"));
        }
        double exposed = fitted.map(each -> each.sum(training)).orElse((double) cells.rows());
        return new Amounts(column, power, sum / exposed, fitted);
    }

    static Amounts fit(TargetChoice choice, TargetKind kind, double power, Table rows) {
        return fit(rows, choice.onlyColumn(kind, rows).name(), power, choice.exposure());
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
        return power == 1 ? TargetKind.COUNT : power == 2 ? TargetKind.GAMMA : TargetKind.TWEEDIE;
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Amounts fittedTo(Table training) {
        return fit(training, column, power, exposure.map(Exposure::column));
    }

    @Override
    public Amounts renamed(List<Column> columns) {
        return new Amounts(columns.getFirst().name(), power, rate, exposure);
    }

    @Override
    public boolean averagesWith(Target other) {
        return other instanceof Amounts amounts
                && amounts.power == power
                && amounts.columns().equals(columns());
    }

    @Override
    public float[] encode(Table table) {
        Column cells = table.column(column);
        float[] amounts = new float[cells.rows()];
        for (int row = 0; row < amounts.length; row++) {
            amounts[row] = (float) amount(cells, power, row);
        }
        return amounts;
    }

    private static double amount(Column cells, double power, int row) {
        double amount = TargetRows.number(cells, row);
        // As floats, which the loss takes, the smallest doubles are 0.
        if (amount < 0 || (power == 2 && (float) amount == 0)) {
            String wanted = power == 1
                    ? "a count is not below 0"
                    : power == 2
                            ? "an amount of gamma is above 0; Tweedie allows 0"
                            : "an amount of Tweedie is not below 0";
            throw DataException.at(Place.ofCell(cells.name(), row), NumberColumn.text(amount), wanted);
        }
        return amount;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public double[] decode(float[] outputs, Table rows) {
        double[] values = meanAmounts(rows);
        for (int row = 0; row < values.length; row++) {
            values[row] *= StrictMath.exp(Math.clamp(outputs[row], -LARGEST_LOGARITHM, LARGEST_LOGARITHM));
        }
        return values;
    }

    /// The prediction for an output of 0 in each row: the mean rate times the row's exposure.
    public double[] meanAmounts(Table table) {
        double[] expected = new double[table.rows()];
        Arrays.fill(expected, rate);
        exposure.ifPresent(each -> each.multiplyInto(table, expected));
        return expected;
    }

    @Override
    public NumberPredictions predictions(double[] decoded) {
        return NumberPredictions.amounts(column, power, decoded);
    }

    @Override
    public Loss loss(int outputs, LossOptions options) {
        return power == 1 ? Loss.poisson() : Loss.tweedie(power);
    }

    /// The logarithms of the expected amounts.
    @Override
    public Optional<float[]> offsets(Table rows) {
        double[] expected = meanAmounts(rows);
        float[] offsets = new float[expected.length];
        for (int row = 0; row < offsets.length; row++) {
            offsets[row] = (float) StrictMath.log(expected[row]);
        }
        return Optional.of(offsets);
    }

    @Override
    public Metric metric() {
        return switch (form()) {
            case GAMMA -> Metric.GAMMA_DEVIANCE;
            case TWEEDIE -> Metric.TWEEDIE_DEVIANCE;
            default -> Metric.POISSON_DEVIANCE;
        };
    }

    @Override
    public ScoredRows.Form form() {
        return NumberPredictions.formOf(power);
    }

    /// The mean rate, by each row's exposure.
    @Override
    public Predictions baseline(double[] constant, Table rows) {
        return predictions(meanAmounts(rows));
    }
}
