package slope.spark.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// Which workers swap sums, and so in which order these are added.
public enum Topology {
    /// The order of a binary tree: any number of workers gets the same bits.
    TREE {
        @Override
        SortedSet<Integer> peers(int worker, int workers) {
            SortedSet<Integer> peers = new TreeSet<>();
            for (int distance = 1; distance < workers; distance *= 2) {
                peers.add(worker ^ distance);
            }
            return peers;
        }

        @Override
        SocketExchange exchange(int worker, int workers, IntFunction<Link> links) {
            List<Link> rounds = new ArrayList<>();
            for (int distance = 1; distance < workers; distance *= 2) {
                rounds.add(links.apply(worker ^ distance));
            }
            return new TreeExchange(worker, workers, rounds);
        }
    },

    /// The order of a ring: less is sent where there are more than two workers, and the bits depend on how many.
    RING {
        @Override
        SortedSet<Integer> peers(int worker, int workers) {
            SortedSet<Integer> peers = new TreeSet<>();
            if (workers > 1) {
                peers.add((worker + 1) % workers);
                peers.add((worker + workers - 1) % workers);
            }
            return peers;
        }

        @Override
        SocketExchange exchange(int worker, int workers, IntFunction<Link> links) throws IOException {
            return workers == 1
                    ? RingExchange.alone()
                    : RingExchange.of(
                            worker,
                            workers,
                            links.apply((worker + 1) % workers),
                            links.apply((worker + workers - 1) % workers));
        }
    };

    /// The numbers of the workers that one swaps sums with.
    abstract SortedSet<Integer> peers(int worker, int workers);

    /// The exchange of a worker that is connected to its peers.
    ///
    /// @param links by the number of the peer
    abstract SocketExchange exchange(int worker, int workers, IntFunction<Link> links) throws IOException;
}
