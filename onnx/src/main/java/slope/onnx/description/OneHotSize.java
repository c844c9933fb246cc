package slope.onnx.description;

import java.util.List;
import java.util.Locale;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// The memory of one-hot encodings. The file holds their categories only, so a few bytes of it
/// could claim much memory.
final class OneHotSize {
    private static final int MOST_CATEGORIES = 2000;

    /// Numbers of all tables, and letters of their inputs' names.
    private static final long MOST = 1 << 25;

    private OneHotSize() {}

    /// Adds up the memory of all encoders, before any of it is allocated.
    ///
    /// @throws JsonException if it is more than a reasonable model needs
    static void refuseLarge(List<JsonObject> columns) {
        long size = 0;
        for (JsonObject column : columns) {
            if (column.text("kind").equals("one-hot")) {
                size += sizeOf(column);
            }
        }
        if (size > MOST) {
            throw new JsonException(String.format(
                            Locale.ROOT, "has one-hot columns that together take %,d numbers; %,d are", size, MOST)
                    + " read at most");
        }
    }

    private static long sizeOf(JsonObject column) {
        long categories = column.items("levels").size();
        if (categories > MOST_CATEGORIES) {
            throw new JsonException(String.format(
                    Locale.ROOT,
                    "has %,d one-hot categories in a column; %,d are read at most",
                    categories,
                    MOST_CATEGORIES));
        }
        return (categories + 1) * (categories + 1 + column.text("column").length());
    }
}
