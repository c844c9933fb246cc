package slope.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import slope.serve.http.Handler;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;

/// Refuses requests of those who may not ask.
///
/// Where only this machine may ask, the host that is asked has to be one of its names: a page of another site whose
/// name leads here (DNS rebinding) has another. A token is compared in the same time whatever is wrong with it.
final class Doorkeeper implements Handler {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OPEN = Set.of("live", "ready");

    private final boolean isOpen;
    private final Optional<byte[]> expected;
    private final Handler inside;

    Doorkeeper(ServeSettings settings, Handler inside) {
        this.isOpen = settings.isOpen();
        this.expected = settings.token().map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8));
        this.inside = inside;
    }

    @Override
    public Response handle(Request request) throws IOException {
        if (!isOpen && !isOwnName(request.header("Host").orElse(""))) {
            throw new HttpException(421, "this server is localhost; ask it by that name or by 127.0.0.1");
        }
        if (expected.isPresent() && !isHealth(request) && !hasToken(request, expected.get())) {
            throw new HttpException(401, "a token is needed: Authorization: Bearer TOKEN")
                    .with("WWW-Authenticate", "Bearer");
        }
        return inside.handle(request);
    }

    /// Any port: a tunnel may have another one at its beginning.
    private static boolean isOwnName(String host) {
        return LOOPBACK.contains(host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT));
    }

    /// Whether it only asks if the server is well, as those do who have no token.
    private static boolean isHealth(Request request) {
        return request.path().size() == 3
                && request.path().get(0).equals("v2")
                && request.path().get(1).equals("health")
                && OPEN.contains(request.path().get(2));
    }

    private static boolean hasToken(Request request, byte[] expected) {
        byte[] given = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, expected);
    }
}
