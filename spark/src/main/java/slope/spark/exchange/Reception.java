package slope.spark.exchange;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Takes the workers that connect to this one. Whoever calls is greeted by a thread of its own, so that one who says
/// nothing, or says it byte by byte, keeps no worker waiting; who does not know the secret is turned away.
final class Reception {
    private static final int MOST_STRANGERS = 16;

    private final ServerSocketChannel server;
    private final Set<Integer> expected;
    private final Secret secret;
    private final Duration patience;
    private final Deadline deadline;

    /// @param expected numbers of the workers
    /// @param patience of the links
    /// @param deadline of them all
    Reception(ServerSocketChannel server, Set<Integer> expected, Secret secret, Duration patience, Deadline deadline) {
        this.server = server;
        this.expected = expected;
        this.secret = secret;
        this.patience = patience;
        this.deadline = deadline;
    }

    /// Waits until all have come.
    ///
    /// @param links where those who have come are put, by several threads
    /// @throws IOException if one has not come at the deadline
    void welcome(Map<Integer, Link> links) throws IOException {
        if (links.keySet().containsAll(expected)) {
            return;
        }
        server.configureBlocking(false);
        ExecutorService greeters = Executors.newFixedThreadPool(expected.size() + MOST_STRANGERS);
        try (Selector selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            int callers = 0;
            while (!links.keySet().containsAll(expected)) {
                SocketChannel caller = server.accept();
                if (caller == null) {
                    await(selector);
                } else if (++callers > expected.size() + MOST_STRANGERS) {
                    caller.close();
                    throw new IOException("is called by too many others that are no workers");
                } else {
                    Link link = new Link(caller, patience);
                    greeters.execute(() -> greet(link, links, selector));
                }
            }
        } finally {
            greeters.shutdownNow();
            greeters.close();
        }
    }

    private void await(Selector selector) throws IOException {
        selector.select(deadline.milliseconds());
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        if (deadline.isOver()) {
            throw new IOException("waited %s s for another that did not come".formatted(patience.toSeconds()));
        }
        selector.selectedKeys().clear();
    }

    private void greet(Link link, Map<Integer, Link> links, Selector selector) {
        try {
            int other = Handshake.accepted(link, secret, deadline);
            if (!expected.contains(other) || links.putIfAbsent(other, link) != null) {
                link.close();
            }
        } catch (IOException stranger) {
            closed(link);
        } finally {
            selector.wakeup();
        }
    }

    private static void closed(Link link) {
        try {
            link.close();
        } catch (IOException gone) {
            return;
        }
    }
}
