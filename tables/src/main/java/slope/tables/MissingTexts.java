package slope.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The texts that stand for a missing value in a column, besides an empty cell.
final class MissingTexts {
    private final List<String> texts; // in order, without spaces around them
    private final double[] numbers; // what they are as numbers, NaN where they are none

    private MissingTexts(List<String> texts) {
        this.texts = texts;
        this.numbers = texts.stream().mapToDouble(MissingTexts::number).toArray();
    }

    private static double number(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> NumberText.of(bytes, 0, bytes.length);
        };
    }

    static MissingTexts of(Set<String> texts) {
        return new MissingTexts(
                texts.stream().map(String::strip).distinct().sorted().toList());
    }

    /// The texts, in order and without spaces around them.
    List<String> texts() {
        return texts;
    }

    /// Whether a cell's text is missing; spaces around it do not matter.
    boolean has(String cell) {
        return cell.isBlank() || (!texts.isEmpty() && texts.contains(cell.strip()));
    }

    /// Whether a number is missing, however it is written.
    boolean has(double number) {
        for (double missing : numbers) {
            if (missing == number) {
                return true;
            }
        }
        return false;
    }

    /// The text that stands for a missing value, of a cell that is one and is not empty.
    Optional<String> found(String cell) {
        return texts.stream().filter(cell.strip()::equals).findFirst();
    }

    /// The same of a number.
    String found(double number) {
        int index = 0;
        while (numbers[index] != number) {
            index++;
        }
        return texts.get(index);
    }
}
