package slope.serve.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A response. It never changes.
public final class Response {
    /// The type of JSON.
    public static final String JSON = "application/json";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final int status;
    private final byte[] body;
    private final Optional<StreamedBody> stream;
    private final Map<String, String> headers;

    private Response(int status, byte[] body, Optional<StreamedBody> stream, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.stream = stream;
        this.headers = headers;
    }

    /// A body that is written while it is sent.
    public interface StreamedBody {
        /// Writes all of it; what is flushed is sent at once.
        ///
        /// @throws IOException if the client is gone
        void write(OutputStream body) throws IOException;
    }

    /// A body of any length, which ends when its writer returns.
    public static Response stream(String type, StreamedBody body) {
        return new Response(200, new byte[0], Optional.of(body), Map.of("Content-Type", type));
    }

    /// A body of some type.
    ///
    /// @param body not to be changed from here on
    public static Response of(int status, String type, byte[] body) {
        return new Response(status, body, Optional.empty(), Map.of("Content-Type", type));
    }

    public static Response of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /// A page; a browser loads nothing for it and runs nothing in it.
    public static Response html(String page) {
        return of(200, "text/html; charset=utf-8", page)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    }

    /// JSON.
    ///
    /// @param writer writes one value
    public static Response json(int status, Consumer<JsonGenerator> writer) {
        return of(status, JSON, jsonBytes(writer));
    }

    /// What a writer of JSON wrote.
    public static byte[] jsonBytes(Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            writer.accept(json);
        }
        return bytes.toByteArray();
    }

    /// An error, as the Open Inference Protocol has it: `{"error": "…"}`.
    public static Response error(int status, String sentence) {
        return json(status, json -> {
            json.writeStartObject();
            json.writeStringProperty("error", sentence);
            json.writeEndObject();
        });
    }

    /// The same with one more header.
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, body, stream, more);
    }

    /// The same with a header, unless it has one of that name.
    public Response withUsual(String name, String value) {
        return headers.containsKey(name) ? this : with(name, value);
    }

    public int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Optional<StreamedBody> stream() {
        return stream;
    }

    Map<String, String> headers() {
        return headers;
    }
}
