package slope.cli.text;

import org.jline.utils.WCWidth;

/// How many columns of a terminal a text takes: Chinese letters and most emoji two, accents that stand by themselves
/// none.
public final class DisplayWidth {
    private DisplayWidth() {}

    public static int of(String text) {
        int width = 0;
        for (int index = 0; index < text.length(); ) {
            int letter = text.codePointAt(index);
            width += of(letter);
            index += Character.charCount(letter);
        }
        return width;
    }

    /// The beginning of a text that is too wide, with … behind it.
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        int used = 1; // the …
        int end = 0;
        while (used + of(text.codePointAt(end)) <= width) {
            used += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + "…";
    }

    private static int of(int letter) {
        return letter < 0x300 ? 1 : Math.max(0, WCWidth.wcwidth(letter));
    }
}
