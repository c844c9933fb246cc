package slope.report.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import slope.reference.GradientCheck;
import slope.reference.LossFormulas;
import slope.reference.ReferenceNetwork;
import slope.reference.Trace;
import slope.report.json.Report;
import slope.report.lesson.LessonReport.LessonFacts;
import slope.report.lesson.LessonReport.LessonTable;

/// One iteration of a lesson with every number, from the weights before it to those after it. Matrices are lists of
/// rows, by the names that the notebook has for them.
///
/// @param settings of the lesson; its iterations are those up to this one
/// @param iteration from 1
/// @param table the rows
/// @param before the weights before the iteration
/// @param step what it computes, see [LessonReport]; before that `z1` and `z2`, the sums that the units make their
///     outputs of
/// @param result what came of it, and whether it is right
public record LessonStepReport(
        LessonFacts settings,
        int iteration,
        LessonTable table,
        Map<String, List<List<Double>>> before,
        Map<String, List<List<Double>>> step,
        StepResult result)
        implements Report {

    /// What came of an iteration.
    ///
    /// @param lossBefore half the sum of squared errors, by the weights before
    /// @param lossAfter the same by the weights after
    /// @param errorBefore the mean absolute error by the weights before
    /// @param differences what is added to the weights according to central differences of the loss, which know
    ///     nothing of backpropagation
    /// @param largestRelativeError between those and the updates, see [GradientCheck]
    public record StepResult(
            double lossBefore,
            double lossAfter,
            double errorBefore,
            Map<String, List<List<Double>>> differences,
            double largestRelativeError) {}

    /// The report of an iteration.
    ///
    /// @param number of the iteration, from 1
    /// @throws IllegalArgumentException if there is none
    public static LessonStepReport of(Lesson lesson, int number) {
        Lesson upTo = lesson.stoppedAfter(number);
        Trace trace = LessonRun.of(upTo, done -> false, 1).last();
        return new LessonStepReport(
                LessonFacts.of(upTo.settings()),
                number,
                LessonTable.of(upTo),
                LessonReport.weights(upTo, trace.before()),
                numbers(trace),
                result(upTo, trace));
    }

    private static SequencedMap<String, List<List<Double>>> numbers(Trace trace) {
        SequencedMap<String, List<List<Double>>> numbers = new LinkedHashMap<>();
        for (int layer = 0; layer < trace.forward().layers().size(); layer++) {
            numbers.put(
                    "z" + (layer + 1),
                    LessonReport.rows(trace.forward().layers().get(layer).preActivations()));
        }
        numbers.putAll(LessonReport.step(trace));
        return numbers;
    }

    private static StepResult result(Lesson lesson, Trace trace) {
        ReferenceNetwork after = trace.after();
        GradientCheck check = GradientCheck.of(trace.before(), trace.inputs(), trace.targets(), trace.loss());
        Map<String, List<List<Double>>> differences = new LinkedHashMap<>();
        for (int layer = 0; layer < lesson.layers().size(); layer++) {
            differences.put(
                    lesson.layers().get(layer).weights() + "_update",
                    LessonReport.rows(check.parameters().get(layer).difference().negated()));
        }
        return new StepResult(
                trace.lossValue(),
                LossFormulas.value(trace.loss(), after.predict(trace.inputs()), trace.targets()),
                LossFormulas.meanAbsoluteError(trace.outputs(), trace.targets()),
                differences,
                check.parameters().stream()
                        .mapToDouble(GradientCheck.Comparison::largestRelativeError)
                        .max()
                        .orElse(0));
    }

    @Override
    public String report() {
        return "lesson-step";
    }

    @Override
    public int version() {
        return 1;
    }
}
