package slope.target;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds classes that are probably no classes of their own.
final class ClassNames {
    /// How programs write a missing value, in lower case.
    private static final Set<String> MISSING =
            Set.of("na", "n/a", "nan", "null", "none", "nil", "#n/a", "<na>", "?", "-", ".", "missing", "unknown");

    private ClassNames() {}

    /// What a person should check.
    static Optional<TargetNote> remark(List<String> names) {
        Map<String, String> plain = new HashMap<>();
        for (String name : names) {
            String bare = name.strip().toLowerCase(Locale.ROOT);
            String other = plain.putIfAbsent(bare, name);
            if (other != null) {
                return Optional.of(TargetNote.Kind.NEARLY_EQUAL_CLASSES.of(other, name));
            }
            if (names.size() > 2 && MISSING.contains(bare)) {
                return Optional.of(TargetNote.Kind.MISSING_VALUE.of(name));
            }
        }
        return Optional.empty();
    }
}
