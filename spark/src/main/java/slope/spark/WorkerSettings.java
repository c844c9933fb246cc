package slope.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;
import slope.spark.exchange.Topology;
import slope.table.DataException;

/// The params of [WorkerParams], which belong to one stage.
public final class WorkerSettings {
    private static final int SHARDS = 8;
    private static final int MOST_SHARDS = 1 << 12; // a step takes rows of each
    private static final int SAMPLE_ROWS = 100_000;
    private static final int TIMEOUT_SECONDS = 60;
    private static final int MOST_SECONDS = 86_400; // a day, in milliseconds of which there is room for int

    private final WorkerParams<?> stage;
    private final IntParam workers;
    private final IntParam shards;
    private final IntParam sampleRows;
    private final Param<String> rowId;
    private final Param<String> checkpointDir;
    private final IntParam timeoutSeconds;
    private final Param<String> portRange;
    private final Param<String> exchange;

    /// Makes the params of a stage, which has its uid already.
    WorkerSettings(WorkerParams<?> stage) {
        this.stage = stage;
        workers = count(
                "numWorkers",
                "tasks that train together, a power of two; 0 trains in the driver, which collects the rows",
                0,
                MOST_SHARDS);
        shards = count(
                "numShards",
                "shards of the rows, a power of two up to %s; the model depends on it, and on no other"
                        .formatted(MOST_SHARDS),
                1,
                MOST_SHARDS);
        sampleRows = count(
                "sampleRows", "most rows, about, that decide columns, encoders and the network", 2, Integer.MAX_VALUE);
        rowId = TextParam.of(stage, "rowIdCol", "name of the column whose hash says in which shard a row is");
        checkpointDir = TextParam.of(stage, "checkpointDir", "folder for checkpoints that all workers see");
        timeoutSeconds = count(
                "timeoutSeconds",
                "seconds after which a silent worker is given up, at most those of a day",
                1,
                MOST_SECONDS);
        portRange = TextParam.of(stage, "portRange", "ports of the workers, such as 40000-40100; empty for any");
        exchange = TextParam.oneOf(
                stage,
                "exchange",
                "how gradients are added: tree, with the same bits for any number of workers, or ring, which sends less"
                        + " between more than two",
                List.of("tree", "ring"));
        stage.setDefault(exchange, "tree");
        stage.setDefault(workers, (Object) 0);
        stage.setDefault(shards, (Object) SHARDS);
        stage.setDefault(sampleRows, (Object) SAMPLE_ROWS);
        stage.setDefault(timeoutSeconds, (Object) TIMEOUT_SECONDS);
        stage.setDefault(portRange, "");
    }

    private IntParam count(String name, String doc, int least, int most) {
        return new IntParam(stage, name, doc, ParamValidators.inRange(least, most));
    }

    /// Whether the cluster trains.
    boolean isOnCluster() {
        return value(workers) > 0;
    }

    /// The shards and who has them.
    ///
    /// @throws DataException if they are no powers of two, or there are more workers than shards
    ShardLayout layout() {
        int shardCount = value(shards);
        int workerCount = value(workers);
        if (Integer.bitCount(shardCount) != 1 || Integer.bitCount(workerCount) != 1 || workerCount > shardCount) {
            throw new DataException(
                    "%s shards cannot be had by %s workers; both are powers of two, and there are at least as many shards"
                            .formatted(shardCount, workerCount));
        }
        return new ShardLayout(shardCount, workerCount);
    }

    /// Which workers swap sums.
    Topology topology() {
        return stage.getOrDefault(exchange).equals("ring") ? Topology.RING : Topology.TREE;
    }

    /// A number that is set, or usual.
    int value(IntParam param) {
        return (int) stage.getOrDefault(param);
    }

    /// A text that is set and not empty.
    Optional<String> text(Param<String> param) {
        return stage.isDefined(param)
                ? Optional.of(stage.getOrDefault(param)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    IntParam workers() {
        return workers;
    }

    IntParam shards() {
        return shards;
    }

    IntParam sampleRows() {
        return sampleRows;
    }

    Param<String> rowId() {
        return rowId;
    }

    Param<String> checkpointDir() {
        return checkpointDir;
    }

    IntParam timeoutSeconds() {
        return timeoutSeconds;
    }

    Param<String> portRange() {
        return portRange;
    }

    Param<String> exchange() {
        return exchange;
    }
}
