package slope.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void wordsStandLeftAndNumbersRight() {
        TextTable table = new TextTable()
                .row("input", "weight", "steps")
                .row("x1", "-0.5", "1,000")
                .row("bias", "12.25", "3e-05");

        assertThat(table.toString()).isEqualTo("""
              input   weight   steps
              x1        -0.5   1,000
              bias     12.25   3e-05
            """);
    }

    @Test
    void rowsMayDifferInLength() {
        TextTable table = new TextTable().row("a").row("long name", "b", "c").row("", "d");

        assertThat(table.toString()).isEqualTo("""
              a
              long name   b   c
                          d
            """);
    }

    @Test
    void aSignAloneIsAWord() {
        TextTable table = new TextTable().row("heading").row("-").row("1-x");

        assertThat(table.toString()).isEqualTo("""
              heading
              -
              1-x
            """);
    }
}
