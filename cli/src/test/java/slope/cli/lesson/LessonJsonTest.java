package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        Golden.assertSame("", asNotebook(object), Golden.lesson(file, lesson));
    }

    /// The keys of the golden files, in their order.
    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private static Map<String, Object> asNotebook(Map<String, Object> report) {
        Map<String, Object> notebook = new LinkedHashMap<>();
        ((Map<?, ?>) report.get("table")).forEach((name, rows) -> notebook.put((String) name, rows));
        notebook.put("initial", report.get("initial"));
        notebook.put("iterations", ((Map<?, ?>) report.get("settings")).get("iterations"));
        Map<String, Object> errors = new LinkedHashMap<>();
        errors(report).forEach(each -> errors.put(each.get("iterations").toString(), each.get("error")));
        if (notebook.get("initial").toString().contains("Wh")) { // lesson 1 of the notebook measures none
            notebook.put("errors", errors);
        }
        notebook.put("steps", report.get("steps"));
        notebook.put("final", report.get("last"));
        return notebook;
    }

    private static List<Map<?, ?>> errors(Map<String, Object> report) {
        return ((List<?>) report.get("errors"))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    @Test
    void withoutTraceThereAreNoSteps() throws Exception {
        Ran ran = Ran.slope("lesson", "2", "--json", "--iterations", "20001");

        Map<String, Object> object = JSON.std.mapFrom(ran.out());
        assertThat(object)
                .containsOnlyKeys("report", "version", "settings", "table", "initial", "errors", "last")
                .containsEntry("report", "lesson")
                .containsEntry("version", 1);
        assertThat(object.get("settings").toString()).contains("hidden=4", "start=scaled");
        assertThat(errors(object).stream().map(each -> each.get("iterations").toString()))
                .containsExactly("0", "10000", "20000");
    }

    @Test
    void aLessonHasNoMoreStepsThanIterations() throws Exception {
        Ran ran = Ran.slope("lesson", "1", "--json", "--trace", "5", "--iterations", "3");

        assertThat((List<?>) JSON.std.mapFrom(ran.out()).get("steps")).hasSize(3);
    }

    /// One iteration: what is last is the first forward pass and the weights after the first
    /// update.
    @Test
    void lastHoldsTheLastPassAndTheWeightsAfterIt() throws Exception {
        Map<String, Object> object =
                JSON.std.mapFrom(Ran.slope("lesson", "1", "--json", "--trace", "1", "--iterations", "1")
                        .out());

        Map<?, ?> step = (Map<?, ?>) ((List<?>) object.get("steps")).getFirst();
        Map<?, ?> last = (Map<?, ?>) object.get("last");
        assertThat(last.get("l1")).isEqualTo(step.get("l1"));
        assertThat(last.get("Wo")).isEqualTo(step.get("Wo"));
    }
}
