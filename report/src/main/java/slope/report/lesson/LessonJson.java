package slope.report.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import slope.layer.Initializer;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.Trace;

/// A lesson for programs: one object with the names that the notebook has for its numbers; its schema is
/// `docs/reference/lesson-report.schema.json`.
public final class LessonJson {
    private LessonJson() {}

    /// The object, of maps, lists and numbers.
    ///
    /// @param withSteps whether it has the key `steps`
    public static Map<String, Object> of(LessonRun run, boolean withSteps) {
        Lesson lesson = run.lesson();
        LessonSettings settings = lesson.settings();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("report", "lesson");
        object.put("version", 1);
        object.put("lesson", settings.lesson());
        object.put("seed", settings.seed());
        object.put("activation", settings.activation().title());
        object.put("start", settings.start() == Initializer.UNIFORM_SCALED ? "scaled" : "centred");
        object.put("inputs", wholeNumbers(lesson.inputs()));
        object.put("targets", wholeNumbers(lesson.targets()));
        object.put("initial", weights(lesson, lesson.start()));
        object.put("iterations", settings.iterations());
        if (settings.lesson() == 2) {
            Map<String, @Nullable Object> errors = new LinkedHashMap<>();
            run.errors().forEach((done, error) -> errors.put(Integer.toString(done), finite(error)));
            object.put("errors", errors);
        }
        if (withSteps) {
            object.put("steps", run.steps().stream().map(LessonJson::step).toList());
        }
        object.put("final", last(run));
        return object;
    }

    private static SequencedMap<String, Object> weights(Lesson lesson, ReferenceNetwork network) {
        SequencedMap<String, Object> weights = new LinkedHashMap<>();
        for (int layer = 0; layer < lesson.layers().size(); layer++) {
            weights.put(
                    lesson.layers().get(layer).weights(),
                    numbers(network.layers().get(layer).weights()));
        }
        return weights;
    }

    private static Map<String, Object> step(Trace trace) {
        Map<String, Object> step = new LinkedHashMap<>();
        NotebookStep.of(trace).matrices().forEach((name, matrix) -> step.put(name, numbers(matrix)));
        return step;
    }

    /// What the last iteration's forward pass gave, and the weights after it.
    private static Map<String, Object> last(LessonRun run) {
        Map<String, Object> last = new LinkedHashMap<>();
        for (int layer = 0; layer < run.lesson().layers().size(); layer++) {
            last.put(
                    run.lesson().layers().get(layer).outputs(),
                    numbers(run.last().forward().layers().get(layer).outputs()));
        }
        weights(run.lesson(), run.last().after()).reversed().forEach(last::put);
        return last;
    }

    private static List<List<@Nullable Double>> numbers(Matrix matrix) {
        List<List<@Nullable Double>> rows = new ArrayList<>();
        for (double[] values : matrix.toRows()) {
            List<@Nullable Double> row = new ArrayList<>();
            for (double value : values) {
                row.add(finite(value));
            }
            rows.add(row);
        }
        return rows;
    }

    /// JSON has no NaN.
    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    /// Inputs and targets are zeros and ones, and are written as such.
    private static List<List<Integer>> wholeNumbers(Matrix matrix) {
        List<List<Integer>> rows = new ArrayList<>();
        for (double[] values : matrix.toRows()) {
            List<Integer> row = new ArrayList<>();
            for (double value : values) {
                row.add((int) value);
            }
            rows.add(row);
        }
        return rows;
    }
}
