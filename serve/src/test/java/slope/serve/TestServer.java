package slope.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.jr.ob.JSON;

/// A server with the [TestModel], named `kinds`, and a client of it.
final class TestServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final ScoringServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(ServeSettings settings, boolean isLoaded) {
        this.server = isLoaded ? ScoringServer.start(settings, log::add) : ScoringServer.listen(settings, log::add);
    }

    static ServeSettings settings() throws IOException {
        return ServeSettings.of(Map.of("kinds", TestModel.file())).port(0);
    }

    static TestServer start() throws IOException {
        return start(settings());
    }

    static TestServer start(ServeSettings settings) {
        return new TestServer(settings, true);
    }

    /// One whose model is not loaded.
    static TestServer listening() throws IOException {
        return new TestServer(settings(), false);
    }

    URI address() {
        return server.address();
    }

    Queue<String> log() {
        return log;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, new byte[0], headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> sendForBytes(String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request("POST", path, body, headers), BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, BodyPublishers.ofByteArray(body));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    /// The object that a response holds.
    static Map<String, Object> json(HttpResponse<String> response) throws IOException {
        return JSON.std.mapFrom(response.body());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
