package slope.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import slope.internal.table.TargetRows;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.TableEncoder;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Target;
import slope.target.TargetScale;

/// The linear part of a prediction: a ridge regression on numbers, on signed logarithms of them and on the
/// levels of categories. For classes, labels and amounts it is a logistic or Poisson regression, whose
/// predictors are added to the outputs of a network; for numbers the network learns what it leaves over.
///
/// It is fitted before the network is trained, in double precision, and stays as it is.
///
/// @param encoding from columns to inputs: numbers, then codes of levels
/// @param network one dense layer without activation, behind an embedding that looks a level's weights up
/// @param scales of numbers and quantiles, one for each column: from its outputs to the column's unit; empty for
///     classes, labels and amounts
/// @param strength of the ridge: what the squares of weights are multiplied by in the loss, halved
public record LinearPart(TableEncoder encoding, Network network, List<TargetScale> scales, double strength) {
    public LinearPart {
        scales = List.copyOf(scales);
        if (encoding.width() != network.architecture().inputs()) {
            throw new IllegalArgumentException("the encoding of a linear part has %s inputs, its network %s"
                    .formatted(encoding.width(), network.architecture().inputs()));
        }
        if (!scales.isEmpty() && scales.size() != outputs(network)) {
            throw new IllegalArgumentException(
                    "a linear part with %s outputs has %s scales".formatted(outputs(network), scales.size()));
        }
    }

    /// The same part of numbers in columns with other names.
    ///
    /// @param columns one for each target column
    public LinearPart renamed(List<String> columns) {
        List<TargetScale> renamed = new ArrayList<>();
        for (TargetScale scale : scales) {
            renamed.add(scale.renamed(columns.get(renamed.size())));
        }
        return new LinearPart(encoding, network, renamed, strength);
    }

    private static int outputs(Network network) {
        return network.architecture().outputs();
    }

    /// Its outputs of each row.
    public int outputs() {
        return outputs(network);
    }

    /// What it says of each row: numbers in the column's unit, or what is added to a network's outputs.
    ///
    /// @return rows × outputs, row-major
    public double[] of(Table rows) {
        return of(encoding.encode(rows));
    }

    /// The same of encoded rows.
    ///
    /// @param inputs rows × inputs, row-major
    public double[] of(float[] inputs) {
        return scaled(network.predict(inputs));
    }

    /// What it says of one row, given by the column that each encoder encodes.
    public double[] ofRow(Function<ColumnEncoder, Column> cells) {
        return of(encoding.encode(cells, 1));
    }

    private double[] scaled(float[] outputs) {
        double[] scaled = new double[outputs.length];
        for (int index = 0; index < scaled.length; index++) {
            scaled[index] = scales.isEmpty()
                    ? outputs[index]
                    : scales.get(index % scales.size()).decode(outputs[index]);
        }
        return scaled;
    }

    /// What is left for a network to learn: the same rows, with the differences between the target columns
    /// and this part in place of numbers.
    public Table rest(Table rows) {
        if (scales.isEmpty()) {
            return rows;
        }
        double[] part = of(rows);
        return new Table(rows.columns().stream()
                .map(column -> scales.stream()
                        .filter(scale -> scale.column().equals(column.name()))
                        .findFirst()
                        .map(scale -> difference(column, part, scales.indexOf(scale)))
                        .orElse(column))
                .toList());
    }

    private Column difference(Column column, double[] part, int index) {
        double[] differences = new double[column.rows()];
        for (int row = 0; row < differences.length; row++) {
            differences[row] = TargetRows.number(column, row) - part[row * scales.size() + index];
        }
        return NumberColumn.of(column.name(), differences);
    }

    /// Decodes a network's outputs and adds this part: to the outputs before they are decoded, or to decoded
    /// numbers.
    ///
    /// @param target of what is left, see [#rest]
    /// @param outputs rows × ensemble members × outputs, row-major
    /// @param part what this part says of the rows
    /// @return rows × decoded outputs, row-major
    public double[] decode(Target target, float[] outputs, int ensembleMembers, Table rows, double[] part) {
        if (!scales.isEmpty()) {
            double[] decoded = target.decode(outputs, ensembleMembers, rows);
            int each = decoded.length / Math.max(part.length, 1);
            for (int index = 0; index < decoded.length; index++) {
                decoded[index] += part[index / each];
            }
            return decoded;
        }
        float[] moved = outputs.clone();
        int width = outputs();
        for (int index = 0; index < moved.length; index++) {
            int row = index / (width * ensembleMembers);
            moved[index] += (float) part[row * width + index % width];
        }
        return target.decode(moved, ensembleMembers, rows);
    }
}
