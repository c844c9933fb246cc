package slope.table.profile;

import java.util.Optional;
import slope.internal.text.Sentence;

/// What is known of a column that is no input, or perhaps should not be one.
///
/// @param kind what it is
/// @param detail the target that a leak predicts, or a code with leading zeros; empty for other kinds
public record ColumnFinding(Kind kind, Optional<String> detail) {
    /// The kinds of findings.
    public enum Kind {
        IGNORED("ignored by name"),
        OTHER_ROLE("has another role"),
        NO_INPUT("is no input of the network"),
        NO_VALUES("has no values"),
        ONE_VALUE("has one value only"),
        ROW_NUMBERS("counts the rows"),
        IDENTIFIER("is a different whole number in every row, like an identifier"),
        FREE_TEXT("differs in nearly every row, like a name or free text"),
        RARE_TEXT("is text that hardly repeats"),
        DISTINCT_INTEGERS("is a different whole number in every row; ignore it if it only names the rows"),
        LEAK("predicts \"%s\" on its own, and may be derived from it"),
        LEADING_ZEROS("holds codes, because some have leading zeros (\"%s\")"),
        AMBIGUOUS_DATES("is taken as day, month, year, because no cell tells which comes first"),
        NUMBER_AS_NAME("is a number, as most names are; the header may be missing, and a row taken for it");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// A finding without a detail.
        public ColumnFinding finding() {
            return new ColumnFinding(this, Optional.empty());
        }

        ColumnFinding of(String detail) {
            return new ColumnFinding(this, Optional.of(detail));
        }
    }

    /// For people, such as `has one value only`.
    public String text() {
        return kind.words.formatted(detail.map(Sentence::quote).orElse(""));
    }
}
