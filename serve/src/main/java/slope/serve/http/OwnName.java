package slope.serve.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;

/// The names by which only programs of this machine ask a server. A page of another site whose name leads here (DNS
/// rebinding) asks by another one.
public final class OwnName {
    private static final Set<String> LOOPBACK = Set.of("localhost", "localhost.", "127.0.0.1", "[::1]");

    private final String address;

    private OwnName(String address) {
        this.address = address;
    }

    /// The names of a server that listens at an address.
    public static OwnName of(InetAddress address) {
        return new OwnName(text(address));
    }

    /// Refuses a request for another name. The port may be any: a tunnel may have another one at its beginning.
    ///
    /// @throws HttpException with status 421
    public void require(Request request) {
        String host = request.header("Host").orElse("");
        String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        if (!LOOPBACK.contains(name) && !name.equals(address)) {
            throw new HttpException(421, "this server is localhost; ask it by that name or by 127.0.0.1");
        }
    }

    /// As it stands in the address of a page: IPv6 in brackets.
    public static String text(InetAddress address) {
        boolean isLocal = address instanceof Inet6Address && address.isLoopbackAddress();
        String text = isLocal ? "::1" : address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
