package slope.data;

/// A sentence for a person that may quote what a file holds, which may be anything.
public final class Sentence {
    /// More of a file's own words than this explains nothing.
    private static final int LONGEST = 2000;

    private static final int LONGEST_QUOTE = 120;

    private Sentence() {}

    /// The text in one line and not too long, with a question mark for what could move a terminal's cursor.
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(shortened(text, LONGEST));
        for (int index = 0; index < visible.length(); index++) {
            char letter = visible.charAt(index);
            if (Character.isISOControl(letter) || letter == '\u2028' || letter == '\u2029') {
                visible.setCharAt(index, '?');
            }
        }
        return visible.toString();
    }

    /// The beginning of a cell or name, so that the sentence around it can still be read.
    public static String quote(String text) {
        return shortened(text, LONGEST_QUOTE);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
