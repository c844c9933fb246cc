package slope.serve.studio.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.JSON;

/// The JSON object that a request has as its body.
public final class JsonObject {
    private static final int MOST_BYTES = 1 << 22;

    private final Map<String, Object> members;

    private JsonObject(Map<String, Object> members) {
        this.members = members;
    }

    /// Reads it.
    ///
    /// @throws HttpException if the body is no JSON object
    /// @throws IOException if the client is gone
    public static JsonObject of(Request request) throws IOException {
        String text = new String(request.body(MOST_BYTES, ignored -> {}), StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.std.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notOne();
            }
            return new JsonObject(JSON.std.mapFrom(parser));
        } catch (JacksonException wrong) {
            throw notOne();
        }
    }

    private static HttpException notOne() {
        return new HttpException(400, "the body is no JSON object; one was expected, such as {\"name\": \"xor\"}");
    }

    /// All members; the map is the caller's.
    public Map<String, Object> members() {
        return new LinkedHashMap<>(members);
    }

    /// A text.
    ///
    /// @throws HttpException if it is none, or is not there
    public String text(String name) {
        return find(name, String.class, "a text").orElseThrow(() -> missing(name, "a text"));
    }

    /// A whole number, or another if there is none.
    ///
    /// @throws HttpException if it is something else
    public int count(String name, int otherwise) {
        return find(name, Integer.class, "a whole number").orElse(otherwise);
    }

    /// A text, if there is one.
    public Optional<String> findText(String name) {
        return find(name, String.class, "a text");
    }

    /// An object within.
    ///
    /// @throws HttpException if it is none, or is not there
    public Map<?, ?> object(String name) {
        return find(name, Map.class, "an object").orElseThrow(() -> missing(name, "an object"));
    }

    private static HttpException missing(String name, String what) {
        return new HttpException(400, "\"%s\" is missing in the body; it is %s".formatted(name, what));
    }

    private <T> Optional<T> find(String name, Class<T> type, String what) {
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new HttpException(400, "\"%s\" in the body is not %s".formatted(name, what));
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    /// Refuses members of other names.
    ///
    /// @throws HttpException if there is one
    public JsonObject only(String... names) {
        members.keySet().stream()
                .filter(name -> !List.of(names).contains(name))
                .findFirst()
                .ifPresent(other -> {
                    throw new HttpException(
                            400,
                            "the body has \"%s\"; what it can have is %s".formatted(other, String.join(", ", names)));
                });
        return this;
    }
}
