package slope.spark.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import slope.training.Exchange;

/// An exchange over sockets. Every message begins with the number of the call and the lengths, which both
/// ends compare, so that a worker at another step is no source of sums.
public abstract sealed class SocketExchange implements Exchange, AutoCloseable permits TreeExchange, RingExchange {
    /// The number of the call and the lengths.
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    private final int worker;
    private final int workers;
    private final List<Link> links;
    private ByteBuffer out = ByteBuffer.allocate(0);
    private ByteBuffer in = out;
    private float[] others = {};
    private int calls;

    /// @param links all that are closed at the end
    SocketExchange(int worker, int workers, List<Link> links) {
        this.worker = worker;
        this.workers = workers;
        this.links = List.copyOf(links);
    }

    @Override
    public final int worker() {
        return worker;
    }

    @Override
    public final int workers() {
        return workers;
    }

    @Override
    public final void add(float[] numbers, double[] sums) {
        calls++;
        try {
            addAll(numbers, sums);
        } catch (IOException failure) {
            throw new LostWorkerException(
                    "worker %s lost %s: %s".formatted(worker, lost(), String.valueOf(failure.getMessage())), failure);
        }
    }

    /// Replaces numbers by their sums over all workers.
    abstract void addAll(float[] numbers, double[] sums) throws IOException;

    /// Who does not answer, as in `worker 3`.
    abstract String lost();

    /// The part of an array from an index to another one.
    static final class Part {
        private final float[] numbers;
        private final int from;
        private final int to;

        Part(float[] numbers, int from, int to) {
            this.numbers = numbers;
            this.from = from;
            this.to = to;
        }

        int from() {
            return from;
        }

        int length() {
            return to - from;
        }
    }

    /// Sends some numbers with sums, and receives those of another worker.
    ///
    /// @param received filled with the other's sums
    /// @param length of the other's numbers
    /// @return the other's numbers, of which the first `length` are valid until the next call
    final float[] swap(Link link, Part sent, double[] sums, double[] received, int length) throws IOException {
        resize(bytes(Math.max(sent.length(), length), sums.length), Math.max(sent.length(), length));
        out.clear();
        out.putInt(calls).putInt(sent.numbers.length).putInt(sums.length);
        for (double sum : sums) {
            out.putDouble(sum);
        }
        out.asFloatBuffer().put(sent.numbers, sent.from(), sent.length());
        out.position(0).limit(bytes(sent.length(), sums.length));
        in.clear().limit(bytes(length, sums.length));
        link.transfer(out, in);
        in.flip();
        if (in.getInt() != calls || in.getInt() != sent.numbers.length || in.getInt() != sums.length) {
            throw new IOException("it is at another step of the training");
        }
        for (int index = 0; index < sums.length; index++) {
            received[index] = in.getDouble();
        }
        in.asFloatBuffer().get(others, 0, length);
        return others;
    }

    private static int bytes(int numbers, int sums) {
        return Math.toIntExact(HEADER_BYTES + (long) numbers * Float.BYTES + (long) sums * Double.BYTES);
    }

    private void resize(int bytes, int numbers) {
        if (out.capacity() < bytes) {
            out = ByteBuffer.allocateDirect(bytes);
            in = ByteBuffer.allocateDirect(bytes);
        }
        if (others.length < numbers) {
            others = new float[numbers];
        }
    }

    @Override
    public final void close() throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (Link link : links) {
            try {
                link.close();
            } catch (IOException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
