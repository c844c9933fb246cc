package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.model.FitRecord;
import slope.onnx.Models;
import slope.serve.ServeSettings.Limits;
import slope.serve.http.HttpException;
import slope.serve.http.OwnName;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.table.DataException;

class HttpTest {
    private static final String PREDICT = "/predict/kinds";
    private static final String ROW = "{\"height\": 0.25, \"colour\": \"red\", \"big\": true, \"day\": \"2026-03-01\"}";
    private static final int PATIENCE_MILLISECONDS = 300_000;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void end() {
        server.close();
        assertThat(server.log()).isEmpty();
    }

    /// Sends bytes as they are, and reads what comes until the connection is closed.
    private static String raw(TestServer asked, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), asked.address().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return toTheEnd(socket);
        }
    }

    /// What comes from a socket that has a limit of its own.
    private static String toTheEnd(Socket socket) throws IOException {
        InputStream stream = socket.getInputStream();
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String get(String path, String host) {
        return "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, host);
    }

    @Test
    void theAddressThatItTellsIsItsOwn() throws Exception {
        assertThat(OwnName.text(InetAddress.ofLiteral("::1"))).isEqualTo("[::1]");
        ServeSettings settings =
                ServeSettings.of(Map.of("kinds", Path.of("kinds.onnx"))).host(InetAddress.ofLiteral("127.0.0.2"));
        Doorkeeper door = new Doorkeeper(settings, request -> Response.error(404, "inside"), ignored -> {});
        assertThat(door.handle(new Asking("127.0.0.2:8080")).status()).isEqualTo(404);
        assertThat(door.handle(new Asking("localhost.:8080")).status()).isEqualTo(404);
        assertThatThrownBy(() -> door.handle(new Asking("127.0.0.3:8080"))).isInstanceOf(HttpException.class);
    }

    private record Asking(String host) implements Request {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public List<String> path() {
            return List.of("v2");
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.of(host).filter(ignored -> name.equals("Host"));
        }

        @Override
        public Map<String, String> query() {
            return Map.of();
        }

        @Override
        public OptionalLong bodyLength() {
            return OptionalLong.of(0);
        }

        @Override
        public void copyBody(OutputStream target, long most, IntConsumer arriving) {}
    }

    @Test
    void theServerAndItsHealthAreTold() throws Exception {
        assertThat(TestServer.json(server.get("/v2")))
                .containsEntry("name", "slope")
                .containsEntry("extensions", List.of("binary_tensor_data"));
        for (String path : new String[] {"/v2/health/live", "/v2/health/ready", "/v2/models/kinds/ready"}) {
            HttpResponse<String> response = server.get(path);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(TestServer.json(response)).containsEntry("live", true).containsEntry("ready", true);
        }
    }

    @Test
    void itIsNotReadyUntilTheModelsAreLoaded() throws Exception {
        try (TestServer early = TestServer.listening()) {
            assertThat(early.get("/v2/health/live").statusCode()).isEqualTo(200);
            for (String path : new String[] {"/v2/health/ready", "/v2/models/kinds/ready", "/v2/models/kinds"}) {
                assertThat(early.get(path).statusCode()).as(path).isEqualTo(503);
            }
            HttpResponse<String> response = early.post(PREDICT, ROW);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void versionsAreThoseOfTheModel() throws Exception {
        Object version =
                ((List<?>) TestServer.json(server.get("/v2/models/kinds")).get("versions")).getFirst();
        assertThat(server.get("/v2/models/kinds/versions/" + version).statusCode())
                .isEqualTo(200);
        assertThat(server.get("/v2/models/kinds/versions/" + version + "/ready").statusCode())
                .isEqualTo(200);
        assertThat(server.get("/v2/models/kinds/versions/1").statusCode()).isEqualTo(404);
        assertThat(server.get("/v2/models/kinds/versions/1").body()).contains("it is version");
        assertThat(server.post("/v2/models/kinds/versions/1/infer", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aModelWithoutRecordHasNoVersion() throws Exception {
        Path file = Files.createTempFile("slope-serve-", ".onnx");
        Models.save(TestModel.MODEL.with(FitRecord.unknown()), file);
        try (TestServer unknown =
                TestServer.start(ServeSettings.of(Map.of("kinds", file)).port(0))) {
            assertThat(TestServer.json(unknown.get("/v2/models/kinds"))).containsEntry("versions", List.of());
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v2/models",
                "/v2/models/other",
                "/v2/models/../kinds",
                "/predict",
                "/models/kinds",
                "/models/kinds/card/",
                "/models/..%2F..%2Fetc%2Fpasswd/card",
                "/v2/models/%2e%2e/ready",
                "/docs/x"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        String answer = raw(server, get(path, "localhost"));
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("{\"error\":\"");
    }

    @Test
    void namesAreDecoded() throws Exception {
        Map<String, Path> models = new LinkedHashMap<>();
        models.put("a b/ü+%", TestModel.file());
        try (TestServer odd = TestServer.start(ServeSettings.of(models).port(0))) {
            assertThat(TestServer.json(odd.get("/v2/models/a%20b%2F%C3%BC+%25/ready")))
                    .containsEntry("name", "a b/ü+%");
            assertThat(odd.get("/metrics").body()).contains("model_name=\"a b/ü+%\"");
            assertThat(raw(odd, get("/v2/models/%zz", "localhost"))).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void otherMethodsAreToldWhichThereAre() throws Exception {
        HttpResponse<String> response = server.send("DELETE", PREDICT, new byte[0]);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("OPTIONS, POST");
        assertThat(server.get(PREDICT).statusCode()).isEqualTo(405);
        HttpResponse<String> options = server.send("OPTIONS", "/v2", new byte[0], "Origin", "https://example.org");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(options.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void headIsGetWithoutTheBody() throws Exception {
        HttpResponse<String> head = server.send("HEAD", "/v2", new byte[0]);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .contains(Integer.toString(server.get("/v2").body().length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil:80", "", "10.0.0.1:8080"})
    void onLoopbackOnlyItsOwnNamesAreAnswered(String host) throws Exception {
        assertThat(raw(server, get("/v2", host))).startsWith("HTTP/1.1 421 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:9", "[::1]:8080"})
    void theOwnNamesAreAnsweredWithAnyPort(String host) throws Exception {
        assertThat(raw(server, get("/v2", host))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aTokenIsWantedWhereThereIsOne() throws Exception {
        try (TestServer closed = TestServer.start(TestServer.settings().token("s3cret"))) {
            for (String header :
                    new String[] {"Bearer wrong", "Bearer s3cret ", "s3cret", "Basic s3cret", "Bearer s3cre"}) {
                HttpResponse<String> refused = closed.get("/metrics", "Authorization", header.strip() + "x");
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(refused.body()).doesNotContain("s3cret");
            }
            assertThat(closed.get("/metrics", "Authorization", "bearer  s3cret").statusCode())
                    .isEqualTo(200); // RFC 9110: a scheme's case does not matter
            assertThat(closed.post(PREDICT, ROW).statusCode()).isEqualTo(401);
            assertThat(closed.get("/docs").statusCode()).isEqualTo(401);
            assertThat(closed.get("/v2/models/kinds/ready").statusCode()).isEqualTo(401);
            assertThat(closed.get("/v2/health/ready").statusCode()).isEqualTo(200);
            assertThat(closed.get("/metrics", "Authorization", "Bearer s3cret").body())
                    .contains("\nslope_failures_total{model_name=\"\",code=\"401\"} 8\n");
            assertThat(closed.log()).isEmpty();
        }
        assertThatThrownBy(() -> TestServer.settings().token("two words")).hasMessageContaining("token");
        assertThatThrownBy(() -> TestServer.settings().token("")).hasMessageContaining("token");
    }

    @Test
    void largeBodiesAndManyRowsAreRefused() throws Exception {
        Limits limits = new Limits(1000, 2, 8, Duration.ofMinutes(5));
        try (TestServer small = TestServer.start(TestServer.settings().limits(limits))) {
            HttpResponse<String> tooLarge = small.post(PREDICT, " ".repeat(1001));
            assertThat(tooLarge.statusCode()).isEqualTo(413);
            assertThat(tooLarge.body()).contains("1000 bytes");
            String chunked =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                                    .formatted(PREDICT)
                            + "3e9\r\n" + " ".repeat(1001) + "\r\n0\r\n\r\n";
            assertThat(raw(small, chunked)).startsWith("HTTP/1.1 413 ");
            assertThat(small.post(PREDICT, "[" + ROW + "," + ROW + "," + ROW + "]")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(small.post(PREDICT, "height,colour,big,day\n,,,\n,,,\n,,,\n", "Content-Type", "text/csv")
                            .statusCode())
                    .isEqualTo(413);
            String three = "{\"inputs\":[{\"name\":\"height\",\"shape\":[3],\"datatype\":\"FP64\",\"data\":[1,2,3]}]}";
            assertThat(small.post("/v2/models/kinds/infer", three).statusCode()).isEqualTo(413);
            assertThat(small.post(PREDICT, "[" + ROW + "," + ROW + "]").statusCode())
                    .isEqualTo(200);
        }
    }

    /// A client that sends all of its body before it reads hears why it was refused, however much that is.
    @Test
    void aBodyOfAnySizeIsHeardOutBeforeTheConnectionEnds() throws Exception {
        byte[] part = new byte[1 << 20];
        int parts = 100;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            String begin = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\nConnection: close\r\n\r\n"
                    .formatted(PREDICT, (long) parts * part.length);
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.ISO_8859_1));
            for (int sent = 0; sent < parts; sent++) {
                socket.getOutputStream().write(part);
            }
            assertThat(toTheEnd(socket)).startsWith("HTTP/1.1 413 ").contains("send fewer rows at once");
        }
    }

    @Test
    void aBodyThatComesSlowlyHoldsUpNobody() throws Exception {
        Limits limits = new Limits(1000, 2, 1, Duration.ofMinutes(5));
        try (TestServer small = TestServer.start(TestServer.settings().limits(limits));
                Socket slow = new Socket(
                        InetAddress.getLoopbackAddress(), small.address().getPort())) {
            String begin = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %s\r\nConnection: close\r\n\r\n"
                    .formatted(PREDICT, ROW.length());
            slow.setSoTimeout(PATIENCE_MILLISECONDS);
            slow.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));

            assertThat(small.post(PREDICT, ROW).statusCode()).isEqualTo(200);

            slow.getOutputStream().write(ROW.getBytes(StandardCharsets.US_ASCII));
            assertThat(toTheEnd(slow)).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void whatTakesTooLongComesAgain() throws Exception {
        Limits limits = new Limits(1000, 2, 8, Duration.ofNanos(1));
        try (TestServer hasty = TestServer.start(TestServer.settings().limits(limits))) {
            HttpResponse<String> late = hasty.post(PREDICT, ROW);
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void longHeadersAreRefused() throws Exception {
        String request = "GET /v2 HTTP/1.1\r\nHost: localhost\r\nX: %s\r\n\r\n".formatted("x".repeat(100_000));
        String answer;
        try {
            answer = raw(server, request);
        } catch (SocketException reset) {
            answer = "";
        }
        assertThat(answer).doesNotContain("200 OK");
    }

    @Test
    void cardsAndDocsArePagesThatLoadNothing() throws Exception {
        HttpResponse<String> card = server.get("/models/kinds/card", "Accept", "text/html,*/*");
        assertThat(card.body()).startsWith("<!DOCTYPE html>").contains("kind").doesNotContain("\\u000a");
        assertThat(card.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(TestServer.json(server.get("/models/kinds/card"))).containsEntry("report", "card");
        assertThat(server.get("/models/kinds/card?format=html").body()).startsWith("<!DOCTYPE html>");
        assertThat(server.get("/models/kinds/card?format=pdf").statusCode()).isEqualTo(400);
        String docs = server.get("/docs").body();
        assertThat(docs)
                .contains("/v2/models/{model}/infer", "height")
                .doesNotContain("<script", "src=", "href=\"http", "url(");
    }

    @Test
    void aPortThatIsTakenIsOneSentence() throws Exception {
        ServeSettings taken = TestServer.settings().port(server.address().getPort());
        assertThatThrownBy(() -> TestServer.start(taken))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be listened at");
    }

    @Test
    void aFileThatIsNoModelIsOneSentence() throws Exception {
        Path file = Files.createTempFile("slope-serve-", ".onnx");
        assertThatThrownBy(() ->
                        TestServer.start(ServeSettings.of(Map.of("none", file)).port(0)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file.toString());
        Files.delete(file);
    }
}
