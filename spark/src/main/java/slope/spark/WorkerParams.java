package slope.spark;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/// The params that say where a training runs: in the driver, or on workers of the cluster. In the driver only
/// [#numWorkers] is read, and the column of [#rowIdCol] is no input.
///
/// @param <S> the stage that has them
public interface WorkerParams<S> extends Params {
    /// The params themselves.
    WorkerSettings workerSettings();

    /// The stage, which each setter returns.
    S self();

    /// How many tasks train together, a power of two; 0, the default, trains in the driver, which collects the rows.
    /// They run at once, so there have to be as many free slots.
    default IntParam numWorkers() {
        return workerSettings().workers();
    }

    /// How many shards the rows are in, a power of two, at least as many as workers and up to 4,096; 8 by default. With
    /// the same number, any number of workers trains the same bits.
    default IntParam numShards() {
        return workerSettings().shards();
    }

    /// The most rows, about, that decide columns, encoders and the network, and among which the
    /// validation rows are; 100,000 by default. Tables up to that size are the sample themselves.
    default IntParam sampleRows() {
        return workerSettings().sampleRows();
    }

    /// The column whose hash says in which shard a row is, of any type that Spark hashes; without one, all cells say
    /// it, at the price of a shuffle. Its values differ: rows of one value are in one shard.
    default Param<String> rowIdCol() {
        return workerSettings().rowId();
    }

    /// A folder for checkpoints that all workers see. Each training, by its rows and settings, has a folder of its
    /// own in it: it goes on from the newest one there, and deletes them at its end. Without a folder, which is the
    /// default, a lost worker costs all epochs so far.
    default Param<String> checkpointDir() {
        return workerSettings().checkpointDir();
    }

    /// The seconds after which a silent worker is given up, and slots are waited for; 60 by default, at most a day's.
    default IntParam timeoutSeconds() {
        return workerSettings().timeoutSeconds();
    }

    /// The ports at which workers may listen, such as `40000-40100`; empty, the default, for any.
    default Param<String> portRange() {
        return workerSettings().portRange();
    }

    /// How gradients are added: `tree`, the default, with the same bits for any number of workers, or `ring`, which
    /// sends less between more than two workers and whose bits depend on how many there are.
    default Param<String> exchange() {
        return workerSettings().exchange();
    }

    default S setNumWorkers(int count) {
        set(numWorkers(), (Object) count);
        return self();
    }

    default S setNumShards(int count) {
        set(numShards(), (Object) count);
        return self();
    }

    default S setSampleRows(int rows) {
        set(sampleRows(), (Object) rows);
        return self();
    }

    default S setRowIdCol(String name) {
        set(rowIdCol(), name);
        return self();
    }

    default S setCheckpointDir(String folder) {
        set(checkpointDir(), folder);
        return self();
    }

    default S setTimeoutSeconds(int seconds) {
        set(timeoutSeconds(), (Object) seconds);
        return self();
    }

    default S setPortRange(String ports) {
        set(portRange(), ports);
        return self();
    }

    default S setExchange(String name) {
        set(exchange(), name);
        return self();
    }
}
