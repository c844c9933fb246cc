package slope.serve.studio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.serve.http.Handler;
import slope.serve.http.HttpException;
import slope.serve.http.OwnName;
import slope.serve.http.Request;
import slope.serve.http.Response;

/// Lets in only the page of who started the studio.
///
/// Who comes with the token gets a cookie for it, so that the token leaves the address bar; browsers send cookies to
/// every port of a host, so its name has the port. A page of another site cannot read it, and a request that it makes
/// is refused by its `Origin` or `Sec-Fetch-Site`; one that changes something also needs a header that no form and no
/// link can send (OWASP, Cross-Site Request Forgery Prevention).
final class StudioDoor implements Handler {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Set<String> TYPES = Set.of("application/json", "application/octet-stream");

    private final Optional<OwnName> ownName;
    private final String cookie;
    private final byte[] token;
    private final String entry;
    private final Handler inside;

    /// @param ownName the only one by which it is asked; empty if any will do
    /// @param entry the page that a browser sees first
    StudioDoor(Optional<OwnName> ownName, Pass pass, String entry, Handler inside) {
        this.ownName = ownName;
        this.cookie = pass.cookie;
        this.token = pass.token.getBytes(StandardCharsets.UTF_8);
        this.entry = entry;
        this.inside = inside;
    }

    /// What lets a browser in.
    ///
    /// @param cookie its name
    record Pass(String cookie, String token) {}

    @Override
    public Response handle(Request request) throws IOException {
        ownName.ifPresent(name -> name.require(request));
        requireOwnPage(request);
        boolean isRead = request.method().equals("GET");
        boolean isPage = request.path().equals(List.of(""));
        Optional<String> given = Optional.ofNullable(request.query().get("token"));
        if (isRead && isPage && given.isPresent()) {
            return entered(given.get());
        }
        if (!hasCookie(request)) {
            return guarded(isRead && isPage ? LockedPage.response() : locked());
        }
        if (!isRead) {
            requireIntended(request);
        }
        return guarded(inside.handle(request));
    }

    private static Response locked() {
        return Response.error(401, "this studio is open only to its own page; open the address that it printed");
    }

    private Response entered(String given) {
        if (!isToken(given)) {
            throw new HttpException(
                    403, "this token is of another start of the studio; open the address that it printed last");
        }
        return guarded(Response.of(302, Response.JSON, ""))
                .with("Location", entry)
                .with(
                        "Set-Cookie",
                        "%s=%s; Path=/; HttpOnly; SameSite=Strict"
                                .formatted(cookie, new String(token, StandardCharsets.UTF_8)));
    }

    /// In the same time whatever is wrong with it.
    private boolean isToken(String given) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
    }

    private boolean hasCookie(Request request) {
        return Arrays.stream(request.header("Cookie").orElse("").split(";"))
                .map(String::strip)
                .filter(each -> each.startsWith(cookie + "="))
                .anyMatch(each -> isToken(each.substring(cookie.length() + 1)));
    }

    /// Refuses what another page asks. A browser says so; other programs say nothing.
    private static void requireOwnPage(Request request) {
        String host = request.header("Host").orElse("");
        boolean isForeign = request.header("Origin")
                .filter(origin -> !origin.equals("http://" + host) && !origin.equals("https://" + host))
                .isPresent();
        String site = request.header("Sec-Fetch-Site").orElse("same-origin");
        boolean isVisit = request.method().equals("GET")
                && request.header("Sec-Fetch-Mode").orElse("").equals("navigate");
        if (isForeign || !(site.equals("same-origin") || site.equals("none") || isVisit)) {
            throw new HttpException(403, "another page asks; only the studio's own may");
        }
    }

    private static void requireIntended(Request request) {
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip();
        if (!request.header("X-Slope").orElse("").equals("1") || !TYPES.contains(type)) {
            throw new HttpException(
                    403,
                    "a request that changes something has the headers X-Slope: 1 and Content-Type: application/json");
        }
    }

    private static Response guarded(Response response) {
        return response.with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Resource-Policy", "same-origin")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .withUsual("Cache-Control", "no-store");
    }
}
