package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.DataException;

/// Who may ask the studio.
class StudioDoorTest {
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    private Path folder;

    private TestStudio studio;

    @BeforeEach
    void start() throws Exception {
        Path assets = Files.createDirectories(folder.resolve("page/assets"));
        Files.writeString(assets.resolve("studio.js"), "console.log('here');");
        Files.writeString(folder.resolve("page/index.html"), "<!doctype html><title>Studio</title>");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        studio = TestStudio.start(folder.resolve("runs"), settings -> settings.assets(folder.resolve("page")));
    }

    @AfterEach
    void end() {
        studio.close();
        assertThat(studio.log()).isEmpty();
    }

    private int status(String method, String path, String... headers) throws Exception {
        return studio.send(method, path, NOTHING, List.of(headers)).statusCode();
    }

    @Test
    void withoutTheCookieNothingIsTold() throws Exception {
        HttpResponse<String> page = studio.send("GET", "/", NOTHING, List.of());
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("the address that slope studio printed");
        for (String path : List.of("/api/state", "/api/events", "/assets/studio.js", "/api/runs/1/model.onnx")) {
            assertThat(status("GET", path)).as(path).isEqualTo(401);
        }
        assertThat(status("POST", "/api/runs", "X-Slope", "1", "Content-Type", "application/json"))
                .isEqualTo(401);
        assertThat(status("GET", "/api/state", "Cookie", studio.cookie().replaceAll("=.*", "=0123")))
                .isEqualTo(401);
    }

    @Test
    void theTokenIsExchangedForACookieOfThisPortAndLeavesTheAddress() throws Exception {
        String query = "/?" + studio.address().getQuery();
        HttpResponse<String> entered = studio.send("GET", query, NOTHING, List.of());
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(entered.headers().firstValue("Location")).hasValue("/");
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("slope-studio-%s=".formatted(studio.address().getPort()))
                .contains("HttpOnly", "SameSite=Strict");
        assertThat(studio.send("GET", "/", NOTHING, List.of("Cookie", studio.cookie()))
                        .body())
                .contains("<title>Studio</title>");
        HttpResponse<String> wrong = studio.send("GET", "/?token=0123", NOTHING, List.of());
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("another start of the studio");
    }

    /// DNS rebinding: a page of another site whose name leads to this machine.
    @Test
    void anotherNameThanThisMachinesIsRefused() throws Exception {
        for (String host : List.of("evil.example", "127.0.0.1.evil.example", "192.168.0.7")) {
            assertThat(raw("GET /api/state HTTP/1.1\r\nHost: %s:%s\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host, studio.address().getPort(), studio.cookie())))
                    .as(host)
                    .startsWith("HTTP/1.1 421 ");
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), studio.address().getPort())) {
            socket.setSoTimeout(Math.toIntExact(TestStudio.PATIENCE.toMillis()));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPageOfAnotherSiteCanNeitherReadNorWrite() throws Exception {
        String cookie = studio.cookie();
        assertThat(status("GET", "/api/state", "Cookie", cookie, "Origin", "http://evil.example"))
                .isEqualTo(403);
        assertThat(status("GET", "/api/state", "Cookie", cookie, "Origin", "http://127.0.0.1:1"))
                .isEqualTo(403);
        assertThat(status("GET", "/api/state", "Cookie", cookie, "Sec-Fetch-Site", "cross-site"))
                .isEqualTo(403);
        assertThat(status("GET", "/api/state", "Cookie", cookie, "Sec-Fetch-Site", "same-site"))
                .isEqualTo(403); // another port of this machine
        assertThat(status("POST", "/api/data/example", "Cookie", cookie, "X-Slope", "1", "Content-Type", "text/plain"))
                .isEqualTo(403);
        assertThat(status("POST", "/api/data/example", "Cookie", cookie, "Content-Type", "application/json"))
                .isEqualTo(403);
        assertThat(studio.get("/api/state")).containsEntry("runs", 0); // the own page can
    }

    @Test
    void answersForbidWhatThePageDoesNotNeed() throws Exception {
        HttpResponse<String> page = studio.ask("GET", "/", "");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(studio.ask("GET", "/api/state", "").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void aFileOfThePageIsSentAgainOnlyWhenItHasChanged() throws Exception {
        HttpResponse<String> first = studio.ask("GET", "/assets/studio.js", "");
        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        List<String> again = List.of("Cookie", studio.cookie(), "If-None-Match", tag);
        assertThat(studio.send("GET", "/assets/studio.js", NOTHING, again).statusCode())
                .isEqualTo(304);
        Files.writeString(folder.resolve("page/assets/studio.js"), "console.log('there');");
        assertThat(studio.send("GET", "/assets/studio.js", NOTHING, again).body())
                .contains("there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/..%2f..%2fsecret.txt",
                "/..%2fsecret.txt",
                "/assets/../../secret.txt",
                "/.%2e/secret.txt",
                "/secret.txt",
                "/assets/%00",
                "/assets/a%5c..%5csecret.txt"
            })
    void noPathLeadsOutOfThePage(String path) throws Exception {
        String answer = raw("GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nConnection: close\r\n\r\n"
                .formatted(path, studio.cookie()));
        assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain("secret\n");
    }

    @Test
    void otherMachinesAreLetInOnlyWhenThatIsSaid() {
        StudioSettings everywhere = StudioSettings.in(folder).host(InetAddress.ofLiteral("0.0.0.0"));
        assertThatThrownBy(() -> StudioServer.start(everywhere, sentence -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("other machines could ask");
    }

    @Test
    void openStreamsEndWithTheServer() throws Exception {
        EventReader events;
        try (TestStudio other = TestStudio.start(folder.resolve("others"))) {
            events = other.events("");
            assertThat(events.next("state").json()).containsEntry("runs", 0);
        }
        assertThat(events.isEnded()).isTrue();
        events.close();
    }
}
