package slope.spark.exchange;

import java.io.IOException;
import java.util.List;

/// Recursive doubling: in round r a worker swaps its sums with the one whose number differs in bit r, and
/// both add the two. After log₂(workers) rounds each has the sum of all, which is that of the binary tree
/// (Thakur, Rabenseifner and Gropp 2005, "Optimization of Collective Communication Operations in MPICH",
/// section 4.5).
final class TreeExchange extends SocketExchange {
    private final List<Link> rounds; // to the worker of each round
    private int round;

    TreeExchange(int worker, int workers, List<Link> rounds) {
        super(worker, workers, rounds);
        this.rounds = rounds;
    }

    @Override
    void addAll(float[] numbers, double[] sums) throws IOException {
        double[] otherSums = new double[sums.length];
        for (round = 0; round < rounds.size(); round++) {
            float[] others =
                    swap(rounds.get(round), new Part(numbers, 0, numbers.length), sums, otherSums, numbers.length);
            for (int index = 0; index < numbers.length; index++) {
                numbers[index] += others[index];
            }
            for (int index = 0; index < sums.length; index++) {
                sums[index] += otherSums[index];
            }
        }
    }

    @Override
    String lost() {
        return "worker " + (worker() ^ 1 << round);
    }
}
