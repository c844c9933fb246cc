package slope.serve.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import slope.internal.random.SplitRandom;
import slope.tables.TableSource;
import tools.jackson.jr.ob.JSON;

/// A studio in a folder of its own, and a client that has its cookie.
final class TestStudio implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /// A training that takes moments.
    static final String SMALL = "\"recipe\": {\"name\": \"plain\", \"settings\": {\"hidden\": [4], \"epochs\": %s}}";

    private static final int ROWS = 60;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final StudioServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookie;

    private TestStudio(StudioSettings settings) throws IOException, InterruptedException {
        this.server = StudioServer.start(settings, log::add);
        HttpResponse<String> entered = client.send(
                HttpRequest.newBuilder(server.address()).timeout(PATIENCE).build(), BodyHandlers.ofString());
        assertThat(entered.statusCode()).isEqualTo(302);
        this.cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    /// One without a table.
    static TestStudio start(Path folder) throws Exception {
        return start(folder, settings -> settings);
    }

    static TestStudio start(Path folder, UnaryOperator<StudioSettings> change) throws Exception {
        return new TestStudio(change.apply(StudioSettings.in(folder)));
    }

    /// One with the table of [#points], which is read.
    static TestStudio withPoints(Path folder) throws Exception {
        Path table = Files.writeString(Files.createDirectories(folder).resolve("points.csv"), points());
        TestStudio studio = start(folder.resolve("runs"), settings -> settings.table(TableSource.of(table.toString())));
        studio.awaitTable();
        return studio;
    }

    /// Sixty points, whose class is whether `x` is above 0, and a color.
    static String points() {
        SplitRandom random = SplitRandom.of(7);
        StringBuilder text = new StringBuilder("x,y,color,kind\n");
        for (int row = 0; row < ROWS; row++) {
            double x = 2 * random.nextDouble() - 1;
            text.append(String.format(
                    Locale.ROOT,
                    "%.3f,%.3f,%s,%s\n",
                    x,
                    random.nextDouble(),
                    row % 3 == 0 ? "red" : "blue",
                    x > 0 ? "yes" : "no"));
        }
        return text.toString();
    }

    /// A request to train on [#points].
    static String request(int epochs) {
        return "{\"target\": {\"columns\": [\"kind\"]}, \"rows\": {\"testShare\": 0.25, \"folds\": 1}, %s}"
                .formatted(SMALL.formatted(epochs));
    }

    URI address() {
        return server.address();
    }

    String cookie() {
        return cookie;
    }

    Queue<String> log() {
        return log;
    }

    /// Asks as the page does.
    HttpResponse<String> ask(String method, String path, String body) throws Exception {
        return ask(method, path, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    HttpResponse<String> ask(String method, String path, byte[] body, String type) throws Exception {
        return send(method, path, body, List.of("X-Slope", "1", "Content-Type", type, "Cookie", cookie));
    }

    /// Asks with these headers alone.
    HttpResponse<String> send(String method, String path, byte[] body, List<String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path))
                .timeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, BodyPublishers.ofByteArray(body));
        HttpRequest whole = headers.isEmpty()
                ? request.build()
                : request.headers(headers.toArray(String[]::new)).build();
        return client.send(whole, BodyHandlers.ofString());
    }

    /// The JSON of an answer that is as wanted.
    Map<String, Object> get(String path) throws Exception {
        return json(200, ask("GET", path, ""));
    }

    Map<String, Object> post(int status, String path, String body) throws Exception {
        return json(status, ask("POST", path, body));
    }

    static Map<String, Object> json(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.std.mapFrom(response.body());
    }

    /// A part of JSON by its keys, and numbers of places in lists.
    static Object at(Object json, Object... path) {
        Object part = json;
        for (Object step : path) {
            part = step instanceof Integer index ? ((List<?>) part).get(index) : ((Map<?, ?>) part).get(step);
        }
        return part;
    }

    static List<Object> list(Object json, Object... path) {
        return new ArrayList<>((List<?>) at(json, path));
    }

    static double number(Object json, Object... path) {
        return ((Number) at(json, path)).doubleValue();
    }

    /// Opens the stream of events.
    EventReader events(String lastId) throws IOException {
        return new EventReader(address(), cookie, lastId);
    }

    /// Waits until the table is read, or cannot be.
    Map<String, Object> awaitTable() throws Exception {
        return awaitState(state -> !List.of("reading", "arriving").contains(at(state, "table", "phase")));
    }

    /// Waits until the studio stands so.
    Map<String, Object> awaitState(Predicate<Map<String, Object>> isSo) throws Exception {
        try (EventReader events = events("")) {
            Map<String, Object> state = events.next("state").json();
            while (!isSo.test(state)) {
                state = events.next("state").json();
            }
            return state;
        }
    }

    /// Begins a run and waits for its end.
    Map<String, Object> run(String request) throws Exception {
        Object number = post(201, "/api/runs", request).get("number");
        return awaitEnd(number);
    }

    Map<String, Object> awaitEnd(Object number) throws Exception {
        try (EventReader events = events("")) {
            while (true) {
                Map<String, Object> run = get("/api/runs/" + number);
                String state = String.valueOf(at(run, "standing", "state"));
                if (!state.equals("running") && !state.equals("stopping")) {
                    return run;
                }
                EventReader.Event unused = events.next("run");
                assertThat(unused.json()).containsEntry("run", number);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
