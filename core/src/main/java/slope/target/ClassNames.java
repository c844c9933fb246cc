package slope.target;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import slope.internal.text.MissingWord;

/// Finds classes that are probably no classes of their own.
final class ClassNames {
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
            if (names.size() > 2 && MissingWord.is(name)) {
                return Optional.of(TargetNote.Kind.MISSING_VALUE.of(name));
            }
        }
        return Optional.empty();
    }
}
