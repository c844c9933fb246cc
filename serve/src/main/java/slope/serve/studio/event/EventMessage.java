package slope.serve.studio.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import slope.report.json.JsonText;
import slope.report.json.Report;

/// A message of a stream of server-sent events (WHATWG HTML, section 9.2).
public final class EventMessage {
    /// The type of such a stream.
    public static final String TYPE = "text/event-stream";

    private EventMessage() {}

    /// Sends a report.
    ///
    /// @param name of the event
    /// @param id with which a client that lost the connection comes again
    /// @throws IOException if the client is gone
    public static void write(OutputStream stream, String name, String id, Report report) throws IOException {
        send(stream, "event: %s\nid: %s\ndata: %s\n\n".formatted(name, id, JsonText.line(report)));
    }

    /// Sends nothing, which tells whether the client is still there.
    ///
    /// @throws IOException if it is gone
    public static void writeNothing(OutputStream stream) throws IOException {
        send(stream, ":\n\n");
    }

    /// How soon a client that lost the connection comes again.
    public static void writeRetry(OutputStream stream, int milliseconds) throws IOException {
        send(stream, "retry: %s\n\n".formatted(milliseconds));
    }

    private static void send(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }
}
