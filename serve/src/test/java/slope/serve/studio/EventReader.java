package slope.serve.studio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;
import tools.jackson.jr.ob.JSON;

/// A client of the stream of events, which does not wait for good.
final class EventReader implements AutoCloseable {
    private final Socket socket;
    private final Scanner lines;
    private final StringBuilder rest = new StringBuilder();

    /// A message of the stream.
    record Event(String name, String id, Map<String, Object> json) {}

    EventReader(URI address, String cookie, String lastId) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        socket.setSoTimeout(Math.toIntExact(TestStudio.PATIENCE.toMillis()));
        String again = lastId.isEmpty() ? "" : "Last-Event-ID: %s\r\n".formatted(lastId);
        socket.getOutputStream()
                .write("GET /api/events HTTP/1.0\r\nHost: 127.0.0.1:%s\r\nCookie: %s\r\n%s\r\n"
                        .formatted(address.getPort(), cookie, again)
                        .getBytes(StandardCharsets.US_ASCII));
        // A stream that says nothing for minutes ends the test, because the socket has a limit.
        this.lines = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8).useDelimiter("\n");
    }

    /// The next message of a name.
    Event next(String name) {
        while (true) {
            Event event = next();
            if (event.name.equals(name)) {
                return event;
            }
        }
    }

    /// The next message.
    Event next() {
        while (true) {
            Map<String, String> fields = fields();
            if (fields.containsKey("data")) {
                return new Event(
                        fields.getOrDefault("event", ""),
                        fields.getOrDefault("id", ""),
                        JSON.std.mapFrom(fields.get("data")));
            }
        }
    }

    /// Lines up to an empty one behind data; before them the headers of HTTP, of whose version 1.0 has no chunks.
    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        while (true) {
            String line = lines.next().replace("\r", "");
            if (line.isEmpty() && fields.containsKey("data")) {
                return fields;
            }
            int colon = line.indexOf(": ");
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
    }

    /// Whether the stream has ended, which it waits for.
    boolean isEnded() {
        while (lines.hasNext()) {
            rest.append(lines.next());
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
