package slope.serve.http;

import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// JSON that a client sent.
public final class JsonBody {
    private static final int DEEPEST = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // as Python and JavaScript write them
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonBody() {}

    /// Reads one value.
    ///
    /// @param length how many bytes of the body are JSON
    /// @param reader takes the parser before its first token, and leaves it at the last one of the value
    /// @throws HttpException if the bytes are no JSON
    public static <T> T read(byte[] body, int length, Function<JsonParser, T> reader) {
        if (length == 0) {
            throw new HttpException(400, "the body is empty; JSON was expected");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body, 0, length)) {
            T value = reader.apply(parser);
            if (parser.nextToken() != null) {
                throw new HttpException(400, "the JSON has ended, and something follows");
            }
            return value;
        } catch (StreamConstraintsException limit) {
            throw new HttpException(400, "something in the JSON is longer, or nested deeper, than is read");
        } catch (JacksonException wrong) {
            throw new HttpException(400, notJson(wrong));
        }
    }

    private static String notJson(JacksonException wrong) {
        String problem = wrong.getOriginalMessage().startsWith("Duplicate")
                ? "the same name stands twice in an object"
                : "this is no JSON";
        return wrong.getLocation() == null
                ? problem
                : "%s in line %s at character %s"
                        .formatted(
                                problem,
                                wrong.getLocation().getLineNr(),
                                wrong.getLocation().getColumnNr());
    }
}
