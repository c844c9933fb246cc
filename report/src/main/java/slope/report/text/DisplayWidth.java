package slope.report.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /// The texts, whose words are without their middle where they are too wide. The same part of each is left out, and
    /// one by which different words stay different, if there is one.
    ///
    /// @param most that a word may take
    /// @param room that a shortened one takes
    static List<String> fitted(List<String> texts, int most, int room) {
        Set<String> wide = new HashSet<>();
        for (String text : texts) {
            Stream.of(text.split(" ", -1)).filter(word -> of(word) > most).forEach(wide::add);
        }
        if (wide.isEmpty()) {
            return texts;
        }
        int letters = Math.max(0, room - 1); // without the …
        Map<String, String> shortened = IntStream.rangeClosed(0, letters)
                .mapToObj(step -> (letters + (step % 2 == 0 ? step : -step)) / 2) // from the middle outwards
                .map(head -> shortened(wide, head, letters - head))
                .filter(words -> Set.copyOf(words.values()).size() == wide.size())
                .findFirst()
                .orElseGet(() -> shortened(wide, letters / 2, letters - letters / 2));
        return texts.stream()
                .map(text -> Stream.of(text.split(" ", -1))
                        .map(word -> shortened.getOrDefault(word, word))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Map<String, String> shortened(Set<String> words, int head, int tail) {
        return words.stream().collect(Collectors.toMap(word -> word, word -> cut(word, head + 1) + end(word, tail)));
    }

    private static String end(String text, int width) {
        int start = text.length();
        int used = 0;
        while (start > 0 && used + of(text.codePointBefore(start)) <= width) {
            used += of(text.codePointBefore(start));
            start -= Character.charCount(text.codePointBefore(start));
        }
        return text.substring(start);
    }

    private static int of(int letter) {
        return letter < 0x300 ? 1 : Math.max(0, WCWidth.wcwidth(letter));
    }
}
