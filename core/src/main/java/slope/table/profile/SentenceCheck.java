package slope.table.profile;

import java.util.List;
import java.util.Optional;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.profile.ColumnFinding.Kind;

/// Finds columns of sentences. A cell is a category as a whole; the words in it are not looked at.
final class SentenceCheck {
    /// Names and addresses mostly have fewer.
    private static final int FEWEST_WORDS = 6;

    private SentenceCheck() {}

    /// What to say of text that hardly repeats and most cells of which are sentences, whether it is
    /// left out or kept by name. The same few sentences in all rows are categories like others.
    static Optional<ColumnFinding> finding(Column column) {
        boolean isText = IdentifierCheck.reasonAgainst(column)
                .filter(kind -> kind == Kind.FREE_TEXT || kind == Kind.RARE_TEXT)
                .isPresent();
        return isText && column instanceof CategoryColumn texts && mostAreSentences(texts)
                ? Optional.of(Kind.SENTENCES.finding())
                : Optional.empty();
    }

    private static boolean mostAreSentences(CategoryColumn column) {
        List<String> categories = column.categories();
        boolean[] isSentence = new boolean[categories.size()];
        for (int category = 0; category < isSentence.length; category++) {
            isSentence[category] = hasManyWords(categories.get(category));
        }
        int sentences = 0;
        for (int row = 0; row < column.rows(); row++) {
            sentences += !column.isMissing(row) && isSentence[column.code(row)] ? 1 : 0;
        }
        return 2 * sentences > column.rows() - column.missingCount();
    }

    private static boolean hasManyWords(String text) {
        int words = 0;
        boolean isInWord = false;
        for (int index = 0; index < text.length() && words < FEWEST_WORDS; index++) {
            boolean isSpace = Character.isWhitespace(text.charAt(index));
            words += isSpace || isInWord ? 0 : 1;
            isInWord = !isSpace;
        }
        return words == FEWEST_WORDS;
    }
}
