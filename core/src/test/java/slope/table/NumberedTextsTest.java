package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;

class NumberedTextsTest {
    private static final String LONG = "so long that texts are compared in the end, as it is not worth it any more ";

    @Test
    void textsHaveNumbersAsTheyCome() {
        NumberedTexts numbered = new NumberedTexts();
        List<String> texts = texts("abc");
        List<String> different = new ArrayList<>(new LinkedHashSet<>(texts));
        int[] numbers = numbered.numbers(texts);
        for (int index = 0; index < texts.size(); index++) {
            assertThat(numbers[index]).isEqualTo(different.indexOf(texts.get(index)));
            assertThat(numbered.number(texts.get(index))).isEqualTo(numbers[index]);
        }
    }

    @Test
    void theirOrderIsThatOfStrings() {
        for (String alphabet : List.of("ab", "a\0", "09~", "aé\u00FF", "a\u0100\uFFFF", "z\uD83D\uDE00\uFB01", "\0")) {
            NumberedTexts numbered = new NumberedTexts();
            List<String> texts = texts(alphabet);
            numbered.numbers(texts);
            assertThat(IntStream.of(numbered.sorted()).mapToObj(numbered::text))
                    .containsExactlyElementsOf(
                            texts.stream().distinct().sorted().toList());
        }
    }

    @Test
    void noneAndOneAreInOrder() {
        NumberedTexts numbered = new NumberedTexts();
        assertThat(numbered.sorted()).isEmpty();
        numbered.number("");
        assertThat(numbered.sorted()).containsExactly(0);
    }

    /// Short ones, and some behind a long beginning.
    private static List<String> texts(String alphabet) {
        SplitRandom random = SplitRandom.of(1, alphabet.length());
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? LONG : "");
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
