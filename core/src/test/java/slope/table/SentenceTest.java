package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
