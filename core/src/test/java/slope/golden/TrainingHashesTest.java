package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.fit.Estimator;
import slope.kernel.Engine;
import slope.model.Model;

/// Trainings end with the bits that they ended with before: of the parameters, and of the networks' predictions
/// before they are calibrated.
///
/// `golden/trainings.txt` holds a line for each of [ShortTrainings]. A commit that changes bits on purpose rewrites
/// it, and says why:
///
///     ./mvnw -pl core test -Dtest=TrainingHashesTest -Dhashes.rewrite=true
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingHashesTest {
    private static final String FILE = "trainings.txt";

    private final SequencedMap<String, Estimator> trainings = ShortTrainings.all();

    @BeforeAll
    void rewriteIfAsked() throws IOException {
        if (!Boolean.getBoolean("hashes.rewrite")) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add("# Name, networks, hash of their parameters, hash of the predictions; see TrainingHashesTest.");
        trainings.forEach((name, trainer) -> lines.add(line(name, trainer)));
        Files.write(Path.of("src/test/resources/golden", FILE), lines);
        Files.write(Path.of("target/test-classes/golden", FILE), lines);
    }

    Stream<String> names() {
        return trainings.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTrainingEndsWithTheSameBits(String name) {
        assertThat(line(name, training(name))).isEqualTo(kept(name));
    }

    @Test
    void everyTrainingHasALineAndEveryLineATraining() {
        assertThat(GoldenFile.lines(FILE).stream().map(List::getFirst)).containsExactlyElementsOf(trainings.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuned-numbers",
                "ensemble-classes",
                "plain-counts-with-exposure",
                "plain-lbfgs-classes",
                "linear-part-classes"
            })
    void threadsChangeNoBit(String name) {
        assertThat(line(name, training(name).engine(Engine.scalar().threads(3))))
                .isEqualTo(kept(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuned-two-classes", "ensemble-number"})
    void aSeedChangesThem(String name) {
        assertThat(line(name, training(name).seed(99))).isNotEqualTo(kept(name));
    }

    private Estimator training(String name) {
        return Objects.requireNonNull(trainings.get(name));
    }

    private static String line(String name, Estimator trainer) {
        Model model = ShortTrainings.train(trainer);
        return "%s %d %s %s"
                .formatted(
                        name,
                        model.members().size(),
                        ModelHash.ofParameters(model),
                        ModelHash.ofPredictions(new Model(model.members()), ShortTrainings.FLATS));
    }

    private static String kept(String name) {
        return GoldenFile.lines(FILE).stream()
                .filter(line -> line.getFirst().equals(name))
                .map(line -> String.join(" ", line))
                .findFirst()
                .orElse("no line for " + name);
    }
}
