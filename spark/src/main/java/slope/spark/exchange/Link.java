package slope.spark.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A connection to another worker, on which both send and receive at once and neither waits for ever; or one
/// that sends to a worker and receives from another.
///
/// A channel with a selector, because Spark ends a task by interrupting its thread, which a plain
/// socket does not notice.
final class Link implements AutoCloseable {
    private final SocketChannel outgoing;
    private final SocketChannel incoming; // the same, unless two workers are at its ends
    private final Selector selector;
    private final Duration patience;

    /// @param patience the time in which at least a byte moves
    Link(SocketChannel channel, Duration patience) throws IOException {
        this(channel, channel, patience);
        channel.socket().setTcpNoDelay(true);
    }

    private Link(SocketChannel outgoing, SocketChannel incoming, Duration patience) throws IOException {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.patience = patience;
        this.selector = Selector.open();
        outgoing.configureBlocking(false);
        incoming.configureBlocking(false);
        outgoing.register(selector, 0);
        incoming.register(selector, 0);
    }

    /// A link that sends where this one does, and receives what the other one receives.
    Link before(Link other) throws IOException {
        return new Link(outgoing, other.incoming, patience);
    }

    /// Sends all of one buffer and fills the other.
    ///
    /// @throws EOFException if the other end is gone
    /// @throws IOException if it is silent for too long, or the connection fails
    void transfer(ByteBuffer out, ByteBuffer in) throws IOException {
        while (out.hasRemaining() || in.hasRemaining()) {
            int moved;
            int read;
            try {
                moved = out.hasRemaining() ? outgoing.write(out) : 0;
                read = in.hasRemaining() ? incoming.read(in) : 0;
            } catch (SocketException reset) { // what a system says of a process that was killed
                throw ended(reset);
            }
            if (read < 0) {
                throw ended(null);
            }
            if (moved + read == 0) {
                await(out.hasRemaining() ? SelectionKey.OP_WRITE : 0, in.hasRemaining() ? SelectionKey.OP_READ : 0);
            }
        }
    }

    private static EOFException ended(@Nullable SocketException reset) {
        EOFException ended = new EOFException("the other worker has ended");
        ended.initCause(reset);
        return ended;
    }

    void send(byte[] bytes) throws IOException {
        transfer(ByteBuffer.wrap(bytes), ByteBuffer.allocate(0));
    }

    byte[] receive(int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        transfer(ByteBuffer.allocate(0), bytes);
        return bytes.array();
    }

    private void await(int sending, int receiving) throws IOException {
        incoming.keyFor(selector).interestOps(receiving);
        outgoing.keyFor(selector).interestOps(incoming.equals(outgoing) ? sending | receiving : sending);
        int ready = selector.select(patience.toMillis());
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        if (ready == 0) {
            throw new IOException("the other worker was silent for %s s".formatted(patience.toSeconds()));
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        try (outgoing;
                incoming) {
            selector.close();
        }
    }
}
