package slope.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

/// What is predicted, fitted to training rows: how columns become numbers that a network learns,
/// how its outputs become predictions, and what these are scored by.
///
/// A network's outputs are *decoded* to probabilities, numbers or expected counts: rows × [#width],
/// row-major. Those of several networks are averaged, not their logits.
///
/// A class or a kind of value that training did not have is an error and not a guess: nothing that
/// the network can answer would be right there.
public sealed interface Target permits Classes, Labels, Numbers, Quantiles, Counts {

    /// The name people know it by.
    TargetKind kind();

    /// The names of the columns to predict.
    List<String> columns();

    /// The same target fitted to other training rows: scales and rates are learned from them alone,
    /// classes stay as they are.
    Target fittedTo(Table training);

    /// The same target with the names of other columns. Classes, scales and rates stay as they are:
    /// a network has learned them.
    ///
    /// @param columns one for each of [#columns]
    /// @throws DataException if a column has a class that the target does not know
    Target renamed(List<Column> columns);

    /// Whether decoded outputs of both may be averaged: scales may differ, columns and classes may
    /// not.
    boolean averagesWith(Target other);

    /// What the loss compares outputs with: rows × columns, row-major; finite.
    ///
    /// @param table with the columns, no cell of them missing, see [TargetRows]
    /// @throws DataException if a class, or a kind of value, was not seen in training
    float[] encode(Table table);

    /// What is true of each row of a table: the number of its class; 0 or 1 for each label; the
    /// numbers themselves.
    ///
    /// @return rows × columns, row-major
    default double[] actual(Table table) {
        List<String> columns = columns();
        double[] numbers = new double[table.rows() * columns.size()];
        for (int index = 0; index < columns.size(); index++) {
            if (!(table.column(columns.get(index)) instanceof NumberColumn column)) {
                throw new DataException(
                        "column \"%s\" holds no numbers; the model predicts some".formatted(columns.get(index)));
            }
            for (int row = 0; row < table.rows(); row++) {
                numbers[row * columns.size() + index] = column.value(row);
            }
        }
        return numbers;
    }

    /// How many decoded outputs each row has. A network has as many outputs, or [#fewestOutputs].
    int width();

    /// How many outputs a network has at least.
    default int fewestOutputs() {
        return width();
    }

    /// Decodes a network's outputs, the mean over its ensemble members.
    ///
    /// @param outputs rows × ensemble members × outputs, row-major
    /// @param rows of the table that the outputs are of
    /// @return rows × [#width], row-major
    default double[] decode(float[] outputs, int ensembleMembers, Table rows) {
        if (ensembleMembers == 1) {
            return decode(outputs, rows);
        }
        int count = rows.rows() == 0 ? 0 : outputs.length / rows.rows() / ensembleMembers;
        float[] ofMember = new float[rows.rows() * count];
        double[] mean = new double[rows.rows() * width()];
        for (int member = 0; member < ensembleMembers; member++) {
            for (int row = 0; row < rows.rows(); row++) {
                System.arraycopy(outputs, (row * ensembleMembers + member) * count, ofMember, row * count, count);
            }
            double[] decoded = decode(ofMember, rows);
            for (int index = 0; index < mean.length; index++) {
                mean[index] += decoded[index] / ensembleMembers;
            }
        }
        return mean;
    }

    /// Decodes the outputs of a network with one ensemble member.
    double[] decode(float[] outputs, Table rows);

    /// Decoded outputs as predictions.
    ///
    /// @param decoded copied
    Predictions predictions(double[] decoded);

    /// Its usual loss.
    ///
    /// @param outputs of the network, of each ensemble member
    Loss loss(int outputs, LossOptions options);

    /// What the loss adds to each row's output, see [slope.loss.PoissonLoss].
    default Optional<float[]> offsets(Table rows) {
        return Optional.empty();
    }

    /// The column that decoding needs beside a network's outputs.
    default Optional<Exposure> exposure() {
        return Optional.empty();
    }

    /// The metrics that can choose the best epoch, the usual one first.
    default List<Metric> metrics() {
        return Stream.concat(Stream.of(metric()), Metric.ALL.stream().filter(this::canBeChosenBy))
                .distinct()
                .toList();
    }

    /// Whether a metric can choose the best epoch.
    default boolean canBeChosenBy(Metric metric) {
        return metric.better() != Metric.Better.NEITHER && metric.appliesTo(form(), width());
    }

    /// The usual metric.
    Metric metric();

    /// What its predictions are to metrics.
    ScoredRows.Form form();

    /// The trivial prediction that every model is compared with: the same for each row, from the
    /// training rows' target alone.
    ///
    /// @param constant what [#constant] makes of the training rows
    default Predictions baseline(double[] constant, Table rows) {
        double[] decoded = new double[rows.rows() * constant.length];
        for (int index = 0; index < decoded.length; index++) {
            decoded[index] = constant[index % constant.length];
        }
        return predictions(decoded);
    }

    /// The decoded outputs of the baseline for one row: the means of the training rows.
    ///
    /// @param training the training rows, none of their targets missing
    default double[] constant(Table training) {
        double[] actual = actual(training);
        double[] means = new double[width()];
        for (int index = 0; index < actual.length; index++) {
            means[index % means.length] += actual[index] / training.rows();
        }
        return means;
    }

    /// Whether classes or labels are predicted.
    default boolean isClassification() {
        return false;
    }

    /// The column that the parts of a split should have alike: the first one to predict.
    default Column stratifiedBy(Table table) {
        return table.column(columns().getFirst());
    }
}
