package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.cli.Ran;
import slope.report.lesson.Lesson;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.Walk;

class WalkTest {

    @Test
    void theOperationsComeInTheOrderInWhichTheyHappen() {
        Walk walk = Walk.of(Lesson.of(LessonSettings.usual(2)), 1);

        assertThat(walk.pages())
                .extracting(page -> page.part() + " " + page.title().split("[: ]", 2)[0])
                .containsExactly(
                        "forward What",
                        "forward z1",
                        "forward l1",
                        "forward z2",
                        "forward l2",
                        "error l2_error",
                        "back l2_slope",
                        "back l2_delta",
                        "back l1_error",
                        "back l1_slope",
                        "back l1_delta",
                        "update Wo_update",
                        "update Is",
                        "update Wh_update",
                        "update Is",
                        "update Wo",
                        "update Wh",
                        "update What");
    }

    /// Formula, numbers put in, result: each from the golden file, rounded.
    @Test
    void everyOperationShowsFormulaNumbersAndResult() {
        String walk = Ran.slope("lesson", "2", "--step").out().replaceAll("(?<=\\S) {3,}", "   ");
        assertThat(walk)
                .contains("  z1 = X · Wh\n", "  row 3 h2   1·0.58814 + 0·0.07539 + 1·0.43994   =  1.02808\n")
                .contains("  l1 = sigmoid(z1)\n", "  row 3 h2   1 / (1 + e^-1.02808)   =  0.73654\n")
                .contains("  l2_error = target - l2\n", "  row 1   0 - 0.68451   = -0.68451\n")
                .contains("  l2_slope = l2 · (1 - l2)\n", "  row 1   0.68451 · (1 - 0.68451)   =  0.21596\n")
                .contains("  l2_delta = l2_error · l2_slope", "  row 1   (-0.684509)·0.215957   = -0.14782\n")
                .contains(
                        "  l1_error = l2_delta · Woᵀ, over the weights of the forward pass\n",
                        "  row 1 h2   (-0.147824)·0.620923   = -0.09179\n")
                .contains("  Wh_update = Xᵀ · l1_delta\n")
                .contains("  x1 h1   0·(-0.00520) + 0·0.00223 + 1·0.00194 + 1·(-0.00452)   = -0.00258\n")
                .contains("  Wo = Wo + Wo_update\n", "  h1   0.14457 + (-0.10652)   =  0.03805\n")
                .contains("  loss before = 0.58069\n  loss after  = 0.53727\n");
    }

    /// A line for each weight: update, gradient, central difference and how far they are apart.
    @ParameterizedTest
    @CsvSource({
        "lesson 1 --step, 3",
        "lesson 2 --step, 16",
        "lesson 2 --step --hidden 6 --seed 3 --start centred, 24",
        "lesson 2 --step --activation relu, 16",
        "lesson 1 --step --at 10000, 3",
        "lesson 2 --step --at 60000, 16"
    })
    void eachGradientStandsBesideItsCentralDifference(String line, int weights) {
        List<String[]> checked = new ArrayList<>();
        for (String text : Ran.slope(line.split(" ", -1)).out().lines().toList()) {
            if (text.matches("  [xh]\\d+( h\\d+)?( +-?[0-9.]+){3} +(0|\\d\\.\\d\\de[-\\d]+)")) {
                checked.add(text.strip().split(" {3,}", -1));
            }
        }

        assertThat(checked).hasSize(weights);
        for (String[] cells : checked) {
            double gradient = Double.parseDouble(cells[2]);
            assertThat(Double.parseDouble(cells[1])).as(cells[0]).isCloseTo(-gradient, within(1e-5));
            assertThat(Double.parseDouble(cells[3])).as(cells[0]).isCloseTo(gradient, within(1e-9));
            assertThat(Double.parseDouble(cells[4])).as(cells[0]).isLessThan(1e-6);
        }
    }

    @Test
    void theNotebooksNameForTheOnlySlopeIsKept() {
        assertThat(Ran.slope("lesson", "1", "--step").out())
                .contains("  slope = l1 · (1 - l1)\n", "  l1_delta = l1_error · slope, number by number\n");
    }

    @Test
    void reluIsWalkedThroughAsWell() {
        assertThat(Ran.slope("lesson", "1", "--step", "--activation", "relu").out())
                .contains("  l1 = relu(z1)\n", "max(0, 0.58824)", "  slope = 1 where l1 > 0, else 0\n");
    }

    @Test
    void aLaterIterationCanBeChosen() {
        assertThat(Ran.slope("lesson", "2", "--step", "--at", "50000", "--iterations", "60000")
                        .out())
                .startsWith("Lesson 2, iteration 50,000 · forward · 1 of 18\n")
                .endsWith("That was iteration 50,000 of 60,000.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lesson 1 --step", "lesson 2 --step", "lesson 2 --step --hidden 12"})
    void noLineIsWiderThanATerminal(String line) {
        assertThat(Ran.slope(line.split(" ", -1)).out().lines()).allMatch(text -> text.length() <= 80);
    }
}
