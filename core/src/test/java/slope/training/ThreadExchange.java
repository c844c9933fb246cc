package slope.training;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// An exchange among threads of one process.
final class ThreadExchange implements Exchange {
    private final int worker;
    private final float[][] numbers; // of each worker
    private final double[][] sums; // of each worker
    private final CyclicBarrier barrier;

    private ThreadExchange(int worker, float[][] numbers, double[][] sums, CyclicBarrier barrier) {
        this.worker = worker;
        this.numbers = numbers;
        this.sums = sums;
        this.barrier = barrier;
    }

    static List<Exchange> among(int workers) {
        float[][] numbers = new float[workers][];
        double[][] sums = new double[workers][];
        CyclicBarrier barrier = new CyclicBarrier(workers);
        return IntStream.range(0, workers)
                .<Exchange>mapToObj(worker -> new ThreadExchange(worker, numbers, sums, barrier))
                .toList();
    }

    @Override
    public int worker() {
        return worker;
    }

    @Override
    public int workers() {
        return numbers.length;
    }

    @Override
    public void add(float[] own, double[] ownSums) {
        for (int distance = 1; distance < workers(); distance *= 2) {
            numbers[worker] = own.clone();
            sums[worker] = ownSums.clone();
            await();
            float[] others = numbers[worker ^ distance];
            double[] otherSums = sums[worker ^ distance];
            await();
            for (int index = 0; index < own.length; index++) {
                own[index] += others[index];
            }
            for (int index = 0; index < ownSums.length; index++) {
                ownSums[index] += otherSums[index];
            }
        }
    }

    private void await() {
        try {
            barrier.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException("another worker is gone", failure);
        }
    }
}
