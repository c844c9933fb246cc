package slope.table.profile;

import java.util.List;
import slope.internal.text.Sentence;

/// What is known of a column that is no input, or perhaps should not be one.
///
/// @param kind what it is
/// @param details the target that a leak predicts, a code or a date, two categories; empty for
///     other kinds
public record ColumnFinding(Kind kind, List<String> details) {
    public ColumnFinding {
        details = List.copyOf(details);
    }

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
        SENTENCES("has cells of many words, which are not read one by one; make columns of them first"),
        DISTINCT_INTEGERS("is a different whole number in every row; ignore it if it only names the rows"),
        LEAK("predicts \"%s\" on its own, and may be derived from it"),
        LEADING_ZEROS("holds codes, because some have leading zeros (\"%s\")"),
        LONG_INTEGERS("holds codes, because a number cannot have so many digits (\"%s\")"),
        UNREAD_DATES("looks like dates of a form that is not read (\"%s\"); read are those such as 2011-01-31,"
                + " 31.1.2011, 1/31/2011 and 31 Jan 2011"),
        DATES_AS_TEXT("holds dates (\"%s\") as categories"),
        DATES_AS_NUMBERS("looks like dates written as numbers (%s)"),
        AMBIGUOUS_DATES("is taken as day, month, year, because no cell tells which comes first"),
        NUMBER_AS_NAME("is a number, as most names are; the header may be missing, and a row taken for it"),
        CATEGORIES_ALIKE("has the categories \"%s\" and \"%s\", which differ by spaces or case alone"),
        MISSING_WORD("has \"%s\" as a category of its own"),
        CATEGORY_SPELLINGS("has \"%s\" and \"%s\", which are one category");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// A finding without a detail.
        public ColumnFinding finding() {
            return new ColumnFinding(this, List.of());
        }

        ColumnFinding of(String... details) {
            return new ColumnFinding(this, List.of(details));
        }
    }

    /// For people, such as `has one value only`.
    public String text() {
        return kind.words.formatted(details.stream().map(Sentence::quote).toArray());
    }
}
