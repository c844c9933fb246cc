package slope.target;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slope.internal.text.Sentence;
import slope.table.Remedy;

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
        NUMBERS_AS_CLASSES(
                "taken for classes, because each of the whole numbers from 0 is about as frequent; to predict"
                        + " numbers, ",
                TargetKind.REGRESSION),
        /// The values are whole numbers from 1, and could be classes.
        PERHAPS_CLASSES(
                "check: each of the whole numbers from 1 is about as frequent; if they name classes, ",
                TargetKind.MULTICLASS),
        /// The values are whole numbers from 0, and could be counts.
        PERHAPS_COUNTS("whole numbers from 0; if they count something, ", TargetKind.COUNT);

        private final String words;
        private final Optional<TargetKind> other;

        Kind(String words) {
            this.words = words;
            this.other = Optional.empty();
        }

        Kind(String words, TargetKind other) {
            this.words = words;
            this.other = Optional.of(other);
        }

        TargetNote of(String... classes) {
            return new TargetNote(this, List.of(classes));
        }
    }

    /// A sentence for people.
    ///
    /// @param remedies what to do, as the reader would do it
    public String text(Function<Remedy, String> remedies) {
        return kind.words.formatted(classes.stream().map(Sentence::quote).toArray())
                + kind.other
                        .map(other -> remedies.apply(new Remedy.TakeTask(other.option())))
                        .orElse("");
    }
}
