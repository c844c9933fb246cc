package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.cli.Ran;

class LessonStoryTest {

    /// The numbers are those of the golden file, rounded.
    @Test
    void lessonOneTellsItsStoryWithItsNumbers() {
        assertThat(story("lesson", "1"))
                .contains("  row   x1   x2   x3   target\n    1    0    0    1        0\n")
                .contains("sigmoid(z) = 1 / (1 + e^-z)", "random(3, 1) · sqrt(2/3)")
                .contains("  x1      0.3405\n  x2      0.5881\n  x3      0.0001\n")
                .contains("    3        1   0.5843    0.4157   0.2429    0.1010\n")
                .contains("w1 moves by 0·(-0.12501) + 0·(-0.14760) + 1·0.10096 + 1·0.05748 = 0.1584.")
                .contains("                0       0.460458\n")
                .contains("    0.50   0.2500\n", "    0.99   0.0099\n")
                .contains("  x1      0.3405    9.6729\n")
                .contains("    3    1    0    1        1   0.9936\n")
                .contains("The first weight lifts the sum far above 0");
    }

    @Test
    void lessonTwoShowsHowTheErrorTravelsBack() {
        assertThat(story("lesson", "2"))
                .contains("l1_error   = l2_delta · Woᵀ")
                .contains("  l2_error   1 - 0.6943                =  0.3057\n")
                .contains("  l2_slope   0.69426 · (1 - 0.69426)   =  0.2123\n")
                .contains("  l2_delta   0.3057·0.2123             =  0.0649\n")
                .contains("  h2     0.0649·0.6209       0.0403   0.6261   0.2341     0.0094\n")
                .contains("                0       0.499624\n", "           90,000       0.002912\n")
                .contains("  h2      6.8049    6.7752   -1.9615   14.2098\n")
                .contains("    4    1    1    1        0   0.0035\n")
                .contains("  h2      0.12    0.99    0.99    1.00   14.21   OR-like (rows 2, 3 and 4)\n")
                .contains("  h4      0.00    0.13    0.12    0.85   -7.16   AND-like (only row 4)\n")
                .contains("x1 or x2, but not both");
    }

    @Test
    void theOptionsChangeTheStory() {
        assertThat(story("lesson", "2", "--hidden", "3", "--start", "centred", "--seed", "9", "--iterations", "50"))
                .contains("3 hidden units", "after seed 9", "2 · random(3, 3) - 1", "2 · random(3, 1) - 1")
                .contains("  h3 ")
                .doesNotContain("  h4 ")
                .contains("               45 ", "               50 ");
    }

    @Test
    void aDeadReluIsExplained() {
        assertThat(story("lesson", "1", "--activation", "relu"))
                .contains("relu(z) = max(0, z)", "1 where l1 > 0, else 0")
                .contains("Nothing has moved since iteration 3: the output is 0 for every row")
                .contains("It is\ncalled dead.")
                .contains("  slope lesson 1                       the same with the sigmoid\n")
                .doesNotContain("The first weight lifts");
    }

    @Test
    void whatIsNotLearnedYetIsSaid() {
        assertThat(story("lesson", "2", "--iterations", "10"))
                .contains("Not every answer is right yet: it needs more iterations.")
                .contains("  slope lesson 2 --iterations 100000   more iterations get further\n");
        assertThat(story("lesson", "2", "--hidden", "1"))
                .contains("Not every answer is right: from this start the slope leads")
                .contains("  slope lesson 2 --seed 2              another start\n")
                .contains("  slope lesson 2 --hidden 8            more hidden units\n");
    }

    @Test
    void traceAddsEveryNumberOfTheFirstIterations() {
        String story = story("lesson", "2", "--trace", "2", "--iterations", "5");

        assertThat(story)
                .contains("Every number of iteration 1\n", "Every number of iteration 2\n")
                .doesNotContain("Every number of iteration 3")
                .contains("  l2 =   0.684509\n", "  Wo_update =   -0.106519\n");
    }

    @Test
    void thePageIsWrittenBesideTheStory(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("lesson.html");

        String story = story("lesson", "2", "--iterations", "50", "--html", page.toString());

        assertThat(story).isEqualTo(story("lesson", "2", "--iterations", "50"));
        String html = Files.readString(page);
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("slope lesson 2 --step", "<svg")
                .endsWith("</html>\n");
        assertThat(story("lesson", "2", "--iterations", "50", "--html", "-")).isEqualTo(html);
    }

    /// Wider lines would break in the usual terminal.
    @ParameterizedTest
    @ValueSource(strings = {"lesson 1", "lesson 2", "lesson 1 --activation relu", "lesson 2 --activation relu"})
    void noLineIsWiderThanATerminal(String line) {
        assertThat(story(line.split(" ", -1)).lines()).allMatch(text -> text.length() <= 80);
    }

    private static String story(String... arguments) {
        Ran ran = Ran.slope(arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }
}
