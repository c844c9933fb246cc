package slope.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.table.DataException;

class SentenceTest {

    @Test
    void ordinarySentencesStayAsTheyAre() {
        String text = "iris.csv:57: column \"länge\" has \"漢\"; a number was expected";
        assertThat(Sentence.of(text)).isEqualTo(text);
        assertThat(Sentence.quote("n/a")).isEqualTo("n/a");
    }

    @Test
    void whatMovesACursorIsShown() {
        assertThat(Sentence.of("a\u001b[2Jb\nc\td\u0000e\u009bf\u2028g\u007fh\ri"))
                .isEqualTo("a\\u001b[2Jb\\u000ac\\u0009d\\u0000e\\u009bf\\u2028g\\u007fh\\u000di");
        assertThat(new DataException("column \"a\nb\"")).hasMessage("column \"a\\u000ab\"");
    }

    @Test
    void whatTurnsTheDirectionOfWritingIsShown() {
        assertThat(Sentence.visible("\u202egpj\u202c \u2066x\u2069 \u200e\u200f\u061c"))
                .isEqualTo("\\u202egpj\\u202c \\u2066x\\u2069 \\u200e\\u200f\\u061c");
        assertThat(Sentence.visible("שלום, مرحبا 👩‍🔬 ½ ─")).isEqualTo("שלום, مرحبا 👩‍🔬 ½ ─");
    }

    @Test
    void linesStayLinesWhereTheyAreWanted() {
        assertThat(Sentence.visibleLines("\na\r\n\tb\n\n")).isEqualTo("\na\\u000d\n\\u0009b\n\n");
    }

    @Test
    void longOnesEndInDots() {
        assertThat(Sentence.quote("x".repeat(1000))).isEqualTo("x".repeat(120) + "…");
        assertThat(Sentence.of("x".repeat(1_000_000))).hasSize(2001).endsWith("x…");
    }

    /// Decided by Unicode's categories, not by a list: all that has no shape of its own.
    @Test
    void whatCannotBeSeenIsWrittenOut() {
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
            boolean seen = switch (Character.getType(letter)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.UNASSIGNED -> false;
                default -> true;
            };
            String text = "a" + Character.toString(letter) + "b";
            assertThat(Sentence.visible(text).equals(text))
                    .as(Integer.toHexString(letter))
                    .isEqualTo(seen);
        }
        assertThat(Sentence.visible("\ud83d-\udb40\udc41\u200b\ufeff"))
                .isEqualTo("\\ud83d-\\udb40\\udc41\\u200b\\ufeff");
        assertThat(Sentence.quote("x".repeat(119) + "🙂🙂")).isEqualTo("x".repeat(119) + "…");
    }

    @Test
    void joinersStayWhereTheyJoin() {
        for (String word : List.of("می\u200cخواهم", "क्\u200dष", "👩\u200d👩\u200d👧", "❤\ufe0f\u200d🔥")) {
            assertThat(Sentence.visible(word)).isEqualTo(word);
        }
        assertThat(Sentence.visible("pay\u200dpal \u200c👩 👩\u200d\u200d👧\u200d"))
                .isEqualTo("pay\\u200dpal \\u200c👩 👩\\u200d\\u200d👧\\u200d");
    }
}
