package slope.spark.exchange;

import java.io.IOException;
import java.io.Serializable;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slope.table.DataException;

/// The ports at which workers may listen, for clusters with a firewall.
///
/// @param first 0 for any that is free
/// @param last at least the first
public record PortRange(int first, int last) implements Serializable {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final int MOST = 65_535;

    /// Any port that is free.
    public static PortRange any() {
        return new PortRange(0, 0);
    }

    /// A range such as `40000-40100`; an empty text is any port.
    ///
    /// @throws DataException if it is none
    public static PortRange of(String text) {
        if (text.isEmpty()) {
            return any();
        }
        Matcher range = TEXT.matcher(text);
        if (range.matches()) {
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            if (first >= 1 && first <= last && last <= MOST) {
                return new PortRange(first, last);
            }
        }
        throw new DataException("\"%s\" is no range of ports; write one such as 40000-40100".formatted(text));
    }

    /// @throws DataException if no port of the range is free, or the host is none of this machine's
    void bind(ServerSocketChannel server, String host) throws IOException {
        for (int port = first; port <= last; port++) {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new DataException("the host %s has no address that this machine knows".formatted(host));
            }
            try {
                server.bind(address);
                return;
            } catch (BindException taken) {
                if (port == last) {
                    throw refused(host, taken);
                }
            }
        }
    }

    /// A port that is taken, and an address at which this machine cannot listen at all, are one exception to Java.
    private DataException refused(String host, BindException cause) throws IOException {
        try (ServerSocketChannel anyPort = ServerSocketChannel.open()) {
            anyPort.bind(new InetSocketAddress(host, 0));
            return new DataException(
                    "no port of %s to %s is free at %s; a machine needs one for each of its workers"
                            .formatted(first, last, host),
                    cause);
        } catch (BindException noAddress) {
            return new DataException(
                    "this machine cannot listen at %s: %s".formatted(host, String.valueOf(noAddress.getMessage())),
                    noAddress);
        }
    }
}
