package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.cli.Ran;

class LessonCommandTest {

    /// Each is one sentence on the error stream, nothing on the other, and exit code 2.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lesson                              | slope lesson needs LESSON",
                "lesson 3                            | there is no lesson 3: choose 1 or 2",
                "lesson 1 --hidden 3                 | lesson 1 has no hidden layer: leave --hidden out, or choose"
                        + " lesson 2",
                "lesson 2 --hidden 0                 | the hidden layer needs at least 1 unit, not 0",
                "lesson 2 --seed -1                  | the seed must be between 0 and 4294967295, not -1",
                "lesson 2 --seed 4294967296          | the seed must be between 0 and 4294967295, not 4294967296",
                "lesson 2 --seed one                 | --seed has \"one\"; a whole number was expected",
                "lesson 2 --iterations 0             | a lesson needs at least 1 iteration, not 0",
                "lesson 2 --activation tanh          | --activation has \"tanh\"; it can be sigmoid, relu",
                "lesson 2 --start zero               | --start has \"zero\"; it can be scaled, centred, twins",
                "lesson 2 --trace -2                 | --trace needs a number of iterations, not -2",
                "lesson 2 --step --json              | --step explains to people and --json writes for programs:"
                        + " choose one of them",
                "lesson 2 --step --trace 1           | --step already shows every number of an iteration: leave"
                        + " --trace out",
                "lesson 2 --step --html page.html     | --html writes the whole lesson as a page: leave --step out",
                "lesson 2 --json --html page.html     | --html writes the whole lesson as a page: leave --json out",
                "lesson 2 --at 3                     | --at says which iteration --step walks through: add --step",
                "lesson 1 --step --at 10001          | there is no iteration 10,001: the lesson has 1 to 10,000",
                "lesson 1 --step --at 0              | there is no iteration 0: the lesson has 1 to 10,000",
                "lesson 2 --sead 3                   | slope lesson has no option --sead; did you mean --seed?"
            })
    void whatCannotBeDoneIsSaidInOneSentence(String line, String sentence) {
        Ran ran = Ran.slope(line.split(" ", -1));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualToNormalizingNewlines("slope: " + sentence + " (see slope lesson --help)\n");
    }

    @Test
    void helpShowsEveryOptionAndExamples() {
        Ran ran = Ran.slope("lesson", "--help");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("--seed", "--iterations", "--hidden", "--activation", "--start", "--json", "--trace")
                .contains("--step", "--at", "Examples:", "slope lesson 2 --step --at 50000");
    }

    @Test
    void theSameLessonIsTheSameText() {
        String[] line = {"lesson", "2", "--iterations", "200", "--seed", "5"};

        assertThat(Ran.slope(line)).isEqualTo(Ran.slope(line));
    }
}
