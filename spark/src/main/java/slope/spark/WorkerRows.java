package slope.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import slope.checkpoint.Identity;
import slope.fit.FitPlan;
import slope.fit.ShardedTraining;
import slope.model.RowSketch;
import slope.table.Table;
import slope.training.Examples;

/// A worker's shards in its memory, and the plan by which it trains.
///
/// @param shards those without rows are empty
/// @param sketch of their rows
/// @param arrived which rows Spark has brought
record WorkerRows(
        FitPlan plan,
        ShardedTraining training,
        Identity identity,
        List<Optional<Examples>> shards,
        RowSketch sketch,
        RowChecksum arrived) {

    /// Makes the plan, and examples of the worker's rows: those that come and those of the sample.
    ///
    /// @param rows of this worker's shards that are not in the sample
    /// @throws slope.table.DataException if there is something wrong with them
    static WorkerRows read(ClusterJob job, int worker, Iterator<Row> rows, int threads) {
        FitPlan plan = job.plan(threads);
        ShardedTraining training = ShardedTraining.of(plan);
        List<ShardRows> shards = IntStream.range(0, job.layout().shardsOfWorker())
                .mapToObj(shard -> new ShardRows(job.sample().kinds()))
                .toList();
        int[] sampled = plan.first().split().training();
        for (int row = 0; row < sampled.length; row++) {
            add(job, worker, job.sample().rows().get(plan.numberInTable(0, row)), shards);
        }
        RowChecksum arrived = RowChecksum.NONE;
        while (rows.hasNext()) {
            Row row = rows.next();
            arrived = arrived.with(row);
            add(job, worker, row, shards);
        }
        return of(plan, training, job.identity(plan), shards, arrived);
    }

    private static void add(ClusterJob job, int worker, Row row, List<ShardRows> shards) {
        long hash = HashedRows.hash(row);
        if (job.layout().worker(hash) == worker) {
            shards.get(job.layout().shard(hash) % job.layout().shardsOfWorker()).add(row);
        }
    }

    private static WorkerRows of(
            FitPlan plan, ShardedTraining training, Identity identity, List<ShardRows> shards, RowChecksum arrived) {
        List<String> columns = RowSketch.columns(plan.largestModel());
        List<Optional<Examples>> examples = new ArrayList<>();
        List<RowSketch> sketches = new ArrayList<>();
        for (ShardRows shard : shards) {
            Table table = shard.table();
            examples.add(shard.isEmpty() ? Optional.empty() : Optional.of(training.examples(table)));
            sketches.add(RowSketch.of(table, columns));
        }
        int count = sketches.stream().mapToInt(RowSketch::rows).sum();
        return new WorkerRows(plan, training, identity, examples, RowSketch.merged(count, sketches), arrived);
    }
}
