package slope.training;

import java.util.List;
import java.util.Optional;

/// Training rows in shards, of which each worker has as many, next to each other.
///
/// The bits of a training depend on the rows of each shard and their order, and not on which worker
/// has which shard: one worker with all of them computes what many compute together.
///
/// @param ofWorker the shards of this worker, in order; one without rows is empty
/// @param exchange with the other workers
public record Shards(List<Optional<Examples>> ofWorker, Exchange exchange) {
    public Shards {
        ofWorker = List.copyOf(ofWorker);
        requirePowerOfTwo(ofWorker.size(), "shards of a worker");
        requirePowerOfTwo(exchange.workers(), "workers");
    }

    private static void requirePowerOfTwo(int count, String what) {
        if (Integer.bitCount(count) != 1) {
            throw new IllegalArgumentException(
                    "the number of %s must be a power of two, such as 1, 2 or 4, not %s".formatted(what, count));
        }
    }

    /// The number of this worker's first shard among all.
    int first() {
        return exchange.worker() * ofWorker.size();
    }

    /// The rows of all workers.
    long rows() {
        double[] rows = {
            ofWorker.stream()
                    .flatMap(Optional::stream)
                    .mapToLong(Examples::rows)
                    .sum()
        };
        exchange.add(new float[0], rows);
        return (long) rows[0];
    }

    /// The rows of the largest shard of this worker.
    int mostRows() {
        return ofWorker.stream()
                .flatMap(Optional::stream)
                .mapToInt(Examples::rows)
                .max()
                .orElse(0);
    }
}
