package slope.spark.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import slope.training.Exchange;

/// An exchange over sockets by recursive doubling: in round r a worker swaps its sums with the one
/// whose number differs in bit r, and both add the two. After log₂(workers) rounds each has the sum of
/// all, which is that of the binary tree.
public final class SocketExchange implements Exchange, AutoCloseable {
    /// The number of the call and the lengths, which both ends compare.
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    private final int worker;
    private final List<Link> links; // to the worker of each round
    private ByteBuffer out = ByteBuffer.allocate(0);
    private ByteBuffer in = out;
    private float[] others = {};
    private int calls;

    SocketExchange(int worker, List<Link> links) {
        this.worker = worker;
        this.links = List.copyOf(links);
    }

    @Override
    public int worker() {
        return worker;
    }

    @Override
    public int workers() {
        return 1 << links.size();
    }

    @Override
    public void add(float[] numbers, double[] sums) {
        calls++;
        int bytes = HEADER_BYTES + numbers.length * Float.BYTES + sums.length * Double.BYTES;
        if (out.capacity() != bytes) {
            out = ByteBuffer.allocateDirect(bytes);
            in = ByteBuffer.allocateDirect(bytes);
            others = new float[numbers.length];
        }
        for (int round = 0; round < links.size(); round++) {
            try {
                swap(links.get(round), numbers, sums);
            } catch (IOException failure) {
                throw new UncheckedIOException(
                        "worker %s lost worker %s: %s"
                                .formatted(worker, worker ^ 1 << round, String.valueOf(failure.getMessage())),
                        failure);
            }
            for (int index = 0; index < numbers.length; index++) {
                numbers[index] += others[index];
            }
        }
    }

    private void swap(Link link, float[] numbers, double[] sums) throws IOException {
        out.clear();
        out.putInt(calls).putInt(numbers.length).putInt(sums.length);
        for (double sum : sums) {
            out.putDouble(sum);
        }
        out.asFloatBuffer().put(numbers);
        out.position(0);
        in.clear();
        link.transfer(out, in);
        in.flip();
        if (in.getInt() != calls || in.getInt() != numbers.length || in.getInt() != sums.length) {
            throw new IOException("it is at another step of the training");
        }
        for (int index = 0; index < sums.length; index++) {
            sums[index] += in.getDouble();
        }
        in.asFloatBuffer().get(others);
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (Link link : links) {
            try {
                link.close();
            } catch (IOException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
