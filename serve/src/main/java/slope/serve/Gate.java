package slope.serve;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import slope.serve.ServeSettings.Limits;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.http.Request;
import slope.serve.http.Response;

/// Lets in as many requests as the server can hold; the others are told to come again.
final class Gate {
    private static final int AGAIN_SECONDS = 1;
    private static final int KILO = 1024;
    private static final int LARGE = 32 * KILO; // bytes, whose work takes milliseconds

    private final Limits limits;
    private final Semaphore requests;
    private final Semaphore kilobytes; // of bodies that are being read or answered
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean isClosing;

    Gate(Limits limits) {
        this.limits = limits;
        this.requests = new Semaphore(limits.requests());
        long memory = Math.max(limits.bodyBytes(), Runtime.getRuntime().maxMemory() / 8);
        this.kilobytes = new Semaphore((int) Math.min(Integer.MAX_VALUE, memory / KILO + 1));
    }

    /// What is done with a body.
    interface Work {
        Response answer(byte[] body) throws IOException;
    }

    /// Reads the body and works on it, if there is room.
    ///
    /// @throws HttpException if there is none
    Response pass(Request request, Work work) throws IOException {
        if (isClosing) {
            throw HttpException.later(503, "the server is going down; ask another one", AGAIN_SECONDS)
                    .with("Connection", "close");
        }
        inside.incrementAndGet();
        try (Room room = new Room()) {
            byte[] body = request.body(limits.bodyBytes(), room::take);
            return passWith(body, work);
        } finally {
            inside.decrementAndGet();
        }
    }

    private Response passWith(byte[] body, Work work) throws IOException {
        if (!requests.tryAcquire()) {
            throw HttpException.later(
                    429,
                    "%s requests are being answered, the most at once; try again".formatted(limits.requests()),
                    AGAIN_SECONDS);
        }
        try {
            return body.length < LARGE ? work.answer(body) : OwnThread.result(() -> work.answer(body));
        } finally {
            requests.release();
        }
    }

    /// The memory of one body: it grows as the body arrives, so that those who only announce one take none.
    private final class Room implements AutoCloseable {
        private long bytes;
        private int taken; // kilobytes

        void take(int more) {
            bytes += more;
            int missing = (int) Math.ceilDiv(bytes, KILO) - taken;
            if (!kilobytes.tryAcquire(missing)) {
                throw HttpException.later(
                        503, "the bodies of other requests fill the memory; try again", AGAIN_SECONDS);
            }
            taken += missing;
        }

        @Override
        public void close() {
            kilobytes.release(taken);
        }
    }

    /// How many requests are arriving or being answered.
    int inside() {
        return inside.get();
    }

    boolean isClosing() {
        return isClosing;
    }

    /// From now on nobody is let in.
    void close() {
        isClosing = true;
    }
}
