package slope.serve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// The JDK's HTTP server with a virtual thread for each request: the only class that knows it.
public final class JdkServer {
    private static final String LONGEST_RESPONSE = "sun.net.httpserver.maxRspTime";

    /// Its settings belong to the whole JVM and are read once. One that is set already stays.
    private static final Map<String, String> SETTINGS = Map.of(
            "sun.net.httpserver.nodelay",
            "true", // or each answer waits for the last one's acknowledgement
            "sun.net.httpserver.maxReqTime",
            "30", // seconds until headers and body are there
            LONGEST_RESPONSE,
            "120", // seconds until the answer is taken
            "sun.net.httpserver.maxReqHeaderSize",
            "65536", // bytes
            "sun.net.httpserver.drainAmount",
            Long.toString(Long.MAX_VALUE), // bytes of a refused body, or its sender misses why; maxReqTime ends it
            "sun.net.httpserver.maxIdleConnections",
            "1024",
            "jdk.httpserver.maxConnections",
            "8192");

    private static final int WAITING_CONNECTIONS = 1024;
    private static final int PART_BYTES = 1 << 14; // of a body

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<String> log;
    private final Phaser requests = new Phaser(1); // that are in flight, and the server itself

    private JdkServer(HttpServer server, Consumer<String> log) {
        this.server = server;
        this.log = log;
    }

    /// Starts answering, also with streams that may last as long as the server.
    ///
    /// @throws IOException as of [#start]
    public static JdkServer startStreaming(InetSocketAddress address, Handler handler, Consumer<String> log)
            throws IOException {
        System.setProperty(LONGEST_RESPONSE, "-1");
        return start(address, handler, log);
    }

    /// Starts answering.
    ///
    /// @param address with port 0 for any that is free
    /// @param log takes a sentence about what should not have happened
    /// @throws IOException if the address is taken or is not this machine's
    public static JdkServer start(InetSocketAddress address, Handler handler, Consumer<String> log) throws IOException {
        SETTINGS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        JdkServer started = new JdkServer(HttpServer.create(address, WAITING_CONNECTIONS), log);
        started.server.setExecutor(started.threads);
        started.server.createContext("/", exchange -> started.handle(exchange, handler));
        started.server.start();
        return started;
    }

    /// The address with the port that was taken.
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /// Ends when the requests that are in flight are answered. The server's own wait for them is not used: a
    /// client that closes its connection at that moment makes it wait to the end.
    ///
    /// @param most how long to wait for them
    public void stop(Duration most) {
        int phase = requests.arriveAndDeregister();
        try {
            int _ = requests.awaitAdvanceInterruptibly(phase, most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            log.accept("the server ends, although a request was not answered within %s seconds"
                    .formatted(most.toSeconds()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange, Handler handler) {
        requests.register();
        try (exchange) {
            send(exchange, response(new ExchangeRequest(exchange), handler));
        } catch (IOException ignored) {
            // The client is gone: there is nobody to tell.
        } finally {
            requests.arriveAndDeregister();
        }
    }

    private Response response(Request request, Handler handler) throws IOException {
        try {
            return handler.handle(request);
        } catch (HttpException refusal) {
            return refusal.response();
        } catch (RuntimeException failure) {
            log.accept("a request failed unexpectedly: %s; please report it".formatted(failure));
            return Response.error(500, "the server failed unexpectedly; its log says more");
        } catch (OutOfMemoryError tooMuch) {
            return HttpException.later(503, "the server has no memory left for this request; send fewer rows", 1)
                    .response();
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (response.stream().isPresent() && exchange.getRequestMethod().equals("GET")) {
            exchange.sendResponseHeaders(response.status(), 0); // in chunks
            try (OutputStream stream = exchange.getResponseBody()) {
                response.stream().get().write(stream);
            }
            return;
        }
        byte[] body = response.body();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        boolean isSilent = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(response.status(), isSilent ? -1 : body.length);
        if (!isSilent) {
            try (OutputStream stream = exchange.getResponseBody()) {
                stream.write(body);
            }
        }
    }

    private record ExchangeRequest(HttpExchange exchange) implements Request {
        @Override
        public String method() {
            return exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        }

        @Override
        public List<String> path() {
            String path =
                    Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("");
            return Stream.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1))
                    .map(segment -> decoded(segment.replace("+", "%2B")))
                    .toList();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        }

        @Override
        public Map<String, String> query() {
            Map<String, String> query = new HashMap<>();
            String text =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            for (String pair : text.split("&", -1)) {
                int end = pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=');
                query.put(decoded(pair.substring(0, end)), decoded(pair.substring(Math.min(end + 1, pair.length()))));
            }
            return query;
        }

        /// The server has refused a `%` without two hexadecimal digits behind it, as it has everything else that is no
        /// address: its parser wants them (java.net.URI), and answers in its own words.
        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public OptionalLong bodyLength() {
            if (header("Transfer-Encoding").isPresent()) {
                return OptionalLong.empty();
            }
            // The server has refused one that is no number.
            return OptionalLong.of(header("Content-Length").map(Long::parseLong).orElse(0L));
        }

        @Override
        public void copyBody(OutputStream target, long most, IntConsumer arriving) throws IOException {
            InputStream stream = exchange.getRequestBody();
            byte[] part = new byte[Math.clamp(bodyLength().orElse(PART_BYTES), 1, PART_BYTES)];
            long copied = 0;
            int length = bodyLength().orElse(0) > most ? -1 : stream.read(part);
            while (length >= 0 && copied + length <= most) {
                arriving.accept(length);
                target.write(part, 0, length);
                copied += length;
                length = stream.read(part);
            }
            if (length >= 0 || bodyLength().orElse(0) > most) {
                throw new HttpException(
                        413, "the body is larger than %s bytes; send fewer rows at once".formatted(most));
            }
        }
    }
}
