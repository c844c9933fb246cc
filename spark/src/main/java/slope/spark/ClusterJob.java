package slope.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import slope.checkpoint.Identity;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.kernel.Engine;
import slope.run.TrainingRequest;
import slope.spark.exchange.PortRange;
import slope.spark.exchange.Secret;
import slope.spark.exchange.Topology;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;

/// What every worker of a training on the cluster is told. From the same sample each makes the same
/// plan, so that nothing of a plan has to be sent.
///
/// @param request the settings, as JSON
/// @param store where checkpoints are
record ClusterJob(String request, Sample sample, ShardLayout layout, Connection connection, CheckpointStore store)
        implements Serializable {

    /// The rows that decide everything before the first step.
    ///
    /// @param kinds of the first cells of each row, a map that can be sent
    /// @param rows in the [order][HashOrder] of hashes
    /// @param all which rows there are, with those that are not in the sample
    record Sample(LinkedHashMap<String, ColumnKind> kinds, ArrayList<Row> rows, RowChecksum all)
            implements Serializable {
        static Sample of(SequencedMap<String, ColumnKind> kinds, List<Row> rows, RowChecksum all) {
            long[] hashes = rows.stream().mapToLong(HashedRows::hash).toArray();
            List<Row> sorted = IntStream.of(HashOrder.of(hashes, RowTable.of(kinds, rows)))
                    .mapToObj(rows::get)
                    .toList();
            return new Sample(new LinkedHashMap<>(kinds), new ArrayList<>(sorted), all);
        }

        /// What is wrong with rows, which may be wrong only because others are in the sample.
        DataException said(DataException problem) {
            DataException said = UnnumberedRows.said(problem);
            if (rows.size() == all.rows()) {
                return said;
            }
            DataException ofSample = new DataException(String.format(
                    Locale.ROOT,
                    "%s; a sample of %,d of %,d rows decides the model, see sampleRows",
                    said.getMessage(),
                    rows.size(),
                    all.rows()));
            ofSample.setStackTrace(problem.getStackTrace());
            return ofSample;
        }

        Table table() {
            return RowTable.of(kinds, rows);
        }
    }

    /// How workers find and know each other.
    ///
    /// @param patience the longest time that a worker may be silent
    /// @param topology which of them swap sums
    record Connection(Secret secret, Duration patience, PortRange ports, Topology topology) implements Serializable {
        /// So much longer than a silence may it take a worker to read its rows than another one: shards are not of one
        /// size, and while it reads them nothing is heard of it.
        private static final int READING = 30;

        /// The longest time that a worker waits until all have their rows.
        Duration readingPatience() {
            return patience.multipliedBy(READING);
        }
    }

    /// The same training, with checkpoints.
    ClusterJob with(CheckpointStore other) {
        return new ClusterJob(request, sample, layout, connection, other);
    }

    /// The checkpoints, if there are any.
    Optional<SparkCheckpoints> checkpoints() {
        return store.checkpoints();
    }

    /// The plan of the sample.
    ///
    /// @throws slope.table.DataException if the sample is not suitable for training
    FitPlan plan(int threads) {
        Estimator estimator =
                TrainingRequest.parse(request, "the request of the training").estimator();
        return estimator.engine(Engine.best().threads(threads)).plan(sample.table());
    }

    /// The order in which gradients are added, where it depends on the workers.
    String order() {
        return "a ring of %s workers".formatted(layout.workers());
    }

    /// What a checkpoint has to agree with.
    Identity identity(FitPlan plan) {
        Identity identity = Identity.of(plan, sample.table(), "", request)
                .with("all rows", Long.toString(sample.all().rows()))
                .with("check of rows", Long.toHexString(sample.all().check()))
                .with("shards", Integer.toString(layout.shards()));
        return connection.topology() == Topology.TREE ? identity : identity.with("exchange", order());
    }
}
