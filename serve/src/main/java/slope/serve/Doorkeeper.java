package slope.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import slope.serve.http.Handler;
import slope.serve.http.HttpException;
import slope.serve.http.OwnName;
import slope.serve.http.Request;
import slope.serve.http.Response;

/// Refuses requests of those who may not ask.
///
/// Where only this machine may ask, the host that is asked has to be one of its names: a page of another site whose
/// name leads here (DNS rebinding) has another. A token is compared in the same time whatever is wrong with it.
final class Doorkeeper implements Handler {
    private static final String SCHEME = "bearer ";
    private static final Set<String> OPEN = Set.of("live", "ready");

    private final boolean isOpen;
    private final OwnName ownName;
    private final Optional<byte[]> expected;
    private final Handler inside;
    private final IntConsumer refused;

    /// @param refused is told the status of each request that is not let in
    Doorkeeper(ServeSettings settings, Handler inside, IntConsumer refused) {
        this.isOpen = settings.isOpen();
        this.ownName = OwnName.of(settings.host());
        this.expected = settings.token().map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.inside = inside;
        this.refused = refused;
    }

    @Override
    public Response handle(Request request) throws IOException {
        try {
            if (!isOpen) {
                ownName.require(request);
            }
            requireToken(request);
        } catch (HttpException refusal) {
            refused.accept(refusal.status());
            throw refusal;
        }
        return inside.handle(request);
    }

    private void requireToken(Request request) {
        if (expected.isPresent() && !isHealth(request) && !hasToken(request, expected.get())) {
            throw new HttpException(401, "a token is needed: Authorization: Bearer TOKEN")
                    .with("WWW-Authenticate", "Bearer");
        }
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
