package slope.report.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import slope.reference.IterationListener;
import slope.reference.LossFormulas;
import slope.reference.Matrix;
import slope.reference.Trace;

/// The result of a lesson.
///
/// @param lesson the experiment
/// @param errors the mean absolute error by how many iterations were done before it was measured
/// @param steps the first iterations, as many as were asked for
/// @param last the last iteration
/// @param atRestSince the first iteration that moved no weight, if there was one; none moves after
///     it
public record LessonRun(
        Lesson lesson, SequencedMap<Integer, Double> errors, List<Trace> steps, Trace last, OptionalInt atRestSince) {

    /// An error below this is called learned: every answer is nearer to its target than to the
    /// other.
    private static final double LEARNED = 0.1;

    /// Runs a lesson, and measures the error as often as its story needs it.
    ///
    /// @param steps how many of the first iterations are kept in full, at least 1
    public static LessonRun told(Lesson lesson, int steps) {
        int[] measured = ErrorCurve.measured(lesson.settings().iterations());
        return of(
                lesson,
                done -> lesson.settings().isMilestone(done) || Arrays.binarySearch(measured, done) >= 0,
                Math.max(1, steps));
    }

    /// Runs a lesson.
    ///
    /// @param measured after how many iterations the error is measured
    /// @param steps how many of the first iterations are kept in full
    public static LessonRun of(Lesson lesson, IntPredicate measured, int steps) {
        Recorder recorder = new Recorder(measured, steps, lesson.settings().iterations());
        lesson.trainer()
                .train(
                        lesson.start(),
                        lesson.inputs(),
                        lesson.targets(),
                        lesson.settings().iterations(),
                        recorder);
        return new LessonRun(
                lesson,
                recorder.errors,
                List.copyOf(recorder.steps),
                Objects.requireNonNull(recorder.last),
                recorder.atRestSince);
    }

    /// Whether every answer came out well.
    public boolean hasLearned() {
        return LossFormulas.meanAbsoluteError(last.outputs(), lesson.targets()) < LEARNED;
    }

    /// Whether its output became 0 for every row, so that nothing could be learned any more.
    boolean hasDied() {
        return atRestSince.isPresent()
                && !hasLearned()
                && Arrays.stream(last.outputs().toArray()).allMatch(output -> output == 0);
    }

    /// What the trained network says, one row for each row of inputs.
    Matrix predictions() {
        return last.after().predict(lesson.inputs());
    }

    /// The trained network's mean absolute error.
    double finalError() {
        return LossFormulas.meanAbsoluteError(predictions(), lesson.targets());
    }

    /// Keeps of each iteration what the report shows.
    private static final class Recorder implements IterationListener {
        private final IntPredicate measured;
        private final int stepsWanted;
        private final int iterations;
        private final SequencedMap<Integer, Double> errors = new TreeMap<>();
        private final List<Trace> steps = new ArrayList<>();
        private OptionalInt atRestSince = OptionalInt.empty();
        private @Nullable Trace last;

        Recorder(IntPredicate measured, int stepsWanted, int iterations) {
            this.measured = measured;
            this.stepsWanted = stepsWanted;
            this.iterations = iterations;
        }

        @Override
        public boolean wants(int iteration) {
            int done = iteration - 1;
            return done < stepsWanted || iteration == iterations || measured.test(done);
        }

        @Override
        public void iterationPassed(int iteration, boolean moved) {
            noteMovement(iteration, moved);
        }

        @Override
        public void iterationEnded(Trace trace) {
            int done = trace.iteration() - 1;
            if (measured.test(done)) {
                errors.put(done, LossFormulas.meanAbsoluteError(trace.outputs(), trace.targets()));
            }
            if (done < stepsWanted) {
                steps.add(trace);
            }
            noteMovement(trace.iteration(), !trace.isAtRest());
            last = trace;
        }

        private void noteMovement(int iteration, boolean moved) {
            if (!moved && atRestSince.isEmpty()) {
                atRestSince = OptionalInt.of(iteration);
            }
        }
    }
}
