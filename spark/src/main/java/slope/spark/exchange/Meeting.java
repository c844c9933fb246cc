package slope.spark.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListMap;

/// Where a worker waits for others, until all have met.
///
///     try (Meeting meeting = Meeting.at("10.0.0.7", PortRange.any())) {
///         String address = meeting.address(); // to be told to all
///         try (SocketExchange exchange = meeting.with(addresses, worker, secret, patience, topology)) { ... }
///     }
public final class Meeting implements AutoCloseable {
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
    /// @param patience the longest time to wait until all have met, and later for a sign of another
    /// @throws LostWorkerException if one does not come in time
    /// @throws IOException if a connection fails otherwise
    public SocketExchange with(List<String> addresses, int worker, Secret secret, Duration patience, Topology topology)
            throws IOException {
        Map<Integer, Link> links = new ConcurrentSkipListMap<>(); // by the number of the other worker
        SortedSet<Integer> peers = topology.peers(worker, addresses.size());
        Deadline deadline = Deadline.in(patience);
        try {
            for (int other : peers.headSet(worker)) {
                links.put(other, connected(addresses.get(other), worker, secret, patience, deadline));
            }
            new Reception(server, peers.tailSet(worker), secret, patience, deadline).welcome(links);
            return topology.exchange(
                    worker,
                    addresses.size(),
                    other -> Optional.ofNullable(links.get(other)).orElseThrow());
        } catch (ClosedByInterruptException ended) {
            close(links);
            throw ended;
        } catch (IOException lost) {
            close(links);
            throw new LostWorkerException("worker %s %s".formatted(worker, lost.getMessage()), lost);
        }
    }

    private static void close(Map<Integer, Link> links) throws IOException {
        for (Link link : links.values()) {
            link.close();
        }
    }

    private static Link connected(String address, int worker, Secret secret, Duration patience, Deadline deadline)
            throws IOException {
        int colon = address.lastIndexOf(':');
        InetSocketAddress other =
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        SocketChannel channel = SocketChannel.open();
        try {
            if (other.isUnresolved()) {
                throw new UnknownHostException("this machine knows no address of that host");
            }
            channel.socket().connect(other, deadline.milliseconds());
            Link link = new Link(channel, patience);
            Handshake.connected(link, secret, worker, deadline);
            return link;
        } catch (ClosedByInterruptException ended) {
            channel.close();
            throw ended;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw new IOException(
                    "cannot reach the one at %s: %s".formatted(address, String.valueOf(failure.getMessage())), failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
