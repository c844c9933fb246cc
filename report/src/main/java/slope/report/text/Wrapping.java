package slope.report.text;

import java.util.ArrayList;
import java.util.List;

/// Breaks lines that are wider than a terminal, between words. A single word that is wider than that loses its middle;
/// in a pipe, where no line is too wide, it is whole.
public final class Wrapping {
    private Wrapping() {}

    /// The lines of a text, each as wide as there is room if a word is not wider.
    static List<String> lines(String text, int width) {
        return lines(text, width, width);
    }

    /// A line whose continuation is set in, less so where that gives a long word room.
    public static List<String> hanging(String line, int width, String indent) {
        List<String> lines = new ArrayList<>(lines(line, width, width - indent.length()));
        for (int index = 1; index < lines.size(); index++) {
            int room = Math.max(0, width - DisplayWidth.of(lines.get(index)));
            lines.set(index, indent.substring(0, Math.min(indent.length(), room)) + lines.get(index));
        }
        return lines;
    }

    private static List<String> lines(String whole, int first, int rest) {
        if (DisplayWidth.of(whole) <= first) {
            return List.of(whole);
        }
        int most = first - (whole.length() - whole.stripLeading().length());
        String text =
                DisplayWidth.fitted(List.of(whole), most, Math.min(rest, most)).getFirst();
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, lines.isEmpty() ? first : rest);
            lines.add(text.substring(start, end).stripTrailing());
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        return lines;
    }

    /// Where a line ends: before the last word that does not fit, or behind the first one.
    private static int end(String text, int start, int width) {
        int end = start;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++; // the indent of the first line
        }
        int used = end - start;
        int fitting = -1;
        while (end < text.length()) {
            int next = text.indexOf(' ', end);
            int word = next < 0 ? text.length() : next;
            used += DisplayWidth.of(text.substring(end, word));
            if (used > width && fitting >= 0) {
                return fitting;
            }
            fitting = word;
            end = word;
            while (end < text.length() && text.charAt(end) == ' ') {
                end++;
                used++;
            }
        }
        return text.length();
    }
}
