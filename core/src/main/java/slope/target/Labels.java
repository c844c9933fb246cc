package slope.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.internal.table.TargetRows;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// A target of several labels, each in a column with two values: 0 and 1, false and true, or two
/// words. A network has a logit for each.
///
/// @param labels each with two classes: absent and present
public record Labels(List<Classes> labels) implements Target {
    public Labels {
        labels = List.copyOf(labels);
        for (Classes label : labels) {
            if (label.classes().size() != 2) {
                throw new DataException("column \"%s\" has %s different values; a label has two, such as 0 and 1"
                        .formatted(label.column(), label.classes().size()));
            }
        }
    }

    static Labels fit(TargetChoice choice, Table rows) {
        return new Labels(
                choice.columns().stream().map(rows::column).map(Classes::fit).toList());
    }

    @Override
    public TargetKind kind() {
        return TargetKind.MULTILABEL;
    }

    @Override
    public List<String> columns() {
        return labels.stream().map(Classes::column).toList();
    }

    @Override
    public Labels fittedTo(Table training) {
        return this;
    }

    @Override
    public Labels renamed(List<Column> columns) {
        List<Classes> renamed = new ArrayList<>();
        for (Column column : columns) {
            renamed.add(labels.get(renamed.size()).renamed(column));
        }
        return new Labels(renamed);
    }

    @Override
    public boolean averagesWith(Target other) {
        return equals(other);
    }

    /// 1 where a row has a label, 0 where it does not.
    @Override
    public float[] encode(Table table) {
        float[] encoded = new float[Math.multiplyExact(table.rows(), labels.size())];
        for (int label = 0; label < labels.size(); label++) {
            float[] cells = labels.get(label).encode(table);
            for (int row = 0; row < cells.length; row++) {
                encoded[row * labels.size() + label] = cells[row];
            }
        }
        return encoded;
    }

    @Override
    public double[] actual(Table table) {
        return TargetRows.widened(encode(table));
    }

    @Override
    public int width() {
        return labels.size();
    }

    /// The probability of each label from its logit.
    @Override
    public double[] decode(float[] outputs, Table rows) {
        double[] probabilities = new double[outputs.length];
        for (int index = 0; index < outputs.length; index++) {
            probabilities[index] = 1 / (1 + StrictMath.exp(-outputs[index]));
        }
        return probabilities;
    }

    @Override
    public LabelPredictions predictions(double[] decoded) {
        return new LabelPredictions(
                columns(), labels.stream().map(Classes::classes).toList(), decoded);
    }

    @Override
    public Loss loss(int outputs, LossOptions options) {
        return Loss.binaryCrossEntropy();
    }

    @Override
    public Metric metric() {
        return Metric.LOG_LOSS;
    }

    @Override
    public ScoredRows.Form form() {
        return ScoredRows.Form.LABELS;
    }

    @Override
    public boolean isClassification() {
        return true;
    }

    /// Each label's share of the training rows.
    @Override
    public double[] constant(Table training) {
        double[] shares = Target.super.constant(training);
        int[] counts = new int[shares.length];
        float[] present = encode(training);
        for (int index = 0; index < present.length; index++) {
            counts[index % counts.length] += (int) present[index];
        }
        Arrays.setAll(shares, index -> counts[index] == training.rows() ? 1 : shares[index]); // not 1 + 4e-16
        return shares;
    }

    /// The combination of labels.
    @Override
    public Column stratifiedBy(Table table) {
        CategoryColumn.Builder combination = new CategoryColumn.Builder(String.join(", ", columns()));
        List<Column> columns = columns().stream().map(table::column).toList();
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder cells = new StringBuilder();
            for (Column column : columns) {
                cells.append(column.text(row)).append('|');
            }
            combination.add(cells.toString());
        }
        return combination.build();
    }
}
