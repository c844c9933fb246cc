package slope.target;

import java.util.ArrayList;
import java.util.List;
import slope.internal.table.TargetRows;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.Column;
import slope.table.Table;

/// A numeric target of one or more columns: an output for each, in standard deviations from the
/// mean of the training rows.
///
/// @param scales one for each column
public record Numbers(List<TargetScale> scales) implements Target {
    public Numbers {
        scales = List.copyOf(scales);
    }

    static Numbers fit(TargetChoice choice, Table rows, TargetScale.Range range) {
        return new Numbers(choice.columns().stream()
                .map(rows::column)
                .map(column -> TargetScale.fit(column, range))
                .toList());
    }

    @Override
    public TargetKind kind() {
        return TargetKind.REGRESSION;
    }

    @Override
    public List<String> columns() {
        return scales.stream().map(TargetScale::column).toList();
    }

    @Override
    public Numbers fittedTo(Table training) {
        return new Numbers(
                scales.stream().map(scale -> scale.fittedTo(training)).toList());
    }

    @Override
    public Numbers renamed(List<Column> columns) {
        List<TargetScale> renamed = new ArrayList<>();
        for (Column column : columns) {
            renamed.add(scales.get(renamed.size()).renamed(column.name()));
        }
        return new Numbers(renamed);
    }

    @Override
    public boolean averagesWith(Target other) {
        return other instanceof Numbers && other.columns().equals(columns());
    }

    @Override
    public float[] encode(Table table) {
        float[] encoded = new float[Math.multiplyExact(table.rows(), scales.size())];
        for (int index = 0; index < scales.size(); index++) {
            TargetScale scale = scales.get(index);
            Column cells = table.column(scale.column());
            for (int row = 0; row < cells.rows(); row++) {
                encoded[row * scales.size() + index] = scale.encode(TargetRows.number(cells, row));
            }
        }
        return encoded;
    }

    @Override
    public int width() {
        return scales.size();
    }

    @Override
    public double[] decode(float[] outputs, Table rows) {
        double[] values = new double[outputs.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = scales.get(index % scales.size()).decode(outputs[index]);
        }
        return values;
    }

    @Override
    public NumberPredictions predictions(double[] decoded) {
        return new NumberPredictions(columns(), decoded);
    }

    @Override
    public Loss loss(int outputs, LossOptions options) {
        return options.ofNumbers().loss();
    }

    @Override
    public Metric metric() {
        return Metric.RMSE;
    }

    @Override
    public ScoredRows.Form form() {
        return ScoredRows.Form.NUMBERS;
    }
}
