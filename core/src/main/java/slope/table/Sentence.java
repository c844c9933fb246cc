package slope.table;

import java.util.Arrays;
import java.util.stream.Collectors;

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

    /// The text in one line, without anything that a terminal or a page would obey: control
    /// characters, ends of lines and what turns the direction of writing are shown as Java and JSON
    /// write them, such as `\u001b`.
    public static String visible(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (isObeyed(text.charAt(index))) {
                return escaped(text, index);
            }
        }
        return text;
    }

    /// The same, with ends of lines as they are.
    public static String visibleLines(String text) {
        if (text.indexOf('\n') < 0) {
            return visible(text);
        }
        return Arrays.stream(text.split("\n", -1)).map(Sentence::visible).collect(Collectors.joining("\n"));
    }

    private static String escaped(String text, int from) {
        StringBuilder visible = new StringBuilder(text.substring(0, from));
        for (int index = from; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (isObeyed(letter)) {
                visible.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    visible.append(Character.forDigit(letter >> shift & 0xF, 16));
                }
            } else {
                visible.append(letter);
            }
        }
        return visible.toString();
    }

    /// C0, DEL, C1, Unicode's ends of lines and of paragraphs, and its Bidi_Control property.
    private static boolean isObeyed(char letter) {
        return letter < ' '
                || (letter >= '\u007f' && letter <= '\u009f')
                || letter == '\u061c'
                || letter == '\u200e'
                || letter == '\u200f'
                || (letter >= '\u2028' && letter <= '\u202e')
                || (letter >= '\u2066' && letter <= '\u2069');
    }

    /// The beginning of a cell or name, so that the sentence around it can still be read.
    public static String quote(String text) {
        return shortened(text, LONGEST_QUOTE);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }
}
