package slope.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableLayoutTest {

    @Test
    void wordsOfTheLastColumnAreWrappedUnderEachOther() {
        TextTable table = new TextTable()
                .row("columns", "3 used: island, flipper_length_mm, sex")
                .row("", "0 ignored");

        assertThat(table.within(36)).isEqualTo("""
              columns   3 used: island,
                        flipper_length_mm, sex
                        0 ignored
            """);
    }

    @Test
    void columnsThatDoNotFitComeInBlocks() {
        TextTable table = new TextTable()
                .row("actual", "Adelie", "Chinstrap", "Gentoo")
                .row("Adelie", "10", "2", "0")
                .row("Gentoo", "1", "0", "7");

        assertThat(table.within(32)).isEqualTo("""
              actual   Adelie   Chinstrap
              Adelie       10           2
              Gentoo        1           0

              actual   Gentoo
              Adelie        0
              Gentoo        7
            """);
    }

    @Test
    void aLongNameStandsOnALineOfItsOwn() {
        TextTable table = new TextTable().row("a", "1").row("a_name_that_is_far_too_long_for_it", "2");

        assertThat(table.within(38)).isEqualTo("""
              a                     1
              a_name_that_is_far_too_long_for_it
                                    2
            """);
    }

    @Test
    void wideLettersCountTwice() {
        TextTable table = new TextTable().row("漢字", "x").row("abcde", "y");

        assertThat(table.toString()).isEqualTo("""
              漢字    x
              abcde   y
            """);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 60, 79, 80, 81, 120, 200})
    void nothingIsWiderThanTheTerminal(int width) {
        TextTable table = new TextTable();
        List<String> classes = IntStream.range(0, 12)
                .mapToObj(index -> "class-" + index * index * 7919)
                .toList();
        table.row(IntStream.range(-1, 12)
                .mapToObj(index -> index < 0 ? "actual" : classes.get(index))
                .toList());
        for (String each : classes) {
            table.row(IntStream.range(-1, 12)
                    .mapToObj(index -> index < 0 ? each : "" + index * 1000)
                    .toList());
        }

        assertThat(table.within(width).lines().mapToInt(DisplayWidth::of)).allMatch(used -> used <= width);
        for (int index = 0; index < 12; index++) {
            assertThat(table.within(width)).contains(classes.get(index));
        }
    }

    @Test
    void namesWiderThanTheTerminalLoseTheirMiddleAndStayDifferent() {
        TextTable table = new TextTable().row("column", "mean");
        List<String> names = List.of("start", "END").stream()
                .map(end -> "x".repeat(30) + end + "y".repeat(90))
                .toList();
        names.forEach(name -> table.row(name, "1.5"));

        List<String> lines = table.within(80).lines().toList();

        assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= 80).hasSize(3);
        assertThat(lines.get(1)).contains("…").isNotEqualTo(lines.get(2));
        assertThat(table.toString()).contains(names);
        assertThat(Wrapping.hanging("  漢字漢字漢字漢字漢字漢字", 12, "")).allMatch(line -> DisplayWidth.of(line) <= 12);
    }

    @Test
    void linesBreakBetweenWordsWithAHangingIndent() {
        assertThat(Wrapping.hanging("  one two three four", 11, "    "))
                .containsExactly("  one two", "    three", "    four");
        assertThat(Wrapping.hanging("  averyveryverylongword and", 10, "    ")).containsExactly("  av…ord", "    and");
        assertThat(Wrapping.hanging("  sha 0123456789", 12, "      ")).containsExactly("  sha", "  0123456789");
        assertThat(Wrapping.hanging("short", 10, "    ")).containsExactly("short");
        assertThat(Wrapping.hanging("漢字漢字 漢字", 10, " ")).containsExactly("漢字漢字", " 漢字");
    }
}
