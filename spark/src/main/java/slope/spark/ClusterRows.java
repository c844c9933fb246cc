package slope.spark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.table.DataException;

/// The rows of a training on the cluster: those of the sample, in the driver, and the others, wherever Spark has them.
final class ClusterRows {
    private final ClusterJob.Sample sample;
    private final Dataset<Row> others;

    private ClusterRows(ClusterJob.Sample sample, Dataset<Row> others) {
        this.sample = sample;
        this.others = others;
    }

    /// Counts the rows of a frame that can be learned from, and collects the sample.
    ///
    /// @throws DataException if there is none, or they cannot be sampled so
    static ClusterRows of(TrainingFrame frame, Estimator estimator, WorkerSettings settings) {
        RowSelection roles = estimator.rows();
        String label = estimator.target().columns().getFirst();
        Dataset<Row> rows =
                HashedRows.usable(HashedRows.of(frame, settings.text(settings.rowId())), frame, label, roles.weight());
        Optional<Column> validation = roles.validationColumn().map(frame::column);
        RowChecksum all = counted(rows, roles.validationColumn(), validation);
        long count = all.rows();
        requireRows(count, label, roles.weight());
        long threshold = HashedRows.threshold(settings.value(settings.sampleRows()), count);
        Column isSampled = HashedRows.isSampled(threshold, validation);
        List<Row> sampled = rows.filter(isSampled).collectAsList();
        requireSample(sampled.size(), count, settings.text(settings.rowId()));
        if (roles.group().isPresent()) {
            requireWholeGroups(sampled.size(), count);
        }
        return new ClusterRows(
                ClusterJob.Sample.of(frame.kinds(), sampled, all), rows.filter(functions.not(isSampled)));
    }

    ClusterJob.Sample sample() {
        return sample;
    }

    Dataset<Row> others() {
        return others;
    }

    /// How many rows there are, and which. Each of them validates or trains, where a column says which: rows of which
    /// it says neither are not collected to be refused.
    private static RowChecksum counted(Dataset<Row> rows, Optional<String> name, Optional<Column> validation) {
        Column unclear = functions.when(validation.map(HashedRows::isUnclear).orElse(functions.lit(false)), 1);
        Row counts = rows.agg(functions.count(functions.lit(1)), functions.count(unclear), HashedRows.check())
                .head();
        if (counts.getLong(1) > 0) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "column \"%s\" says neither in %,d of %,d rows; %s",
                    name.orElse(""),
                    counts.getLong(1),
                    counts.getLong(0),
                    HashedRows.VALIDATES_OR_TRAINS));
        }
        return new RowChecksum(counts.getLong(0), counts.getLong(2));
    }

    private static void requireRows(long count, String label, Optional<String> weight) {
        if (count == 0) {
            throw new DataException(
                    "the DataFrame has no row with a value in column \"%s\"%s; nothing can be learned from it"
                            .formatted(
                                    label,
                                    weight.map(" and a weight in \"%s\" that is not 0"::formatted)
                                            .orElse("")));
        }
    }

    /// Rows of one id are all in the sample or none of them.
    private static void requireSample(int sampled, long count, Optional<String> rowId) {
        if (rowId.isPresent() && sampled == 0) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "column \"%s\" puts none of the %,d rows in the sample, as a column of few values does; the values"
                            + " of a row's id differ",
                    rowId.get(),
                    count));
        }
    }

    /// Rows of one group are all in the validation or none of them, which takes all of them in the sample.
    private static void requireWholeGroups(int sampled, long count) {
        if (sampled < count) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "groups are kept together in the sample, and it has %,d of %,d rows; sample as many as there are,"
                            + " or leave out the group column",
                    sampled,
                    count));
        }
    }
}
