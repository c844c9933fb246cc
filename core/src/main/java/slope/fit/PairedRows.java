package slope.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import slope.recipe.CalibrationChoice;
import slope.recipe.Setting;
import slope.recipe.Settings;
import slope.table.RowWeights;
import slope.table.Table;
import slope.target.Target;
import slope.target.TemperatureScaling;

/// Rows, to compare two ways to predict them row by row.
public final class PairedRows {
    private final Table table;
    private final Target target;
    private final RowLosses losses;
    private final double[] weights;
    private final boolean areCalibrated;

    /// The validation rows of a network.
    PairedRows(NetworkPlan plan) {
        this(plan, plan.validation());
    }

    private PairedRows(NetworkPlan plan, Table table) {
        Settings settings = plan.decided().settings();
        this.table = table;
        this.target = plan.decided().found().target();
        this.losses = new RowLosses(target, settings, table);
        this.weights = RowWeights.of(plan.estimator().rows().weight(), table);
        this.areCalibrated =
                settings.getOr(Setting.CALIBRATION, CalibrationChoice.NONE) == CalibrationChoice.TEMPERATURE;
    }

    /// Rows of a training's table.
    ///
    /// @param rows with its target columns
    public static PairedRows of(FitPlan plan, Table rows) {
        return new PairedRows(plan.first().plan(), rows);
    }

    /// How much a mean loss falls.
    ///
    /// @param mean negative where it rises
    /// @param standardError of the mean, which takes rows as independent
    /// @param before the mean loss before
    public record Gain(double mean, double standardError, double before) {
        /// Whether it is more than one standard error.
        public boolean isClear() {
            return mean > standardError;
        }

        /// Whether it is more than a share of the mean loss before.
        boolean isAbove(double share) {
            return mean > share * Math.abs(before);
        }
    }

    Table table() {
        return table;
    }

    /// The loss of each row.
    ///
    /// @param decoded as [Target#decode] gives them
    public double[] losses(double[] decoded) {
        return losses.of(decoded);
    }

    /// The loss of each row as it is served: of calibrated probabilities, with a temperature
    /// fitted to these rows. Two kinds of models are compared by it, because smoothed labels make a
    /// good network look worse than a poor one that learned little of the smoothing.
    double[] servedLosses(double[] decoded) {
        return losses(areCalibrated ? calibrated(decoded) : decoded);
    }

    private double[] calibrated(double[] decoded) {
        return TemperatureScaling.fit(target, decoded, target.actual(table), weights, List.of())
                .map(scaling -> scaling.apply(target, decoded))
                .orElse(decoded);
    }

    /// How much the weighted mean loss falls.
    public Gain gain(double[] before, double[] after) {
        double sum = Arrays.stream(weights).sum();
        double mean = mean(row -> before[row] - after[row], sum);
        double squares = IntStream.range(0, weights.length)
                .mapToDouble(row -> weights[row] * (before[row] - after[row] - mean))
                .map(value -> value * value)
                .sum();
        return new Gain(mean, Math.sqrt(squares) / sum, mean(row -> before[row], sum));
    }

    private double mean(IntToDoubleFunction ofRow, double sum) {
        return IntStream.range(0, weights.length)
                        .mapToDouble(row -> weights[row] * ofRow.applyAsDouble(row))
                        .sum()
                / sum;
    }
}
