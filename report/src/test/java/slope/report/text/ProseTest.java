package slope.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void partsAreSetApartByEmptyLines() {
        Prose prose = new Prose()
                .title("Title")
                .heading("Part")
                .say("A sentence.")
                .lines("a = b", "c = d")
                .table(new TextTable().row("x", "1"));

        assertThat(prose.toString()).isEqualTo("""
            Title
            =====

            Part
            ----

            A sentence.

              a = b
              c = d

              x   1
            """);
    }

    @Test
    void paragraphsWrapBetweenWords() {
        String prose = new Prose().say("word ".repeat(40).strip()).toString();

        assertThat(prose.lines()).allMatch(line -> line.length() <= 78).hasSizeGreaterThan(2);
        assertThat(prose.replace('\n', ' ').strip())
                .isEqualTo("word ".repeat(40).strip());
    }

    @Test
    void aFormulaIsNotBroken() {
        String sixtyLetters = "x".repeat(60);
        String prose = new Prose()
                .say(sixtyLetters + " " + Prose.unbroken("loss = a long enough formula") + " end")
                .toString();

        assertThat(prose).isEqualTo(sixtyLetters + "\nloss = a long enough formula end\n");
    }
}
