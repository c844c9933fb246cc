package slope.target;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.internal.text.Sentence;

/// Finds classes that are probably no classes of their own.
final class ClassNames {
    /// How programs write a missing value, in lower case.
    private static final Set<String> MISSING =
            Set.of("na", "n/a", "nan", "null", "none", "nil", "#n/a", "<na>", "?", "-", ".", "missing", "unknown");

    private ClassNames() {}

    /// What a person should check, a sentence.
    static Optional<String> remark(List<String> names) {
        Map<String, String> plain = new HashMap<>();
        for (String name : names) {
            String bare = name.strip().toLowerCase(Locale.ROOT);
            String other = plain.putIfAbsent(bare, name);
            if (other != null) {
                return Optional.of("check: the classes \"%s\" and \"%s\" differ by spaces or case alone"
                        .formatted(Sentence.quote(other), Sentence.quote(name)));
            }
            if (names.size() > 2 && MISSING.contains(bare)) {
                return Optional.of(
                        "check: the class \"%s\" may stand for a missing value".formatted(Sentence.quote(name)));
            }
        }
        return Optional.empty();
    }
}
