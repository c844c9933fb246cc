package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.layer.Activation;

/// A reader with a calculator gets each shown result from the shown numbers, to its last digit.
class ShownDigitsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 4, SIGMOID, SCALED",
        "1, 7, 4, SIGMOID, CENTRED",
        "1, 1, 4, RELU, SCALED",
        "1, 3, 4, RELU, CENTRED",
        "2, 1, 4, SIGMOID, SCALED",
        "2, 2, 4, SIGMOID, SCALED",
        "2, 4294967295, 4, SIGMOID, CENTRED",
        "2, 5, 12, SIGMOID, SCALED",
        "2, 1, 4, RELU, SCALED",
        "2, 6, 5, RELU, CENTRED"
    })
    void everyLineOfEveryPageRecomputes(int number, long seed, int hidden, String activation, LessonStart start) {
        Lesson lesson = lesson(number, seed, hidden, activation, start);
        for (int iteration : new int[] {1, 2, 500, 10_000}) {
            Walk walk = Walk.of(lesson, iteration);
            List<Calculation> all = walk.pages().stream()
                    .flatMap(page -> page.story().calculations().stream())
                    .toList();
            assertThat(all).hasSizeGreaterThan(20);
            all.forEach(ShownDigitsTest::assertRecomputes);
            assertThat(walk.pages())
                    .allSatisfy(page -> page.story()
                            .calculations()
                            .forEach(each -> assertThat(page.body()).contains("= ".concat(sign(each.result())))));
        }
    }

    /// Large numbers are shown with an exponent, and recompute as well.
    @Test
    void largeNumbersRecompute() {
        assertRecomputes(Calculation.ofProduct("p", 1234567890.123, -98765.4321, 1234567890.123 * -98765.4321, 5));
        assertRecomputes(Calculation.ofSum("s", 12345678.9, 87654321.01, 12345678.9 + 87654321.01, 5));
        assertRecomputes(Calculation.ofProducts("c", new double[] {1e9 + 1, 1}, new double[] {1, -1e9}, 1, 5));
    }

    @ParameterizedTest
    @CsvSource({"SIGMOID", "RELU"})
    void theStoriesRecompute(String activation) {
        for (int number = 1; number <= 2; number++) {
            for (long seed = 1; seed <= 40; seed++) {
                Lesson lesson = lesson(number, seed, 4, activation, LessonStart.CENTRED);
                LessonRun run = LessonRun.told(lesson.stoppedAfter(3), 1);
                Story story = LessonStory.of(run, 0);
                story.calculations().forEach(ShownDigitsTest::assertRecomputes);
                if (number == 1) {
                    assertRowsOfLessonOne(story.text(), lesson.isSigmoid());
                    assertRecomputes(FirstStory.move(lesson, run.steps().getFirst()));
                } else {
                    assertUnitsOfLessonTwo(story.text(), lesson.isSigmoid());
                }
                Exercises.of(run).stream()
                        .flatMap(each -> each.answer().stream())
                        .filter(answer -> answer.matches("\\S+( of h1)? = [^a-z]* = -?[0-9.]+"))
                        .map(answer -> answer.split(" = ", -1))
                        .forEach(line -> assertRecomputes(new Calculation(line[0], List.of(line[1]), line[2])));
            }
        }
    }

    private static void assertRowsOfLessonOne(String text, boolean sigmoid) {
        Matcher rows = Pattern.compile(
                        "(?m)^ +[1-4] +([01]) +(\\S+\\.\\d+) +(\\S+\\.\\d+) +(\\S+\\.\\d+) +(\\S+\\.\\d+)$")
                .matcher(text);
        int found = 0;
        while (rows.find()) {
            assertShows(rows.group(1) + " - " + bracketed(rows.group(2)), rows.group(3));
            assertShows(slope(rows.group(2), sigmoid), rows.group(4));
            assertShows(bracketed(rows.group(3)) + "·" + bracketed(rows.group(4)), rows.group(5));
            found++;
        }
        assertThat(found).isEqualTo(4);
    }

    private static void assertUnitsOfLessonTwo(String text, boolean sigmoid) {
        List<String> lines =
                text.lines().filter(line -> line.matches("  h\\d+ +\\S+·.*")).toList();
        assertThat(lines).hasSize(4);
        for (String line : lines) {
            String[] cells = line.strip().split(" {3,}", -1);
            assertShows(cells[1], cells[2]);
            assertShows(slope(cells[3], sigmoid), cells[4]);
            assertShows(bracketed(cells[2]) + "·" + bracketed(cells[4]), cells[5]);
        }
    }

    private static String slope(String output, boolean sigmoid) {
        return sigmoid
                ? output + " · (1 - " + output + ")"
                : output + (Double.parseDouble(output) > 0 ? " > 0, so" : " is not > 0, so");
    }

    private static String bracketed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private static String sign(String result) {
        return result.startsWith("-") ? result : " " + result;
    }

    private static void assertRecomputes(Calculation calculation) {
        assertShows(calculation.formula(), calculation.result());
    }

    /// However a calculator rounds halves.
    private static void assertShows(String formula, String result) {
        BigDecimal shown = new BigDecimal(result);
        assertThat(Math.abs(Calculator.of(formula) - shown.doubleValue()))
                .as("%s = %s, and %s is shown", formula, Calculator.of(formula), result)
                .isLessThan(shown.ulp().doubleValue() / 2);
    }

    private static Lesson lesson(int number, long seed, int hidden, String activation, LessonStart start) {
        Activation chosen = activation.equals("RELU") ? Activation.RELU : Activation.SIGMOID;
        return Lesson.of(new LessonSettings(number, seed, 10_000, hidden, chosen, start));
    }
}
