package slope.training;

import java.util.List;
import java.util.Optional;
import slope.layer.Architecture;

/// A step of a training as the float engine made it: what it started from, and what came of it.
///
/// It has all that the step depends on, so that it can be computed again in another way.
///
/// @param course what all steps of the training share
/// @param before the training before the step
/// @param rows what the step saw
/// @param after the parameters and the optimizer's memory after the step
public record TrainedStep(Course course, TrainingState before, Rows rows, TrainingState.Current after) {

    /// What all steps of a training share.
    ///
    /// @param stepsOfEpoch how many steps each epoch has
    public record Course(Trainer settings, Architecture architecture, int stepsOfEpoch) {}

    /// The rows of a step, those of one ensemble member after those of another.
    ///
    /// @param numbers the number of each among the training rows, from 0
    /// @param examples the same rows
    /// @param random the name of everything random in the step
    public record Rows(List<Integer> numbers, Examples examples, long random) {
        public Rows {
            numbers = List.copyOf(numbers);
        }
    }

    /// The epoch, from 1.
    public int epoch() {
        return before.history().size() + 1;
    }

    /// The number of the step in its epoch, from 1.
    public int number() {
        return before.place().batches() + 1;
    }

    /// The number of the step in the training, from 1.
    public long numberInAll() {
        return before.place().steps() + 1;
    }

    /// The steps before this one over the steps in all, which schedules go by.
    public double progress() {
        return (double) before.place().steps()
                / ((long) course.stepsOfEpoch * course.settings.stopping().epochs());
    }

    /// What learning rates are multiplied by, below 1 after a recovery from divergence.
    public double rateMultiplier() {
        return recovery().map(Recovery::rateMultiplier).orElse(1.0);
    }

    /// The steps that the optimizer's memory knows, this one included: since the start, or since it
    /// forgot all in a recovery from divergence.
    public long stepsOfMemory() {
        return numberInAll()
                - recovery()
                        .map(last -> (long) (last.epoch() - 1) * course.stepsOfEpoch)
                        .orElse(0L);
    }

    private Optional<Recovery> recovery() {
        return before.recoveries().isEmpty()
                ? Optional.empty()
                : Optional.of(before.recoveries().getLast());
    }

    /// Over how many steps parameters are averaged; 0 for no average.
    public int averagedSteps() {
        return ParameterUpdate.averagedSteps(course.settings.trainingOptions(), course.stepsOfEpoch);
    }

    /// What dropout rates are multiplied by.
    public double dropoutShare() {
        return course.settings.trainingOptions().dropout().at(progress());
    }
}
