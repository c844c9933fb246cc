package slope.serve.studio.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.run.TrainingRequest;
import slope.table.DataException;
import slope.tables.ReadOptions;
import slope.tables.TableSource;
import tools.jackson.jr.ob.JSON;

/// Where a table comes from, and how its cells are read.
///
/// @param name for people
/// @param from who named it
/// @param location where it is read
/// @param asked how it is read, as the `table` of a request has it, without its file
/// @param target that is suggested, if it is known
public record OpenSource(
        String name, From from, TableSource location, Map<String, Object> asked, Optional<String> target) {
    public OpenSource {
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    }

    /// Who named a table.
    public enum From {
        /// The person who started the studio.
        COMMAND_LINE,
        /// A page sent it.
        UPLOAD,
        /// It is one of the studio's own.
        EXAMPLE
    }

    /// The same, read in another way.
    ///
    /// @throws DataException if that names a file
    public OpenSource reading(Map<String, Object> asked) {
        for (String place : new String[] {"file", "query", "table", "sheet", "format", "drivers"}) {
            if (asked.containsKey(place)) {
                throw new DataException(
                        "\"%s\" names a table, and the studio reads only the one that is open; leave it out"
                                .formatted(place));
            }
        }
        return new OpenSource(name, from, location, asked, target);
    }

    /// How its cells are read.
    ///
    /// @throws DataException if what is asked is no way to read
    public ReadOptions options() {
        return TrainingRequest.parse(
                        JSON.std.asString(Map.of("target", Map.of("columns", new String[] {"y"}), "table", asked)),
                        "the way to read the table")
                .reading();
    }
}
