package slope.data;

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
        assertThat(Sentence.of("a\u001b[2Jb\nc\td\u0000e\u009bf\u2028g")).isEqualTo("a?[2Jb?c?d?e?f?g");
        assertThat(new DataException("column \"a\nb\"")).hasMessage("column \"a?b\"");
    }

    @Test
    void longOnesEndInDots() {
        assertThat(Sentence.quote("x".repeat(1000))).isEqualTo("x".repeat(120) + "…");
        assertThat(Sentence.of("x".repeat(1_000_000))).hasSize(2001).endsWith("x…");
    }
}
