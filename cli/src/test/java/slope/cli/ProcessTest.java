package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a shell sees of the commands: their exit codes, and nothing but Slope's own words.
class ProcessTest {

    @Test
    void aLessonEndsWell() throws Exception {
        Launched lesson = Launched.java("slope.cli.Main", "lesson", "1");

        assertThat(lesson.exitCode()).isZero();
        assertThat(lesson.out()).contains("9.6729").doesNotContain("WARNING");
    }

    @Test
    void aWrongCommandIsAUsageError() throws Exception {
        Launched wrong = Launched.java("slope.cli.Main", "tarin");

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out().lines()).hasSize(1);
        assertThat(wrong.out()).startsWith("slope: ").contains("tarin");
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which has a disk that is always full
    void whatCannotBePrintedIsAFailure() throws Exception {
        for (String[] command : new String[][] {{"--help"}, {"lesson", "1", "--json"}}) {
            Process process = Launched.slope(Path.of("/dev/full"), command);
            assertThat(Patience.exitCode(process)).isEqualTo(2);
        }
    }

    @Test
    void trainingThatDivergesIsAFailure() throws Exception {
        Launched diverged = Launched.java(
                "slope.cli.Main",
                "train",
                "examples/penguins.csv",
                "--target=body_mass_g",
                "--recipe=plain",
                "--optimizer=sgd",
                "--learning-rate=1e6");

        assertThat(diverged.exitCode()).isEqualTo(1);
        assertThat(diverged.out())
                .contains("slope: training diverged in epoch 1")
                .doesNotContain("Exception");
    }
}
