package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// A stream that a thread of its own reads, so that one can ask whether more has come: of a pipe
/// that nobody writes to, a stream itself tells neither that nor its end without waiting.
final class ReadAhead extends InputStream {
    private static final int BYTES = 1 << 16;
    private static final int BLOCKS = 16; // that wait to be taken

    private final BlockingQueue<ByteBuffer> blocks = new ArrayBlockingQueue<>(BLOCKS); // an empty one ends them
    private final Thread reader;
    private volatile Optional<IOException> failure = Optional.empty(); // known before the end comes
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean isLast; // whether nothing comes behind the current block

    private ReadAhead(InputStream stream) {
        reader = Thread.ofPlatform().daemon().name("reads ahead").unstarted(() -> readAll(stream));
    }

    static ReadAhead of(InputStream stream) {
        ReadAhead ahead = new ReadAhead(stream);
        ahead.reader.start();
        return ahead;
    }

    /// Whether there is more to read, or known to be none, within this time.
    boolean isReady(Duration patience) throws IOException {
        if (!current.hasRemaining() && !isLast) {
            wait(patience);
        }
        return current.hasRemaining() || isLast;
    }

    /// Whether all has been read.
    boolean hasEnded() {
        return !current.hasRemaining() && isLast;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!current.hasRemaining()) {
            if (isLast && failure.isPresent()) {
                throw failure.get();
            }
            if (isLast) {
                return -1;
            }
            wait(Duration.ofDays(1));
        }
        int count = Math.min(length, current.remaining());
        current.get(bytes, offset, count);
        return count;
    }

    /// Ends the thread as soon as it does not wait for the stream.
    @Override
    public void close() {
        reader.interrupt();
    }

    /// Goes on to the next block, if it comes in time.
    private void wait(Duration patience) throws IOException {
        try {
            Optional.ofNullable(blocks.poll(patience.toNanos(), TimeUnit.NANOSECONDS))
                    .ifPresent(block -> {
                        current = block;
                        isLast = !block.hasRemaining();
                    });
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void readAll(InputStream stream) {
        byte[] buffer = new byte[BYTES];
        try {
            try {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    blocks.put(ByteBuffer.wrap(Arrays.copyOf(buffer, count)));
                }
            } catch (IOException thrown) {
                failure = Optional.of(thrown);
            }
            blocks.put(ByteBuffer.allocate(0));
        } catch (InterruptedException ignored) {
            // The stream is no longer read.
        }
    }
}
