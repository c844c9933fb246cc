package slope.target;

import java.util.Arrays;
import java.util.List;
import slope.loss.Loss;
import slope.loss.QuantileLoss;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

/// A target of quantiles of a number: an output for each, in standard deviations from the mean of
/// the training rows.
///
/// @param scale of the column
/// @param levels the quantile levels, above 0 and below 1, ascending: 0.9 is the number that nine
///     of ten do not exceed
public record Quantiles(TargetScale scale, List<Double> levels) implements Target {
    public Quantiles {
        levels = List.copyOf(levels);
        double last = 0;
        for (double level : levels) {
            if (!(level > last && level < 1)) {
                throw new DataException("quantile levels must be above 0, below 1 and ascending, not %s"
                        .formatted(String.join(
                                ", ", levels.stream().map(NumberColumn::text).toList())));
            }
            last = level;
        }
    }

    static Quantiles fit(TargetChoice choice, Table rows, TargetScale.Range range) {
        if (choice.quantiles().isEmpty()) {
            throw new DataException("quantile regression needs the quantiles to predict, such as 0.1, 0.5 and 0.9");
        }
        return new Quantiles(TargetScale.fit(choice.onlyColumn(TargetKind.QUANTILE, rows), range), choice.quantiles());
    }

    @Override
    public TargetKind kind() {
        return TargetKind.QUANTILE;
    }

    @Override
    public List<String> columns() {
        return List.of(scale.column());
    }

    @Override
    public Quantiles fittedTo(Table training) {
        return new Quantiles(scale.fittedTo(training), levels);
    }

    @Override
    public Quantiles renamed(List<Column> columns) {
        return new Quantiles(scale.renamed(columns.getFirst().name()), levels);
    }

    @Override
    public boolean averagesWith(Target other) {
        return other instanceof Quantiles others && others.columns().equals(columns()) && others.levels.equals(levels);
    }

    @Override
    public float[] encode(Table table) {
        return new Numbers(List.of(scale)).encode(table);
    }

    @Override
    public int width() {
        return levels.size();
    }

    @Override
    public double[] decode(float[] outputs, Table rows) {
        return new Numbers(List.of(scale)).decode(outputs, rows);
    }

    @Override
    public QuantilePredictions predictions(double[] decoded) {
        return new QuantilePredictions(scale.column(), levels, decoded);
    }

    @Override
    public Loss loss(int outputs, LossOptions options) {
        return new QuantileLoss(levels);
    }

    @Override
    public Metric metric() {
        return Metric.PINBALL;
    }

    @Override
    public ScoredRows.Form form() {
        return ScoredRows.Form.QUANTILES;
    }

    /// The quantiles of the training rows.
    @Override
    public double[] constant(Table training) {
        double[] ascending = actual(training);
        Arrays.sort(ascending);
        double[] quantiles = new double[levels.size()];
        Arrays.setAll(quantiles, index -> ascending[(int) (levels.get(index) * (ascending.length - 1))]);
        return quantiles;
    }
}
