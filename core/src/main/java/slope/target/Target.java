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

/// What is predicted, fitted to training rows: the encoding of target columns, the decoding of a
/// network's outputs, and the metrics.
///
/// A network's outputs are *decoded* to probabilities, numbers or expected counts: rows × [#width],
/// row-major. Those of several networks are averaged, not their logits.
///
/// A class or a kind of value that training did not have is an error, because no prediction of the
/// network would be right there.
public sealed interface Target permits Classes, Labels, Numbers, Quantiles, Amounts {

    /// Its name for people.
    TargetKind kind();

    /// The target columns.
    List<String> columns();

    /// The same target fitted to other training rows: scales and rates are fitted to them alone,
    /// classes stay as they are.
    Target fittedTo(Table training);

    /// The same target with other column names. Classes, scales and rates stay, because a network
    /// has learned them.
    ///
    /// @param columns one for each of [#columns]
    /// @throws DataException if a column has a class that the target does not know
    Target renamed(List<Column> columns);

    /// Whether decoded outputs of both may be averaged: scales may differ, columns and classes may
    /// not.
    boolean averagesWith(Target other);

    /// The targets of the loss: rows × columns, row-major; finite.
    ///
    /// @param table with the columns, no cell of them missing, see [slope.internal.table.TargetRows]
    /// @throws DataException if a class, or a kind of value, did not occur in training
    float[] encode(Table table);

    /// The actual values of each row: the number of its class; 0 or 1 for each label; the numbers
    /// themselves.
    ///
    /// @return rows × columns, row-major
    default double[] actual(Table table) {
        List<String> columns = columns();
        double[] numbers = new double[table.rows() * columns.size()];
        for (int index = 0; index < columns.size(); index++) {
            if (!(table.column(columns.get(index)) instanceof NumberColumn column)) {
                throw new DataException(
                        "column \"%s\" is not numeric, but the model predicts numbers".formatted(columns.get(index)));
            }
            for (int row = 0; row < table.rows(); row++) {
                numbers[row * columns.size() + index] = column.value(row);
            }
        }
        return numbers;
    }

    /// How many decoded outputs each row has. A network has as many outputs, or [#minimumOutputs].
    int width();

    /// The minimum number of outputs of a network.
    default int minimumOutputs() {
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

    /// The default loss.
    ///
    /// @param outputs of the network, of each ensemble member
    Loss loss(int outputs, LossOptions options);

    /// The offset that the loss adds to each row's output, see [slope.loss.PoissonLoss].
    default Optional<float[]> offsets(Table rows) {
        return Optional.empty();
    }

    /// The column that decoding needs besides a network's outputs.
    default Optional<Exposure> exposure() {
        return Optional.empty();
    }

    /// The metrics that can choose the best epoch, the default one first.
    default List<Metric> metrics() {
        return Stream.concat(Stream.of(metric()), Metric.ALL.stream().filter(this::canBeChosenBy))
                .distinct()
                .toList();
    }

    /// Whether a metric can choose the best epoch.
    default boolean canBeChosenBy(Metric metric) {
        return metric.better() != Metric.Better.NEITHER && metric.appliesTo(form(), width());
    }

    /// The default metric.
    Metric metric();

    /// The form of its predictions, for metrics.
    ScoredRows.Form form();

    /// The baseline that every model is compared with: one constant prediction for all rows, from
    /// the targets of the training rows.
    ///
    /// @param constant the result of [#constant] for the training rows
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

    /// The column to stratify by: the first target column.
    default Column stratifiedBy(Table table) {
        return table.column(columns().getFirst());
    }
}
