package slope.spark.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/// Where a worker waits for others, until all have met.
///
///     try (Meeting meeting = Meeting.at("10.0.0.7", PortRange.any())) {
///         String address = meeting.address(); // to be told to all
///         try (SocketExchange exchange = meeting.with(addresses, worker, secret, patience, topology)) { ... }
///     }
public final class Meeting implements AutoCloseable {
    private static final int MOST_STRANGERS = 16;

    private final ServerSocketChannel server;
    private final String host;

    private Meeting(ServerSocketChannel server, String host) {
        this.server = server;
        this.host = host;
    }

    /// Listens at a host's own address, and at no other of the machine's.
    ///
    /// @throws slope.table.DataException if no port of the range is free
    /// @throws IOException if the host has no such address
    public static Meeting at(String host, PortRange ports) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            ports.bind(server, host);
            return new Meeting(server, host);
        } catch (IOException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /// The address, as in `10.0.0.7:40123`.
    public String address() throws IOException {
        return host + ":" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    /// Connects to the workers that this one swaps sums with, and is connected to by others.
    ///
    /// @param addresses of all workers, a power of two
    /// @param worker the number of this one
    /// @param patience the longest time to wait for a sign of another
    /// @throws IOException if one does not come in time
    public SocketExchange with(List<String> addresses, int worker, Secret secret, Duration patience, Topology topology)
            throws IOException {
        Map<Integer, Link> links = new TreeMap<>(); // by the number of the other worker
        SortedSet<Integer> peers = topology.peers(worker, addresses.size());
        try {
            for (int other : peers.headSet(worker)) {
                links.put(other, connected(addresses.get(other), worker, secret, patience));
            }
            while (links.size() < peers.size()) {
                accept(links, peers.tailSet(worker), worker, secret, patience);
            }
            return topology.exchange(
                    worker,
                    addresses.size(),
                    other -> Optional.ofNullable(links.get(other)).orElseThrow());
        } catch (IOException | RuntimeException failure) {
            for (Link link : links.values()) {
                link.close();
            }
            throw failure;
        }
    }

    private static Link connected(String address, int worker, Secret secret, Duration patience) throws IOException {
        int colon = address.lastIndexOf(':');
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket()
                    .connect(
                            new InetSocketAddress(
                                    address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                            Math.toIntExact(patience.toMillis()));
            Link link = new Link(channel, patience);
            Handshake.connected(link, secret, worker);
            return link;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw new IOException(
                    "worker %s cannot reach the one at %s: %s"
                            .formatted(worker, address, String.valueOf(failure.getMessage())),
                    failure);
        }
    }

    /// Takes one worker; some others who come meanwhile, and do not know the secret, are turned away.
    private void accept(
            Map<Integer, Link> links, SortedSet<Integer> expected, int worker, Secret secret, Duration patience)
            throws IOException {
        for (int strangers = 0; strangers < MOST_STRANGERS; strangers++) {
            Link link = new Link(next(worker, patience), patience);
            try {
                int other = Handshake.accepted(link, secret);
                if (expected.contains(other) && !links.containsKey(other)) {
                    links.put(other, link);
                    return;
                }
                link.close();
            } catch (IOException stranger) {
                link.close();
            }
        }
        throw new IOException("worker %s is called by too many others that are no workers".formatted(worker));
    }

    private SocketChannel next(int worker, Duration patience) throws IOException {
        server.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            SocketChannel accepted = null;
            while (accepted == null) {
                if (selector.select(patience.toMillis()) == 0) {
                    throw new IOException("worker %s waited %s s for another that did not come"
                            .formatted(worker, patience.toSeconds()));
                }
                selector.selectedKeys().clear();
                accepted = server.accept();
            }
            return accepted;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
