package slope.fit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import slope.recipe.FoldPlan;
import slope.recipe.UntrainedNetwork;
import slope.table.DataException;
import slope.training.Checkpointer;
import slope.training.Checkpointer.Moment;
import slope.training.NetworkStart;
import slope.training.Stopping;
import slope.training.TimeLimit;
import slope.training.TimeLimit.FirstEpoch;
import slope.training.TimeLimitException;
import slope.training.TrainingCallbacks;
import slope.training.TrainingResult;
import slope.training.TrainingState;

/// The training of one network of a fit, which may run in any thread.
final class NetworkTraining implements NetworksAhead.Training {
    private final FitPlan plan;
    private final TimeFrame frame;
    private final TimeBudget budget;
    private final Function<FitState.AtWork, FitState> whole;
    private final Start start;

    /// Which network is trained, and from where on.
    ///
    /// @param number its place among all, from 0
    /// @param linearPart the strength of its linear part; empty if it has none, or is resumed
    /// @param from the state to go on from; empty if it begins
    /// @param first the result of the first network; empty if it is not yet trained
    record Start(
            int number, Optional<Double> linearPart, Optional<FitState.AtWork> from, Optional<TrainingResult> first) {}

    /// @param whole the state of the fit while this network is at work
    NetworkTraining(
            FitPlan plan, TimeFrame frame, TimeBudget budget, Function<FitState.AtWork, FitState> whole, Start start) {
        this.plan = plan;
        this.frame = frame;
        this.budget = budget;
        this.whole = whole;
        this.start = start;
    }

    @Override
    public FitState.Finished train(int threads, TrainingCallbacks<FitState> callbacks) {
        PreparedNetwork network = start.from
                .map(atWork -> plan.prepared(start.number, atWork.network()))
                .orElseGet(() -> plan.prepared(start.number, start.linearPart))
                .onThreads(threads);
        Duration before = start.from.map(FitState.AtWork::before).orElseGet(budget::passed);
        Optional<Duration> share = start.from.map(FitState.AtWork::limit).orElseGet(this::share);
        TrainingCallbacks<TrainingState> kept = TrainingCallbacks.<TrainingState>by(callbacks.listener())
                .checkpointer(checkpointer(callbacks.checkpointer(), network.network(), before, share));
        TrainingCallbacks<TrainingState> own =
                start.from.map(FitState.AtWork::state).map(kept::from).orElse(kept);
        Optional<TimeLimit> limit = share.map(this::limit);
        boolean hasValidation = start.number < plan.members().size();
        Stopping length = length(network);
        callbacks
                .listener()
                .networkStarted(new NetworkStart(
                        start.number,
                        1
                                + start.from
                                        .map(each -> each.state().history().size())
                                        .orElse(0),
                        hasValidation
                                ? length.lastEpoch()
                                : start.first.orElseThrow().bestEpoch(),
                        start.number == 0 && start.first.isPresent()));
        try {
            TrainingResult result = hasValidation
                    ? network.train(length, limit, own)
                    : network.trainUntil(start.first.orElseThrow().bestEpoch(), limit, own);
            return new FitState.Finished(network.network(), result);
        } catch (TimeLimitException tooShort) {
            throw tooShort(tooShort.missing());
        }
    }

    /// Networks that are trained in any case share the remaining time; further ones start only if
    /// there is time for all their epochs.
    private Optional<Duration> share() {
        return switch (plan.plan()) {
            case FoldPlan.Exactly ignored -> budget.share(plan.networks() - start.number);
            case FoldPlan.WhileTheyFit ignored -> budget.share(1);
        };
    }

    /// A first network that has not completed an epoch is of no use, and further ones would not be
    /// better.
    private TimeLimit limit(Duration time) {
        FirstEpoch first = start.number == 0 ? FirstEpoch.WHOLE : FirstEpoch.MAY_BE_CUT;
        return TimeLimit.of(time).rowsAfter(frame.rowsAfter()).firstEpoch(first).nanoTime(frame.nanoTime());
    }

    private Stopping length(PreparedNetwork network) {
        return start.first
                .filter(ignored -> start.number > 0)
                .map(network::asLongAs)
                .orElseGet(network::untilRest);
    }

    /// @param missing to the end of the first network
    private DataException tooShort(Duration missing) {
        int networks = switch (plan.plan()) {
            case FoldPlan.Exactly ignored -> plan.networks();
            case FoldPlan.WhileTheyFit ignored -> 1;
        };
        Duration ofNetwork = budget.passed().minus(frame.before()).plus(missing);
        Duration needed = frame.before().plus(ofNetwork.multipliedBy(networks)).plus(frame.after());
        return TooShortTime.refused(plan.estimator().timeLimit().orElseThrow(), needed, networks);
    }

    /// Stores the states of one network as states of the fit.
    private Checkpointer<TrainingState> checkpointer(
            Checkpointer<FitState> ofFit, UntrainedNetwork network, Duration before, Optional<Duration> limit) {
        return new Checkpointer<>() {
            @Override
            public boolean wants(Moment moment) {
                return ofFit.wants(moment);
            }

            @Override
            public void save(TrainingState state) {
                FitState.AtWork atWork = new FitState.AtWork(network, state, before, limit);
                ofFit.save(whole.apply(atWork));
            }
        };
    }
}
