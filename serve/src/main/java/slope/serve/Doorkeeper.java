package slope.serve;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import slope.serve.http.Handler;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;

/// Refuses requests of those who may not ask.
///
/// Where only this machine may ask, the host that is asked has to be one of its names: a page of another site whose
/// name leads here (DNS rebinding) has another. A token is compared in the same time whatever is wrong with it.
final class Doorkeeper implements Handler {
    private static final String SCHEME = "bearer ";
    private static final Set<String> LOOPBACK = Set.of("localhost", "localhost.", "127.0.0.1", "[::1]");
    private static final Set<String> OPEN = Set.of("live", "ready");

    private final boolean isOpen;
    private final String ownAddress;
    private final Optional<byte[]> expected;
    private final Handler inside;
    private final IntConsumer refused;

    /// @param refused is told the status of each request that is not let in
    Doorkeeper(ServeSettings settings, Handler inside, IntConsumer refused) {
        this.isOpen = settings.isOpen();
        this.ownAddress = text(settings.host());
        this.expected = settings.token().map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.inside = inside;
        this.refused = refused;
    }

    @Override
    public Response handle(Request request) throws IOException {
        Optional<HttpException> refusal = refusal(request);
        if (refusal.isPresent()) {
            refused.accept(refusal.get().status());
            throw refusal.get();
        }
        return inside.handle(request);
    }

    private Optional<HttpException> refusal(Request request) {
        if (!isOpen && !isOwnName(request.header("Host").orElse(""))) {
            return Optional.of(new HttpException(421, "this server is localhost; ask it by that name or by 127.0.0.1"));
        }
        return expected.filter(token -> !isHealth(request) && !hasToken(request, token))
                .map(ignored -> new HttpException(401, "a token is needed: Authorization: Bearer TOKEN")
                        .with("WWW-Authenticate", "Bearer"));
    }

    /// As it stands in the address of a page: IPv6 in brackets.
    static String text(InetAddress address) {
        boolean isLocal = address instanceof Inet6Address && address.isLoopbackAddress();
        String text = isLocal ? "::1" : address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /// Any port: a tunnel may have another one at its beginning.
    private boolean isOwnName(String host) {
        String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.equals(ownAddress);
    }

    /// Whether it only asks if the server is well, as those do who have no token.
    private static boolean isHealth(Request request) {
        return request.path().size() == 3
                && request.path().get(0).equals("v2")
                && request.path().get(1).equals("health")
                && OPEN.contains(request.path().get(2));
    }

    private static boolean hasToken(Request request, byte[] expected) {
        String given = request.header("Authorization").orElse("");
        boolean isBearer = given.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        byte[] token = (isBearer ? given.substring(SCHEME.length()).strip() : "").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token, expected);
    }
}
