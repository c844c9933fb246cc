package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.layer.Activation;

class UnitRoleTest {
    private static final Lesson SIGMOID = Lesson.of(LessonSettings.usual(2));
    private static final Lesson RELU = Lesson.of(new LessonSettings(2, 1, 10, 4, Activation.RELU, LessonStart.SCALED));

    @ParameterizedTest
    @CsvSource({
        "0 0 0 0, always off",
        "1 0 0 0, NOR-like (only row 1)",
        "0 1 0 0, x2 without x1 (only row 2)",
        "0 0 1 0, x1 without x2 (only row 3)",
        "0 0 0 1, AND-like (only row 4)",
        "0 1 1 1, 'OR-like (rows 2, 3 and 4)'",
        "1 1 1 0, NAND-like (all but row 4)",
        "0 1 1 0, XOR-like (rows 2 and 3)",
        "1 0 0 1, XNOR-like (rows 1 and 4)",
        "0 0 1 1, like x1 (rows 3 and 4)",
        "0 1 0 1, like x2 (rows 2 and 4)",
        "1 1 0 0, NOT x1 (rows 1 and 2)",
        "1 0 1 0, NOT x2 (rows 1 and 3)",
        "1 0 1 1, all but row 2",
        "1 1 0 1, all but row 3",
        "1 1 1 1, 'always on, like a bias'"
    })
    void theRowsThatAUnitAnswersToNameIt(String outputs, String words) {
        double[] numbers = numbers(outputs);

        assertThat(UnitRole.of(SIGMOID, numbers).words()).isEqualTo(words);
        assertThat(UnitRole.of(RELU, numbers).words())
                .isEqualTo(words.equals("always off") ? "always off: dead" : words);
    }

    @Test
    void reluIsMeasuredByItsLargestOutput() {
        UnitRole role = UnitRole.of(RELU, new double[] {0, 1, 2.1, 4});

        assertThat(role.words()).isEqualTo("like x1 (rows 3 and 4)");
        assertThat(role.undecided()).containsExactly(3);
    }

    /// The words in a story are those of the numbers beside them, whatever the network has learned.
    @ParameterizedTest
    @CsvSource({"1, SIGMOID", "2, SIGMOID", "4, SIGMOID", "12, SIGMOID", "4, RELU", "7, RELU"})
    void theWordsAreTrueForAnySeed(int hidden, String activation) {
        Activation chosen = activation.equals("RELU") ? Activation.RELU : Activation.SIGMOID;
        for (long seed = 0; seed < 12; seed++) {
            LessonSettings settings = new LessonSettings(2, seed, 2_000, hidden, chosen, LessonStart.CENTRED);
            LessonRun run = LessonRun.told(Lesson.of(settings), 1);
            HiddenUnits units = HiddenUnits.of(run);
            for (int unit = 0; unit < hidden; unit++) {
                double[] outputs = units.outputs().toRows()[unit];
                double most = chosen.equals(Activation.RELU)
                        ? Arrays.stream(outputs).max().orElseThrow()
                        : 1;
                List<Integer> on = new ArrayList<>();
                for (int row = 0; row < 4; row++) {
                    if (most > 0 && outputs[row] >= most / 2) {
                        on.add(row + 1);
                    }
                }
                assertThat(rows(units.roles().get(unit).words()))
                        .as("seed %s, h%s", seed, unit + 1)
                        .isEqualTo(on);
            }
            assertThat(LessonStory.of(run, 0).text().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    /// The rows that words name.
    private static List<Integer> rows(String words) {
        if (words.startsWith("always")) {
            return words.startsWith("always on") ? List.of(1, 2, 3, 4) : List.of();
        }
        List<Integer> named = new ArrayList<>();
        Matcher row = Pattern.compile("[1-4]").matcher(words.substring(words.indexOf("row")));
        while (row.find()) {
            named.add(Integer.valueOf(row.group()));
        }
        if (!words.contains("all but")) {
            return named;
        }
        List<Integer> others = new ArrayList<>(List.of(1, 2, 3, 4));
        others.removeAll(named);
        return others;
    }

    private static double[] numbers(String outputs) {
        return Arrays.stream(outputs.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /// What chance left of a unit is no role.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 9})
    void unitsOfADeadNetworkHaveLearnedNothing(long seed) {
        LessonRun run =
                LessonRun.told(Lesson.of(new LessonSettings(2, seed, 1000, 4, Activation.RELU, LessonStart.SCALED)), 1);

        assertThat(run.hasDied()).isTrue();
        assertThat(LessonStory.of(run, 0).text())
                .contains("Nothing: the network has died", "dead: 0 for every row", "learns no more")
                .doesNotContain("-like", "When on,", "like a bias");
    }
}
