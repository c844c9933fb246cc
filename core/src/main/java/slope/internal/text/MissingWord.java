package slope.internal.text;

import java.util.Locale;
import java.util.Set;

/// What people and programs write where there is no value.
public final class MissingWord {
    private static final Set<String> WORDS = Set.of( // in lower case
            "na",
            "n/a",
            "#n/a",
            "<na>",
            "n.a.",
            "nan",
            "nat",
            "nd",
            "n.d.",
            "n/d",
            "null",
            "nil",
            "none",
            "unknown",
            "unk",
            "missing",
            "not available",
            "not applicable",
            "tbd",
            "?",
            "??",
            "-",
            "--",
            "—",
            "–",
            ".",
            "..",
            "*",
            "0000-00-00",
            "00/00/0000",
            "00.00.0000");

    private MissingWord() {}

    /// Whether a text is one; case and spaces around it do not matter.
    public static boolean is(String text) {
        return WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
