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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.cli.Ran;
import slope.internal.random.SplitRandom;
import tools.jackson.jr.ob.JSON;

/// The probability from which on the positive class is predicted, from the training to each use of the model.
class ThresholdTest {
    @TempDir
    private Path folder;

    private Path table;
    private Path model;

    @BeforeEach
    void writeRowsOfARareClass() throws IOException {
        SplitRandom random = SplitRandom.of(7);
        StringBuilder rows = new StringBuilder("x,z,answer\n");
        for (int row = 0; row < 240; row++) {
            double x = random.nextDouble();
            rows.append(x).append(',').append(random.nextDouble());
            rows.append(x + random.nextDouble() > 1.5 ? ",yes\n" : ",no\n");
        }
        table = Files.writeString(folder.resolve("t.csv"), rows);
        model = folder.resolve("m.onnx");
    }

    private Ran train(String... more) {
        String[] words = {"train", table.toString(), "--target", "answer", "--recipe", "plain", "--epochs", "30"};
        return Ran.slope(Stream.concat(
                        Stream.concat(Arrays.stream(words), Stream.of("--out", model.toString())), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static Map<?, ?> json(Ran ran) throws IOException {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return JSON.std.mapFrom(ran.out());
    }

    private double threshold(Map<?, ?> report) {
        return ((Number) ((Map<?, ?>) report.get("task")).get("threshold")).doubleValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "cost:1,4", "rate:0.2", "0.25"})
    void labelsFollowIt(String choice) throws IOException {
        double threshold = threshold(json(train("--threshold", choice, "--json")));
        Ran predicted = Ran.slope("predict", model.toString(), table.toString(), "--probabilities");

        List<String[]> rows =
                predicted.out().lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(rows)
                .hasSize(240)
                .allMatch(row -> row[0].equals(Double.parseDouble(row[2]) >= threshold ? "yes" : "no"))
                .anyMatch(row -> row[0].equals("yes"));
        assertThat(predicted.err()).contains("predicted is \"yes\" from a probability of ");

        Map<?, ?> evaluated = json(Ran.slope("evaluate", model.toString(), table.toString(), "--json"));
        Map<?, ?> metrics = (Map<?, ?>) ((Map<?, ?>) evaluated.get("scores")).get("metrics");
        List<String> actual = Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .toList();
        double right = 0;
        for (int row = 0; row < rows.size(); row++) {
            right += rows.get(row)[0].equals(actual.get(row)) ? 1 : 0;
        }
        assertThat(((Number) metrics.get("accuracy")).doubleValue()).isCloseTo(right / rows.size(), within(1e-12));
        assertThat(threshold(evaluated)).isEqualTo(threshold);
    }

    @Test
    void everyUseOfTheModelSaysSo() {
        Ran trained = train("--threshold", "f1");
        String text = ", \"yes\" from a probability of ";

        assertThat(trained.out()).contains(text).contains("these rows chose the best epoch and the threshold");
        for (Ran ran : List.of(
                Ran.slope("inspect", model.toString()), Ran.slope("evaluate", model.toString(), table.toString()))) {
            assertThat(ran.out()).contains(text);
        }
        assertThat(Ran.slope("trace", model.toString(), table.toString(), "--row", "1")
                        .out())
                .contains("then \"yes\" from a probability of ");
    }

    @Test
    void aRecordedModelTrainsToTheSameBytesAgain() {
        train("--threshold", "f1");

        Ran verified = Ran.slope("verify", model.toString(), "--data", table.toString());
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    @Test
    void trainingGoesOnFromAModelWithAThresholdWithoutIt() throws IOException {
        train("--threshold", "0.25");
        Path second = folder.resolve("second.onnx");
        Map<?, ?> report = json(Ran.slope(
                "train",
                table.toString(),
                "--target",
                "answer",
                "--start-from",
                model.toString(),
                "--epochs",
                "1",
                "--json",
                "--out",
                second.toString()));

        assertThat(((Map<?, ?>) report.get("task")).get("threshold")).isNull();
    }

    @Test
    void whatIsNoThresholdIsRefused() {
        train("--threshold", "best").assertRefused("\"best\" is no threshold; wanted is f1, cost:FP,FN, rate:SHARE");
        train("--threshold", "1.5").assertRefused("the threshold must be from 0 to 1, not 1.5");
    }
}
