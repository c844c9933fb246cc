package slope.fit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.linear.LinearPart;
import slope.recipe.FoldPlan;
import slope.recipe.LinearPartChoice;
import slope.recipe.Setting;
import slope.training.Checkpointer.Moment;
import slope.training.EpochReport;
import slope.training.TrainingCallbacks;
import slope.training.TrainingResult;

/// A fit from start to end: its first network, which decides for the others, and these side by side.
final class FitRun {
    private final FitPlan plan;
    private final TrainingCallbacks<FitState> callbacks;
    private final TimeFrame frame;
    private final TimeBudget budget;
    private final List<FitState.Finished> finished = new ArrayList<>();
    private Optional<FitState.AtWork> takenUp; // the network to go on with
    private Optional<LinearTrial> linearTrial;

    FitRun(FitPlan plan, TrainingCallbacks<FitState> callbacks, TimeFrame frame) {
        this.plan = plan;
        this.callbacks = callbacks;
        this.frame = frame;
        this.takenUp = callbacks.from().flatMap(FitState::atWork);
        this.linearTrial = callbacks.from().flatMap(FitState::linearTrial);
        callbacks.from().ifPresent(state -> finished.addAll(state.finished()));
        Duration passed = takenUp.map(FitRun::passed).orElse(frame.before());
        this.budget = new TimeBudget(plan.estimator().timeLimit(), frame, passed);
        finished.forEach(each -> keepBackFor(each.result()));
    }

    private static Duration passed(FitState.AtWork network) {
        return network.before().plusNanos(network.state().times().passed());
    }

    Fit run() {
        boolean isAtEnd = callbacks.from().isPresent() && takenUp.isEmpty();
        if (callbacks.from().filter(FitState::isOnTrial).isPresent()) {
            endTrial(train(0, Optional.empty()));
        }
        int threads = plan.estimator().engine().threads();
        try (NetworksAhead ahead = new NetworksAhead(plan.sideBySide(), threads, callbacks)) {
            while (!isAtEnd && (takenUp.isPresent() || hasAnother())) {
                finished.add(next(ahead));
                keepBackFor(finished.getLast().result());
                if (finished.size() == 1 && mayTryLinearPart()) {
                    tryLinearPart();
                }
            }
        }
        FitState last = new FitState(finished, Optional.empty(), linearTrial);
        if (callbacks.checkpointer().wants(Moment.AFTER_ALL)) {
            callbacks.checkpointer().save(last);
        }
        return Fit.soFar(plan, last).orElseThrow();
    }

    /// The next network. Those that are expected to follow it are trained beside it.
    private FitState.Finished next(NetworksAhead ahead) {
        int number = finished.size();
        if (number == 0 || ahead.most() == 1) {
            return train(number, strength());
        }
        int started = number + ahead.size();
        int expected = expected();
        for (int each = started; each < expected; each++) {
            ahead.start(training(each, strength()), expected - each);
        }
        return ahead.next();
    }

    /// The number of networks in all if each takes as many epochs as can be expected.
    private int expected() {
        List<Integer> epochs = new ArrayList<>(epochs());
        int next = nextEpochs();
        while (plan.hasAnother(epochs, next)) {
            epochs.add(next);
        }
        return epochs.size();
    }

    private List<Integer> epochs() {
        return results().stream().map(result -> result.history().size()).toList();
    }

    /// The epochs that a further network is expected to take: those of the longest so far, or fewer if it is broken off
    /// earlier.
    private int nextEpochs() {
        int longest = epochs().stream().mapToInt(Integer::intValue).max().orElse(0);
        return finished.isEmpty()
                ? longest
                : Math.min(longest, plan.first().asLongAs(results().getFirst()).lastEpoch());
    }

    /// The strength of the linear part that further networks have.
    private Optional<Double> strength() {
        return (finished.isEmpty()
                        ? plan.first().network()
                        : finished.getFirst().network())
                .linear()
                .map(LinearPart::strength);
    }

    /// A trial takes as long as a network, and needs two rows to compare. Where the time is limited, networks that are
    /// trained in any case go first.
    private boolean mayTryLinearPart() {
        LinearPartChoice choice = plan.settings().getOr(Setting.LINEAR_PART, LinearPartChoice.NEVER);
        int inAnyCase = plan.plan() instanceof FoldPlan.Exactly ? plan.networks() - finished.size() : 0;
        boolean hasTime = budget.allows(longest().multipliedBy(inAnyCase + 1L));
        boolean hasRows = plan.members().getFirst().split().validation().length > 1;
        return choice == LinearPartChoice.AUTO && !finished.getFirst().hasLinearPart() && hasTime && hasRows;
    }

    private void tryLinearPart() {
        LinearTrial.worthTrying(plan.first(), finished.getFirst())
                .ifPresent(part -> endTrial(train(0, Optional.of(part.strength()))));
    }

    private void endTrial(FitState.Finished with) {
        LinearTrial trial = LinearTrial.of(plan.members().getFirst(), finished.getFirst(), with);
        linearTrial = Optional.of(trial);
        if (trial.isKept()) {
            finished.set(0, with);
        }
    }

    private boolean hasAnother() {
        return plan.hasAnother(epochs(), nextEpochs())
                && switch (plan.plan()) {
                    case FoldPlan.Exactly ignored -> true;
                    case FoldPlan.WhileTheyFit ignored -> finished.isEmpty() || budget.allows(longest());
                };
    }

    private List<TrainingResult> results() {
        return finished.stream().map(FitState.Finished::result).toList();
    }

    private Duration longest() {
        double seconds = results().stream()
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

    /// The share of an epoch's time that predicting a row takes: less than half of training on it.
    private double secondsAfter(TrainingResult result) {
        int trainingRows = plan.members().getFirst().split().training().length;
        double epoch = seconds(result) / result.history().size();
        return epoch / 2 * frame.rowsAfter() * result.snapshots().size() / trainingRows;
    }

    private FitState.Finished train(int number, Optional<Double> linearPart) {
        return training(number, linearPart).train(plan.estimator().engine().threads(), callbacks);
    }

    /// The training of a network, which may run in any thread.
    ///
    /// @param linearPart the strength of its linear part; empty if it has none, or is resumed
    private NetworksAhead.Training training(int number, Optional<Double> linearPart) {
        Optional<FitState.AtWork> from = takenUp;
        takenUp = Optional.empty();
        Optional<TrainingResult> first = results().stream().findFirst();
        return new NetworkTraining(
                plan,
                frame,
                budget,
                atWork -> new FitState(finished, Optional.of(atWork), linearTrial),
                new NetworkTraining.Start(number, linearPart, from, first));
    }
}
