package slope.spark;

import java.io.Serializable;

/// In which shard a row is, and which worker has it.
///
/// @param shards a power of two
/// @param workers a power of two, at most as many
record ShardLayout(int shards, int workers) implements Serializable {
    int shardsOfWorker() {
        return shards / workers;
    }

    /// The last bits of a row's hash; the first ones decide whether it is in the sample.
    int shard(long hash) {
        return (int) (hash & (shards - 1));
    }

    int worker(long hash) {
        return shard(hash) / shardsOfWorker();
    }
}
