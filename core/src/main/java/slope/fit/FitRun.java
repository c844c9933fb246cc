package slope.fit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.recipe.FoldPlan;
import slope.table.DataException;
import slope.training.Checkpointer;
import slope.training.Checkpointer.Moment;
import slope.training.EpochReport;
import slope.training.TimeLimit;
import slope.training.TimeLimit.FirstEpoch;
import slope.training.TimeLimitException;
import slope.training.TrainingCallbacks;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// One training of a model from start to end: its networks, one after another.
final class FitRun {
    private final FitPlan prepared;
    private final TrainingCallbacks<FitState> supervision;
    private final TimeFrame frame;
    private final TimeBudget budget;
    private final List<TrainingResult> finished = new ArrayList<>();
    private Optional<FitState.AtWork> takenUp; // the network to go on with

    FitRun(FitPlan prepared, TrainingCallbacks<FitState> supervision, TimeFrame frame) {
        this.prepared = prepared;
        this.supervision = supervision;
        this.frame = frame;
        this.takenUp = supervision.from().flatMap(FitState::atWork);
        supervision.from().ifPresent(state -> finished.addAll(state.finished()));
        Duration passed = takenUp.map(FitRun::passed).orElse(frame.before());
        this.budget = new TimeBudget(prepared.trainer().timeLimit(), frame, passed);
        finished.forEach(this::keepBackFor);
    }

    private static Duration passed(FitState.AtWork network) {
        return network.before().plusNanos(network.state().times().passed());
    }

    FitResult run() {
        boolean isAtEnd = supervision.from().isPresent() && takenUp.isEmpty();
        while (!isAtEnd && (takenUp.isPresent() || hasAnother())) {
            finished.add(trainNext());
            keepBackFor(finished.getLast());
        }
        FitState last = new FitState(finished, Optional.empty());
        if (supervision.keeper().wants(Moment.AFTER_ALL)) {
            supervision.keeper().keep(last);
        }
        return prepared.modelSoFar(last).orElseThrow();
    }

    private boolean hasAnother() {
        return prepared.hasAnother(finished)
                && switch (prepared.plan()) {
                    case FoldPlan.Exactly ignored -> true;
                    case FoldPlan.WhileTheyFit ignored -> finished.isEmpty() || budget.allows(longest());
                };
    }

    private Duration longest() {
        double seconds = finished.stream()
                .mapToDouble(result -> seconds(result) + secondsAfter(result))
                .max()
                .orElse(0);
        return Duration.ofMillis(Math.round(1_000 * seconds));
    }

    private static double seconds(TrainingResult result) {
        return result.history().stream().mapToDouble(EpochReport::seconds).sum();
    }

    private void keepBackFor(TrainingResult result) {
        budget.keepBack(Duration.ofMillis(Math.round(1_000 * secondsAfter(result))));
    }

    /// What a trained network does after the training, by the time its epochs took: to predict a row takes less
    /// than half as long as to learn from it.
    private double secondsAfter(TrainingResult result) {
        int trainingRows = prepared.members().getFirst().split().training().length;
        double epoch = seconds(result) / result.history().size();
        return epoch / 2 * frame.rowsAfter() * result.snapshots().size() / trainingRows;
    }

    /// Networks that there are in any case share the time that is left; others begin only where there is
    /// enough for all their epochs.
    private Optional<Duration> share(int number) {
        return switch (prepared.plan()) {
            case FoldPlan.Exactly ignored -> budget.share(prepared.networks() - number);
            case FoldPlan.WhileTheyFit ignored -> budget.share(1);
        };
    }

    /// A first network that has not gone over its rows once is worth nothing, and no others would be better.
    private TimeLimit limit(int number, Duration time) {
        FirstEpoch first = number == 0 ? FirstEpoch.WHOLE : FirstEpoch.MAY_BE_CUT;
        return new TimeLimit(time, frame.rowsAfter(), 0, first, frame.nanoTime());
    }

    private TrainingResult trainNext() {
        int number = finished.size();
        Optional<FitState.AtWork> from = takenUp;
        takenUp = Optional.empty();
        Duration before = from.map(FitState.AtWork::before).orElseGet(budget::passed);
        Optional<Duration> share = from.map(FitState.AtWork::limit).orElseGet(() -> share(number));
        TrainingCallbacks<TrainingState> own = new TrainingCallbacks<>(
                supervision.listener(), keeper(before, share), from.map(FitState.AtWork::state));
        NetworkPlan member = prepared.member(number);
        Optional<TimeLimit> limit = share.map(time -> limit(number, time));
        try {
            return number < prepared.members().size()
                    ? member.train(limit, own)
                    : member.trainUntil(finished.getFirst().bestEpoch(), limit, own);
        } catch (TimeLimitException tooShort) {
            throw tooShort(tooShort.missing());
        }
    }

    /// @param missing to the end of the first network
    private DataException tooShort(Duration missing) {
        int networks = switch (prepared.plan()) {
            case FoldPlan.Exactly ignored -> prepared.networks();
            case FoldPlan.WhileTheyFit ignored -> 1;
        };
        Duration ofNetwork = budget.passed().minus(frame.before()).plus(missing);
        Duration needed = frame.before().plus(ofNetwork.multipliedBy(networks)).plus(frame.after());
        return ShortTime.refused(prepared.trainer().timeLimit().orElseThrow(), needed, networks);
    }

    /// Keeps the states of one network as states of the whole.
    private Checkpointer<TrainingState> keeper(Duration before, Optional<Duration> limit) {
        return new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return supervision.keeper().wants(moment);
            }

            @Override
            public void keep(TrainingState state) {
                FitState.AtWork atWork = new FitState.AtWork(state, before, limit);
                supervision.keeper().keep(new FitState(finished, Optional.of(atWork)));
            }
        };
    }
}
