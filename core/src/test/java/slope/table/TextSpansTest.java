package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;

class TextSpansTest {
    /// Spans of one text, short and long ones, up to its end.
    @Test
    void textsHaveNumbersAsTheyCome() {
        byte[] bytes = "abcabcabdabcabcabcabcabc".getBytes(StandardCharsets.UTF_8);
        SplitRandom random = SplitRandom.of(3);
        TextSpans spans = new TextSpans(bytes);
        List<String> different = new ArrayList<>();
        for (int tried = 0; tried < 3_000; tried++) {
            int start = random.nextInt(bytes.length);
            int end = start + random.nextInt(bytes.length - start + 1);
            String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            int known = different.indexOf(text);
            assertThat(spans.find(start, end)).isEqualTo(known);
            if (known < 0) {
                different.add(text);
            }
            assertThat(spans.number(start, end)).isEqualTo(different.indexOf(text));
        }
        assertThat(spans.size()).isEqualTo(different.size());
        for (int number = 0; number < spans.size(); number++) {
            String wanted = different.get(number);
            assertThat(spans.text(number)).isEqualTo(wanted);
            assertThat(spans.length(number)).isEqualTo(wanted.length());
        }
    }

    @Test
    void theyMayStandInFewBytes() {
        TextSpans spans = new TextSpans("é!".getBytes(StandardCharsets.UTF_8));
        spans.number(0, 2);
        spans.number(2, 3);
        spans.number(3, 3);
        assertThat(IntStream.range(0, spans.size()).mapToObj(spans::text)).containsExactly("é", "!", "");
        assertThat(spans.find(2, 3)).isEqualTo(1);
    }

    @Test
    void someOfTheTextsHaveNumbersOfTheirOwn() {
        byte[] bytes = "0123456789".getBytes(StandardCharsets.UTF_8);
        TextSpans spans = new TextSpans(bytes);
        IntStream.range(0, bytes.length).forEach(digit -> spans.number(digit, digit + 1));
        spans.number(0, bytes.length);
        boolean[] kept = new boolean[spans.size()];
        kept[3] = true;
        kept[10] = true;
        TextSpans only = spans.only(kept);
        assertThat(IntStream.range(0, only.size()).mapToObj(only::text)).containsExactly("3", "0123456789");
        assertThat(only.find(3, 4)).isZero();
        assertThat(only.find(4, 5)).isEqualTo(NumberedTexts.NONE);
    }
}
