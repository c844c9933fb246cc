package slope.target;

import java.util.List;
import slope.internal.text.Sentence;

/// What a person should check about a target.
///
/// @param kind what it is
/// @param classes the classes that it is about; none for other kinds
public record TargetNote(Kind kind, List<String> classes) {
    public TargetNote {
        classes = List.copyOf(classes);
    }

    /// The kinds of notes.
    public enum Kind {
        /// Two classes differ by spaces or case alone.
        NEARLY_EQUAL_CLASSES("check: the classes \"%s\" and \"%s\" differ by spaces or case alone"),
        /// A class is named as programs write a missing value.
        MISSING_VALUE("check: the class \"%s\" may stand for a missing value"),
        /// The values are whole numbers, and could be predicted as numbers.
        NUMBERS_AS_CLASSES("taken for classes, because each of the whole numbers from 0 is about as frequent;"
                + " \"regression\" predicts them as numbers"),
        /// The values are whole numbers from 0, and could be counts.
        PERHAPS_COUNTS("whole numbers from 0: if they count something, \"count\" suits them better");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        TargetNote of(String... classes) {
            return new TargetNote(this, List.of(classes));
        }
    }

    /// A sentence for people.
    public String text() {
        return kind.words.formatted(classes.stream().map(Sentence::quote).toArray());
    }
}
