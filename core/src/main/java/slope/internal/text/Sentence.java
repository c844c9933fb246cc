package slope.internal.text;

/// Text of messages that may quote arbitrary content of files.
public final class Sentence {
    /// The maximum length of a quote.
    private static final int LONGEST = 2000;

    private static final int LONGEST_QUOTE = 120;

    private Sentence() {}

    /// The text in one line and not too long, as [#visible] shows it.
    public static String of(String text) {
        return visible(shortened(text, LONGEST));
    }

    /// The text in one line, without anything that a terminal or a page would obey or hide:
    /// control and format characters, ends of lines, lone surrogates and code points without a
    /// character are shown as Java and JSON write them, such as `\u001b`. So JSON stays the same
    /// value.
    public static String visible(String text) {
        return visible(text, false);
    }

    /// The same, with ends of lines as they are.
    public static String visibleLines(String text) {
        return visible(text, true);
    }

    private static String visible(String text, boolean inLines) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); ) {
            int letter = text.codePointAt(index);
            int end = index + Character.charCount(letter);
            if ((inLines && letter == '\n') || isPrinted(letter) || isJoined(text, index)) {
                visible.appendCodePoint(letter);
            } else {
                text.substring(index, end).chars().forEach(unit -> escape(unit, visible));
            }
            index = end;
        }
        return visible.toString();
    }

    private static void escape(int unit, StringBuilder visible) {
        visible.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            visible.append(Character.forDigit(unit >> shift & 0xF, 16));
        }
    }

    private static boolean isPrinted(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /// Whether a zero-width (non-)joiner stands within a word or an emoji of the scripts that use it.
    private static boolean isJoined(String text, int index) {
        char letter = text.charAt(index);
        return (letter == '\u200c' || letter == '\u200d')
                && index > 0
                && index + 1 < text.length()
                && isOfJoiningScript(text.codePointBefore(index))
                && isOfJoiningScript(text.codePointAt(index + 1));
    }

    /// No Latin, Greek or Cyrillic letter, beside which nobody would see it.
    private static boolean isOfJoiningScript(int letter) {
        return letter > '\u058f' && isPrinted(letter) && !Character.isSpaceChar(letter);
    }

    /// The beginning of a cell or name, so that the sentence around it can still be read.
    public static String quote(String text) {
        return shortened(text, LONGEST_QUOTE);
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
