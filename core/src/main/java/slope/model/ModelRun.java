package slope.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.training.EpochReport;
import slope.training.StateKeeper;
import slope.training.StateKeeper.Moment;
import slope.training.Supervision;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// One training of a model from start to end: its networks, one after another.
final class ModelRun {
    private final PreparedTraining prepared;
    private final Supervision<ModelState> supervision;
    private final TimeBudget budget;
    private final List<TrainingResult> finished = new ArrayList<>();
    private Optional<ModelState.AtWork> takenUp; // the network to go on with

    ModelRun(PreparedTraining prepared, Supervision<ModelState> supervision) {
        this.prepared = prepared;
        this.supervision = supervision;
        this.takenUp = supervision.from().flatMap(ModelState::atWork);
        supervision.from().ifPresent(state -> finished.addAll(state.finished()));
        Duration passed = takenUp.map(ModelRun::passed).orElse(Duration.ZERO);
        this.budget = new TimeBudget(prepared.trainer().timeLimit(), passed);
    }

    private static Duration passed(ModelState.AtWork network) {
        return network.before().plusNanos(network.state().times().passed());
    }

    TrainedModel run() {
        boolean isAtEnd = supervision.from().isPresent() && takenUp.isEmpty();
        while (!isAtEnd && (takenUp.isPresent() || hasAnother())) {
            finished.add(trainNext());
        }
        ModelState last = new ModelState(finished, Optional.empty());
        if (supervision.keeper().wants(Moment.AFTER_ALL)) {
            supervision.keeper().keep(last);
        }
        return prepared.modelSoFar(last).orElseThrow();
    }

    private boolean hasAnother() {
        return prepared.hasAnother(finished)
                && switch (prepared.plan()) {
                    case FoldPlan.Exactly _ -> true;
                    case FoldPlan.WhileTheyFit _ -> finished.isEmpty() || budget.allows(longest());
                };
    }

    private Duration longest() {
        double seconds = finished.stream()
                .mapToDouble(result -> result.history().stream()
                        .mapToDouble(EpochReport::seconds)
                        .sum())
                .max()
                .orElse(0);
        return Duration.ofMillis(Math.round(1_000 * seconds));
    }

    /// Networks that there are in any case share the time that is left; others begin only where there is
    /// enough for all their epochs.
    private Optional<Duration> limit(int number) {
        return switch (prepared.plan()) {
            case FoldPlan.Exactly _ -> budget.share(prepared.networks() - number);
            case FoldPlan.WhileTheyFit _ -> budget.share(1);
        };
    }

    private TrainingResult trainNext() {
        int number = finished.size();
        Optional<ModelState.AtWork> from = takenUp;
        takenUp = Optional.empty();
        Duration before = from.map(ModelState.AtWork::before).orElseGet(budget::passed);
        Optional<Duration> limit = from.map(ModelState.AtWork::limit).orElseGet(() -> limit(number));
        Supervision<TrainingState> own =
                new Supervision<>(supervision.listener(), keeper(before, limit), from.map(ModelState.AtWork::state));
        PreparedMember member = prepared.member(number);
        return number < prepared.members().size()
                ? member.train(limit, own)
                : member.trainUntil(finished.getFirst().bestEpoch(), limit, own);
    }

    /// Keeps the states of one network as states of the whole.
    private StateKeeper<TrainingState> keeper(Duration before, Optional<Duration> limit) {
        return new StateKeeper<>() {
            @Override
            public boolean wants(Moment moment) {
                return supervision.keeper().wants(moment);
            }

            @Override
            public void keep(TrainingState state) {
                ModelState.AtWork atWork = new ModelState.AtWork(state, before, limit);
                supervision.keeper().keep(new ModelState(finished, Optional.of(atWork)));
            }
        };
    }
}
