package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.table.TextSpans;
import slope.tables.TextCell.Kind;

class OrdinaryWordsTest {
    private static final MissingTexts MISSING = MissingTexts.of(Set.of("n/a", "Ω", "-999"));

    @Test
    void whatIsOrdinaryIsAWord() {
        for (String text : List.of(
                "true",
                "False ",
                "nan",
                "NaN\u2003",
                "inf",
                "-Infinity",
                "Infinity war",
                "1e999",
                "2E+999",
                "n/a",
                "no",
                "Ω",
                "Ωmega",
                "-999",
                "\u2003",
                "\u3000n/a",
                " x",
                "é",
                "日本",
                "2011-01-31",
                "9".repeat(400))) {
            Kind inNumbers = TextCell.ofWord(text, MISSING).kind();
            Kind inText = TextCell.ofText(text, MISSING).kind();
            assertThat(isOrdinary(text, false) && inNumbers != Kind.WORD)
                    .as(text)
                    .isFalse();
            assertThat(isOrdinary(text, true) && inText != Kind.WORD).as(text).isFalse();
        }
    }

    @Test
    void mostWordsAre() {
        for (String text : List.of("red", "Titanic sinks", "C-012345", "2011-01-31", "émile", "state 8")) {
            assertThat(isOrdinary(text, false)).as(text).isTrue();
        }
        assertThat(isOrdinary("true", true)).isTrue();
    }

    private static boolean isOrdinary(String text, boolean isText) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TextSpans words = new TextSpans(bytes);
        return new OrdinaryWords(isText, MISSING).has(words, words.number(0, bytes.length));
    }
}
