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
import java.util.Optional;
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

    /// Sends all of one buffer and fills the other, however long it takes while something moves.
    ///
    /// @throws EOFException if the other end is gone
    /// @throws IOException if it is silent for too long, or the connection fails
    void transfer(ByteBuffer out, ByteBuffer in) throws IOException {
        transfer(out, in, Optional.empty());
    }

    private void transfer(ByteBuffer out, ByteBuffer in, Optional<Deadline> deadline) throws IOException {
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
                incoming.keyFor(selector).interestOps(in.hasRemaining() ? SelectionKey.OP_READ : 0);
                outgoing.keyFor(selector).interestOps(interest(out, in));
                await(deadline.orElseGet(() -> Deadline.in(patience)));
            }
            if (deadline.isPresent() && deadline.get().isOver()) {
                throw silent();
            }
        }
    }

    private int interest(ByteBuffer out, ByteBuffer in) {
        int sending = out.hasRemaining() ? SelectionKey.OP_WRITE : 0;
        int receiving = in.hasRemaining() && incoming.equals(outgoing) ? SelectionKey.OP_READ : 0;
        return sending | receiving;
    }

    private static EOFException ended(@Nullable SocketException reset) {
        EOFException ended = new EOFException("the other worker has ended");
        ended.initCause(reset);
        return ended;
    }

    /// Sends a part of a handshake, all of which is over at the deadline.
    void send(byte[] bytes, Deadline deadline) throws IOException {
        transfer(ByteBuffer.wrap(bytes), ByteBuffer.allocate(0), Optional.of(deadline));
    }

    /// Receives a part of a handshake.
    byte[] receive(int count, Deadline deadline) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        transfer(ByteBuffer.allocate(0), bytes, Optional.of(deadline));
        return bytes.array();
    }

    private void await(Deadline deadline) throws IOException {
        int ready = selector.select(deadline.milliseconds());
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        if (ready == 0) {
            throw silent();
        }
        selector.selectedKeys().clear();
    }

    private IOException silent() {
        return new IOException("the other worker was silent for %s s".formatted(patience.toSeconds()));
    }

    @Override
    public void close() throws IOException {
        try (outgoing;
                incoming) {
            selector.close();
        }
    }
}
