package slope.spark.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A ring: the numbers are cut into as many parts as there are workers. Each part goes round once, adding
/// up, and round again as the sum. A worker sends 2(n − 1)/n times the numbers, whatever the number n of
/// workers, and every worker ends with the same bits; which bits depends on n (Patarasuk and Yuan 2009,
/// "Bandwidth Optimal All-reduce Algorithms for Clusters of Workstations", section 3).
final class RingExchange extends SocketExchange {
    private final Optional<Link> ring; // to the next worker and from the one before

    private RingExchange(int worker, int workers, List<Link> links, Optional<Link> ring) {
        super(worker, workers, links);
        this.ring = ring;
    }

    /// An exchange of one worker, without links.
    static RingExchange alone() {
        return new RingExchange(0, 1, List.of(), Optional.empty());
    }

    /// @param next to the worker of the next number
    /// @param before to the one before; the same if there are two workers
    static RingExchange of(int worker, int workers, Link next, Link before) throws IOException {
        Link ring = next.before(before);
        return new RingExchange(worker, workers, List.of(next, before, ring), Optional.of(ring));
    }

    @Override
    void addAll(float[] numbers, double[] sums) throws IOException {
        if (ring.isEmpty()) {
            return;
        }
        double[][] ofWorkers = new double[workers()][sums.length];
        ofWorkers[worker()] = sums.clone();
        for (int step = 0; step < workers() - 1; step++) {
            int origin = number(worker() - step - 1);
            Part received = part(numbers, origin);
            float[] others = swap(
                    ring.get(),
                    part(numbers, number(worker() - step)),
                    ofWorkers[number(worker() - step)],
                    ofWorkers[origin],
                    received.length());
            for (int index = 0; index < received.length(); index++) {
                numbers[received.from() + index] += others[index];
            }
        }
        for (int step = 0; step < workers() - 1; step++) {
            Part received = part(numbers, number(worker() - step));
            float[] whole = swap(
                    ring.get(),
                    part(numbers, number(worker() - step + 1)),
                    new double[0],
                    new double[0],
                    received.length());
            System.arraycopy(whole, 0, numbers, received.from(), received.length());
        }
        addInOrder(ofWorkers, sums);
    }

    /// Sums of the workers in the order of their numbers, so that all have the same bits.
    private static void addInOrder(double[][] ofWorkers, double[] sums) {
        for (int index = 0; index < sums.length; index++) {
            sums[index] = 0;
            for (double[] ofWorker : ofWorkers) {
                sums[index] += ofWorker[index];
            }
        }
    }

    private int number(int place) {
        return Math.floorMod(place, workers());
    }

    private Part part(float[] numbers, int number) {
        return new Part(numbers, (int) ((long) numbers.length * number / workers()), (int)
                ((long) numbers.length * (number + 1) / workers()));
    }

    @Override
    String lost() {
        int next = number(worker() + 1);
        int before = number(worker() - 1);
        return next == before ? "worker " + next : "worker %s or %s".formatted(before, next);
    }
}
