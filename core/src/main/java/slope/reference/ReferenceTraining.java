package slope.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.layer.Parameters;
import slope.network.Network;
import slope.optimizer.UpdateRule;
import slope.training.TrainedStep;
import slope.training.Trainer;

/// A training in double precision, between two of its steps. It never changes: a step makes the
/// next one, see [TracedStep].
///
///     ReferenceTraining training = ReferenceTraining.start(trainer, network, batches.size());
///     for (StepRows batch : batches) {
///         training = new TracedStep(training, batch).next();
///     }
///
/// @param settings of the training
/// @param place where it stands
/// @param network after the steps so far
/// @param moments the optimizer's memory
/// @param average of the parameters after the last steps; empty where there is none
record ReferenceTraining(
        Trainer settings,
        Place place,
        ReferenceNetwork network,
        List<LayerMoments> moments,
        Optional<ReferenceNetwork> average) {

    /// Where a training stands.
    ///
    /// @param stepsInAll the steps of the schedules, at least 1
    /// @param stepsDone so far
    /// @param forgotten steps that the optimizer's memory does not know
    /// @param rateMultiplier what learning rates are multiplied by
    /// @param averagedSteps over how many steps parameters are averaged; 0 for no average
    record Place(long stepsInAll, long stepsDone, long forgotten, double rateMultiplier, int averagedSteps) {
        double progress() {
            return (double) stepsDone / stepsInAll;
        }

        Place next() {
            return new Place(stepsInAll, stepsDone + 1, forgotten, rateMultiplier, averagedSteps);
        }
    }

    ReferenceTraining {
        if (place.stepsInAll < 1) {
            throw new IllegalArgumentException("training needs at least 1 step, not " + place.stepsInAll);
        }
        moments = List.copyOf(moments);
    }

    /// A training before its first step.
    ///
    /// @param averagedSteps over how many steps parameters are averaged; 0 for no average
    static ReferenceTraining start(Trainer settings, ReferenceNetwork network, int stepsInAll, int averagedSteps) {
        return new ReferenceTraining(
                settings,
                new Place(stepsInAll, 0, 0, 1, averagedSteps),
                network,
                LayerMoments.start(rule(settings), network),
                averagedSteps > 0 ? Optional.of(network) : Optional.empty());
    }

    /// The float engine's training before one of its steps.
    static ReferenceTraining before(TrainedStep step) {
        Trainer settings = step.course().settings();
        long stepsInAll =
                (long) step.course().stepsOfEpoch() * settings.stopping().epochs();
        Place place = new Place(
                stepsInAll,
                step.numberInAll() - 1,
                step.numberInAll() - step.stepsOfMemory(),
                step.rateMultiplier(),
                step.averagedSteps());
        ReferenceTraining memoryless = new ReferenceTraining(
                settings, place, network(step, step.before().current().parameters()), List.of(), Optional.empty());
        return settings.optimizer() instanceof UpdateRule rule ? memoryless.remembering(rule, step) : memoryless;
    }

    private ReferenceTraining remembering(UpdateRule rule, TrainedStep step) {
        List<ReferenceNetwork> stored = step.before().current().optimizer().moments().stream()
                .map(moment -> network(step, moment))
                .toList();
        List<LayerMoments> own = LayerMoments.of(
                formulas(),
                step.course().architecture(),
                stored.subList(0, rule.moments().size()));
        return new ReferenceTraining(
                settings,
                place,
                network,
                own,
                stored.stream().skip(rule.moments().size()).findFirst());
    }

    static ReferenceNetwork network(TrainedStep step, Parameters parameters) {
        return ReferenceNetwork.of(Network.of(step.course().architecture(), parameters));
    }

    /// The formulas of the next step.
    ///
    /// @throws IllegalArgumentException if there is none
    OptimizerFormulas formulas() {
        if (place.stepsDone == place.stepsInAll) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the training has ended after %,d steps", place.stepsInAll));
        }
        return new OptimizerFormulas(
                rule(settings),
                settings.trainingOptions().parameterGroups(),
                place.rateMultiplier * settings.learningRate().at(place.progress()),
                settings.trainingOptions().decay().at(place.progress()),
                place.stepsDone - place.forgotten + 1);
    }

    private static UpdateRule rule(Trainer settings) {
        if (settings.optimizer() instanceof UpdateRule rule) {
            return rule;
        }
        throw new IllegalArgumentException(settings.optimizer().title() + " is no update rule");
    }

    /// After a step.
    ReferenceTraining after(List<LayerUpdate> updates) {
        ReferenceNetwork moved = network.after(updates);
        double share = 1.0 / Math.min(place.stepsDone + 1, Math.max(1, place.averagedSteps));
        return new ReferenceTraining(
                settings,
                place.next(),
                moved,
                LayerMoments.after(updates),
                average.map(mean -> mean.towards(moved, share)));
    }
}
