package slope.tables;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import slope.table.TextSpans;

/// Tells words that are nothing but words by a look at their bytes: neither missing, nor true or false, nor
/// numbers that are too large or have a name. Most words are; what the others are is told by their text.
final class OrdinaryWords {
    /// With more digits, a number may be too large for a double.
    private static final int MOST_DIGITS = 300;

    private static final int LONGEST_NAME = "-infinity".length();
    private static final String NAMES = "tTfFnNiI"; // begin so: true, false, NaN, inf

    private final boolean isText;
    private final BitSet beginnings = new BitSet(); // bytes with which other words may begin
    private final BitSet names = new BitSet(); // with which short ones may

    /// @param isText whether the column is one of text, in which true is a word as others are
    /// @param missing what is missing in it
    OrdinaryWords(boolean isText, MissingTexts missing) {
        this.isText = isText;
        beginnings.set(0, ' ' + 1);
        beginnings.set(0xE1, 0xE3 + 1); // other blanks
        missing.texts().stream()
                .filter(text -> !text.isEmpty())
                .forEach(text -> beginnings.set(text.getBytes(StandardCharsets.UTF_8)[0] & 0xFF));
        if (!isText) {
            "+-.".chars().forEach(beginnings::set);
            NAMES.chars().forEach(names::set);
        }
    }

    /// Whether one of these words is ordinary.
    boolean has(TextSpans words, int word) {
        int first = words.at(word, 0);
        if (beginnings.get(first)) {
            return false;
        }
        return names.get(first) ? isLong(words, word) : isText || first > '9' || !mayBeTooLarge(words, word);
    }

    private static boolean isLong(TextSpans words, int word) {
        int last = words.at(word, words.length(word) - 1);
        return words.length(word) > LONGEST_NAME && last > ' ' && last <= '~'; // without a blank at the end
    }

    private static boolean mayBeTooLarge(TextSpans words, int word) {
        int length = words.length(word);
        for (int index = 1; index < length; index++) {
            int each = words.at(word, index);
            if (each == 'e' || each == 'E') {
                return true;
            }
        }
        return length > MOST_DIGITS;
    }
}
