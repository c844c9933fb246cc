package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
        for (String text : texts) {
            assertThat(numbered.number(text)).isEqualTo(different.indexOf(text));
        }
        assertThat(numbered.size()).isEqualTo(different.size());
    }

    @Test
    void textsOfOthersKeepTheirNumbers() {
        NumberedTexts numbered = numbered(List.of("b", "é", "a"));
        byte[] bytes = "aé".getBytes(StandardCharsets.UTF_8);
        TextSpans spans = new TextSpans(bytes);
        spans.number(0, 1);
        spans.number(0, 0);
        spans.number(1, bytes.length);
        assertThat(numbered.numbersBehindNone(spans)).containsExactly(NumberedTexts.NONE, 2, 3, 1);
        assertThat(numbered.text(3)).isEmpty();
    }

    @Test
    void halfAPairOfSurrogatesIsATextOfItsOwn() {
        List<String> texts = List.of("a\uD83D", "\uD83D\uDE00", "\uDE00", "?", "\uFFFD", "é\uD83Dü\uD83D\uDE00");
        NumberedTexts numbered = numbered(texts);
        assertThat(IntStream.range(0, numbered.size()).mapToObj(numbered::text)).containsExactlyElementsOf(texts);
    }

    @Test
    void textsOfSeveralMegabytesStayApart() {
        int megabyte = 1 << 20;
        List<String> texts = new ArrayList<>();
        for (int length :
                new int[] {megabyte - 3, 2, 0, 1, 2 * megabyte - 1, 3, 5 * megabyte, 700_000, 350_000, megabyte}) {
            texts.add(Character.toString('a' + texts.size()).repeat(length));
        }
        NumberedTexts numbered = numbered(texts);
        assertThat(IntStream.range(0, numbered.size()).mapToObj(numbered::text)).containsExactlyElementsOf(texts);
        assertThat(IntStream.of(numbered.sorted()).mapToObj(texts::get))
                .containsExactlyElementsOf(texts.stream().sorted().toList());
    }

    @Test
    void manyTextsAreAListAsFewAre() {
        List<String> texts = IntStream.range(0, 30_000)
                .mapToObj(number -> "text " + number * 7919 % 30_000)
                .toList();
        NumberedTexts numbered = numbered(texts);
        assertThat(numbered.list(numbered.sorted()))
                .isEqualTo(texts.stream().sorted().toList());
    }

    private static NumberedTexts numbered(List<String> texts) {
        NumberedTexts numbered = new NumberedTexts();
        texts.forEach(numbered::number);
        return numbered;
    }

    @Test
    void theirOrderIsThatOfStrings() {
        for (String alphabet : List.of("ab", "a\0", "09~", "aé\u00FF", "a\u0100\uFFFF", "z\uD83D\uDE00\uFB01", "\0")) {
            List<String> texts = texts(alphabet);
            NumberedTexts numbered = numbered(texts);
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
        int[] characters = alphabet.codePoints().toArray();
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < 2_000; number++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? LONG : "");
            for (int length = random.nextInt(20); length > 0; length--) {
                text.appendCodePoint(characters[random.nextInt(characters.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
