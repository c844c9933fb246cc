package slope.report.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.Trace;

/// A lesson for programs: one object with the keys and the shapes of the notebook's golden file.
public final class LessonJson {
    private LessonJson() {}

    /// The object, of maps, lists and numbers.
    ///
    /// @param withSteps whether it has the key `steps`
    public static Map<String, Object> of(LessonRun run, boolean withSteps) {
        Lesson lesson = run.lesson();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("inputs", wholeNumbers(lesson.inputs()));
        object.put("targets", wholeNumbers(lesson.targets()));
        object.put("initial", weights(lesson, lesson.start()));
        object.put("iterations", lesson.settings().iterations());
        if (lesson.settings().lesson() == 2) {
            Map<String, Object> errors = new LinkedHashMap<>();
            run.errors().forEach((done, error) -> errors.put(Integer.toString(done), error));
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

    private static List<List<Double>> numbers(Matrix matrix) {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] values : matrix.toRows()) {
            List<Double> row = new ArrayList<>();
            for (double value : values) {
                row.add(value);
            }
            rows.add(row);
        }
        return rows;
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
