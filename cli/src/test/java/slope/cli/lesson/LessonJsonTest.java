package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

class LessonJsonTest {

    /// Keys, shapes and every number, after 10,000 and 100,000 iterations.
    @ParameterizedTest
    @CsvSource({
        "1, seed-1, ''",
        "1, seed-2, --seed 2",
        "1, seed-4294967295, --seed 4294967295",
        "1, centred, --start centred",
        "1, relu, --activation relu",
        "2, seed-1, ''",
        "2, seed-2, --seed 2",
        "2, seed-4294967295, --seed 4294967295",
        "2, hidden-7, --hidden 7",
        "2, centred, --start centred",
        "2, relu, --activation relu"
    })
    void everyNumberIsNumPys(int lesson, String file, String options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("lesson", Integer.toString(lesson), "--json", "--trace", "2"));
        if (!options.isEmpty()) {
            arguments.addAll(List.of(options.split(" ", -1)));
        }

        Ran ran = Ran.slope(arguments.toArray(String[]::new));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        Map<String, Object> object = JSON.std.mapFrom(ran.out());
        List.of("report", "version", "lesson", "seed", "activation", "start").forEach(object::remove);
        Golden.assertSame("", object, Golden.lesson(file, lesson));
    }

    @Test
    void withoutTraceThereAreNoSteps() throws Exception {
        Ran ran = Ran.slope("lesson", "2", "--json", "--iterations", "20001");

        Map<String, Object> object = JSON.std.mapFrom(ran.out());
        assertThat(object)
                .containsOnlyKeys(
                        "report",
                        "version",
                        "lesson",
                        "seed",
                        "activation",
                        "start",
                        "inputs",
                        "targets",
                        "initial",
                        "iterations",
                        "errors",
                        "final")
                .containsEntry("report", "lesson")
                .containsEntry("version", 1)
                .containsEntry("start", "scaled");
        assertThat((Map<?, ?>) object.get("errors")).extracting(Map::keySet).hasToString("[0, 10000, 20000]");
    }

    @Test
    void aLessonHasNoMoreStepsThanIterations() throws Exception {
        Ran ran = Ran.slope("lesson", "1", "--json", "--trace", "5", "--iterations", "3");

        assertThat((List<?>) JSON.std.mapFrom(ran.out()).get("steps")).hasSize(3);
    }

    /// One iteration: what is final is the first forward pass and the weights after the first
    /// update.
    @Test
    void finalHoldsTheLastPassAndTheWeightsAfterIt() throws Exception {
        Map<String, Object> object =
                JSON.std.mapFrom(Ran.slope("lesson", "1", "--json", "--trace", "1", "--iterations", "1")
                        .out());

        Map<?, ?> step = (Map<?, ?>) ((List<?>) object.get("steps")).getFirst();
        Map<?, ?> last = (Map<?, ?>) object.get("final");
        assertThat(last.get("l1")).isEqualTo(step.get("l1"));
        assertThat(last.get("Wo")).isEqualTo(step.get("Wo"));
    }
}
