package slope.report.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import slope.layer.Activation;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.Trace;
import slope.report.json.Report;

/// A lesson: its settings, its start, its result and, where they were asked for, all numbers of its
/// first iterations. Matrices are lists of rows, by the names that the notebook has for them.
///
/// @param settings what a person chose
/// @param table the rows
/// @param initial the weights before the first iteration: `Wo` of the output and, in lesson 2, `Wh` of
///     the hidden layer
/// @param errors the mean absolute error as it was measured
/// @param steps the first iterations: outputs `l1` and `l2`, the error, the derivative (slope), the error
///     weighted by confidence (delta), what is added to the weights (update), and the weights after it
/// @param last the outputs of the last iteration, and the weights after it
public record LessonReport(
        LessonFacts settings,
        LessonTable table,
        Map<String, List<List<Double>>> initial,
        List<MeasuredError> errors,
        Optional<List<Map<String, List<List<Double>>>>> steps,
        Map<String, List<List<Double>>> last)
        implements Report {

    /// The settings of a lesson.
    ///
    /// @param lesson 1 or 2
    /// @param seed NumPy's seed of the initial weights
    /// @param hidden the units of the hidden layer, in lesson 2
    /// @param activation of every layer
    /// @param start how the initial weights are drawn
    public record LessonFacts(
            int lesson, long seed, int iterations, Optional<Integer> hidden, Activation activation, LessonStart start) {
        static LessonFacts of(LessonSettings settings) {
            return new LessonFacts(
                    settings.lesson(),
                    settings.seed(),
                    settings.iterations(),
                    settings.lesson() == 2 ? Optional.of(settings.hidden()) : Optional.empty(),
                    settings.activation(),
                    settings.start());
        }
    }

    /// The rows of a lesson.
    ///
    /// @param inputs four rows of three
    /// @param targets four rows of one
    public record LessonTable(List<List<Double>> inputs, List<List<Double>> targets) {
        static LessonTable of(Lesson lesson) {
            return new LessonTable(rows(lesson.inputs()), rows(lesson.targets()));
        }
    }

    /// A measured error.
    ///
    /// @param iterations that were done before it was measured
    /// @param error the mean absolute error
    public record MeasuredError(int iterations, double error) {}

    /// The report of a run.
    ///
    /// @param withSteps whether it has the first iterations
    public static LessonReport of(LessonRun run, boolean withSteps) {
        Lesson lesson = run.lesson();
        return new LessonReport(
                LessonFacts.of(lesson.settings()),
                LessonTable.of(lesson),
                weights(lesson, lesson.start()),
                run.errors().entrySet().stream()
                        .map(measured -> new MeasuredError(measured.getKey(), measured.getValue()))
                        .toList(),
                withSteps
                        ? Optional.of(
                                run.steps().stream().map(LessonReport::step).toList())
                        : Optional.empty(),
                last(run));
    }

    @Override
    public String report() {
        return "lesson";
    }

    @Override
    public int version() {
        return 1;
    }

    static SequencedMap<String, List<List<Double>>> weights(Lesson lesson, ReferenceNetwork network) {
        SequencedMap<String, List<List<Double>>> weights = new LinkedHashMap<>();
        for (int layer = 0; layer < lesson.layers().size(); layer++) {
            weights.put(
                    lesson.layers().get(layer).weights(),
                    rows(network.layers().get(layer).weights()));
        }
        return weights;
    }

    static Map<String, List<List<Double>>> step(Trace trace) {
        Map<String, List<List<Double>>> step = new LinkedHashMap<>();
        NotebookStep.of(trace).matrices().forEach((name, matrix) -> step.put(name, rows(matrix)));
        return step;
    }

    private static Map<String, List<List<Double>>> last(LessonRun run) {
        Map<String, List<List<Double>>> last = new LinkedHashMap<>();
        for (int layer = 0; layer < run.lesson().layers().size(); layer++) {
            last.put(
                    run.lesson().layers().get(layer).outputs(),
                    rows(run.last().forward().layers().get(layer).outputs()));
        }
        weights(run.lesson(), run.last().after()).reversed().forEach(last::put);
        return Collections.unmodifiableMap(last);
    }

    static List<List<Double>> rows(Matrix matrix) {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : matrix.toRows()) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }
}
