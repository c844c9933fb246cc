package slope.report.text;

import java.util.Map;
import tools.jackson.jr.ob.JSON;

/// One JSON object for programs: maps, lists, arrays, text, numbers and truths, numbers at full
/// precision.
public final class JsonText {
    private JsonText() {}

    /// The object on several lines, each ended by a line break.
    public static String of(Map<String, ?> object) {
        return JSON.builder()
                        .enable(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
                        .build()
                        .asString(object)
                + "\n";
    }
}
