package slope.report.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.jr.ob.JSON;

/// Calls of the DevTools protocol and their answers; events are not listened to.
final class Connection implements WebSocket.Listener, AutoCloseable {
    private static final int MOST_MINUTES = 5;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> answers = new ConcurrentHashMap<>();
    private final StringBuilder part = new StringBuilder(); // of a message that comes in several
    private final WebSocket socket;

    private Connection(String address) {
        socket = within(client.newWebSocketBuilder().buildAsync(URI.create(address), this));
    }

    static Connection to(String address) {
        return new Connection(address);
    }

    /// What a call gives.
    ///
    /// @param session of a page; empty for the browser
    @SuppressWarnings("unchecked")
    Map<String, ?> call(String session, String method, Map<String, ?> parameters) {
        int id = calls.incrementAndGet();
        Map<String, Object> message = new LinkedHashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        answers.put(id, answer);
        within(socket.sendText(JSON.std.asString(message), true));
        Map<String, Object> answered = within(answer);
        if (answered.get("error") != null) {
            throw new UncheckedIOException(new IOException(method + ": " + answered.get("error")));
        }
        return (Map<String, ?>) answered.get("result");
    }

    private static <T> T within(CompletableFuture<T> future) {
        try {
            return future.get(MOST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
        part.append(text);
        if (isLast) {
            Map<String, Object> message = JSON.std.mapFrom(part.toString());
            part.setLength(0);
            if (message.get("id") instanceof Integer id) {
                answers.remove(id).complete(message);
            }
        }
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }
}
