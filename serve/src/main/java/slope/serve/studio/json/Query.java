package slope.serve.studio.json;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import slope.serve.http.HttpException;
import slope.serve.http.Request;

/// The parameters behind a path.
public final class Query {
    private final Map<String, String> parameters;

    private Query(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /// Those of a request.
    public static Query of(Request request) {
        return new Query(request.query());
    }

    /// A text, if it is given.
    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /// A whole number from 0 on, if it is given.
    ///
    /// @throws HttpException if it is something else
    public Optional<Integer> count(String name) {
        return read(name, "a whole number from 0 on", Integer::parseUnsignedInt);
    }

    /// A number, if it is given.
    ///
    /// @throws HttpException if it is something else
    public Optional<Double> number(String name) {
        return read(name, "a number", Double::parseDouble);
    }

    /// Whether it is given as true.
    ///
    /// @throws HttpException if it is neither true nor false
    public boolean isSet(String name) {
        return read(name, "true or false", text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                })
                .orElse(false);
    }

    private <T> Optional<T> read(String name, String what, Function<String, T> reader) {
        try {
            return text(name).map(reader);
        } catch (IllegalArgumentException wrong) {
            throw new HttpException(400, "\"%s\" behind the path is not %s".formatted(name, what));
        }
    }
}
