package slope.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The texts that stand for a missing value in a column, besides an empty cell.
///
/// @param texts in order, without spaces around them
/// @param numbers what they are as numbers, NaN where they are none
record MissingTexts(List<String> texts, double[] numbers) {
    static MissingTexts of(Set<String> texts) {
        List<String> bare =
                texts.stream().map(String::strip).distinct().sorted().toList();
        return new MissingTexts(
                bare,
                bare.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .mapToDouble(text -> NumberText.of(text, 0, text.length))
                        .toArray());
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
