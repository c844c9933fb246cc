package slope.cli.train;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import slope.run.TrainingRequest;
import slope.table.DataException;
import tools.jackson.jr.ob.JSON;

/// The options of a training that resumes, which are those of its first run.
final class ResumedOptions {
    private static final String LEFT_OUT = "left out";

    private ResumedOptions() {}

    /// @param first what was asked in the first run
    /// @param now the same with what is typed now
    /// @throws DataException if that gives another model
    static void refuseOthers(TrainingRequest first, TrainingRequest now) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        collect(JSON.std.mapFrom(first.recorded().toJson()), "", before);
        collect(JSON.std.mapFrom(now.recorded().toJson()), "", after);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                throw new DataException(
                        "the training cannot resume: %s was %s and is %s now; leave it out, or start again"
                                .formatted(
                                        name, before.getOrDefault(name, LEFT_OUT), after.getOrDefault(name, LEFT_OUT)));
            }
        }
    }

    private static void collect(Object part, String path, Map<String, Object> values) {
        if (part instanceof Map<?, ?> object) {
            object.forEach((name, value) -> collect(value, path.isEmpty() ? "" + name : path + "." + name, values));
        } else {
            values.put(path, part);
        }
    }
}
