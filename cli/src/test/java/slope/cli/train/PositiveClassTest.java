package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// The positive class that a person names: the one of F1 and of the curves.
class PositiveClassTest {
    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void writeRowsWithMoreOfYes() throws IOException {
        StringBuilder rows = new StringBuilder("x,answer\n");
        for (int row = 0; row < 90; row++) {
            rows.append(row * 37 % 90).append(row % 4 == 0 ? ",no\n" : ",yes\n");
        }
        table = Files.writeString(folder.resolve("t.csv"), rows);
    }

    private Ran train(String... more) {
        String[] words = {"train", table.toString(), "--target", "answer", "--recipe", "plain", "--epochs", "5"};
        return Ran.slope(
                Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void f1AndCurvesAreThoseOfTheClassThatIsNamed() throws IOException {
        for (String positive : List.of("no", "yes")) {
            Path model = folder.resolve(positive + ".onnx");
            Ran trained = train("--positive", positive, "--out", model.toString());
            assertThat(trained.exitCode()).as(trained.err()).isZero();
            assertThat(trained.out()).contains(positive + " (positive)");

            Map<?, ?> report = JSON.std.mapFrom(Ran.slope("evaluate", model.toString(), table.toString(), "--json")
                    .out());
            Map<?, ?> classes = (Map<?, ?>) report.get("classes");
            double f1 = ((Number) find((List<?>) classes.get("scores"), "name", positive)
                            .get("f1"))
                    .doubleValue();
            Map<?, ?> metrics = (Map<?, ?>) ((Map<?, ?>) report.get("scores")).get("metrics");

            assertThat(find((List<?>) classes.get("curves"), "of", positive)).isNotEmpty();
            assertThat(find((List<?>) classes.get("calibration"), "of", positive))
                    .isNotEmpty();
            assertThat(((Number) metrics.get("f1")).doubleValue()).isCloseTo(f1, within(1e-12));
        }
    }

    private static Map<?, ?> find(List<?> all, String key, String name) {
        return all.stream()
                .map(each -> (Map<?, ?>) each)
                .filter(each -> name.equals(each.get(key)))
                .findFirst()
                .orElse(Map.of());
    }

    @Test
    void aRecordedModelTrainsToTheSameBytesAgain() {
        Path model = folder.resolve("m.onnx");
        train("--positive", "no", "--out", model.toString());

        Ran verified = Ran.slope("verify", model.toString(), "--data", table.toString());
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void aClassThatThereIsNotIsRefused() {
        train("--positive", "maybe").assertRefused("has no class \"maybe\"; its classes are no and yes");
    }
}
