package slope.cli.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PredictWordsTest {
    @Test
    void aShellTakesTheRowFromWhatFollows() {
        assertThat(PredictWords.of(Path.of("runs/run-1/model.onnx"), true, "{\"x\": 1}"))
                .isEqualTo("""
                    slope predict runs/run-1/model.onnx - --format json --probabilities <<'ROW'
                    [{"x": 1}]
                    ROW
                    """);
    }

    @Test
    void namesAreOneWordOfTheShell() {
        assertThat(PredictWords.of(Path.of("it's mine.onnx"), false, "{}"))
                .startsWith("slope predict 'it'\\''s mine.onnx' - --format json <<'ROW'\n");
    }
}
