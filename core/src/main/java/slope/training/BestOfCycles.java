package slope.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.Parameters;
import slope.training.TrainingOptions.Kept;

/// The best epoch of a run and, if asked for, the best epoch of each learning-rate cycle.
final class BestOfCycles {
    private final Trainer settings;
    private final int batchesPerEpoch;
    private final List<BestSoFar> cycles;
    private BestSoFar best;

    /// @param start the parameters to return before any epoch has ended
    BestOfCycles(Trainer settings, int batchesPerEpoch, Parameters start) {
        this.settings = settings;
        this.batchesPerEpoch = batchesPerEpoch;
        this.cycles = IntStream.range(0, count(settings))
                .mapToObj(ignored -> new BestSoFar(settings.trainingOptions().ties(), start))
                .toList();
        this.best = cycles.getFirst();
    }

    /// The maximum number of epochs whose parameters a training holds: also to compare a cycle with those before.
    static int count(Trainer settings) {
        return settings.stopping().atRest().isPresent() || keepsAll(settings)
                ? settings.learningRate().cycles()
                : 1;
    }

    private static boolean keepsAll(Trainer settings) {
        return settings.trainingOptions().kept() == Kept.BEST_OF_EACH_CYCLE;
    }

    /// The cycle that contains the last step of an epoch.
    private BestSoFar cycleOf(int epoch) {
        double steps = (double) epoch * batchesPerEpoch - 1;
        double progress = steps / ((double) settings.stopping().epochs() * batchesPerEpoch);
        return cycles.size() == 1
                ? cycles.getFirst()
                : cycles.get(settings.learningRate().cycle(progress));
    }

    /// Keeps an epoch if it is the best of its cycle.
    ///
    /// @return whether it is the best of all cycles
    boolean offer(int epoch, double score, float[] parameters) {
        BestSoFar cycle = cycleOf(epoch);
        boolean isBestOfAll = best.isBeatenBy(score);
        cycle.offer(epoch, score, parameters);
        best = isBestOfAll ? cycle : best;
        return isBestOfAll;
    }

    /// Whether a rule ends the training after an epoch that is the last one of its cycle.
    boolean isEndedBy(RestRule rule, int epoch) {
        BestSoFar ended = cycleOf(epoch);
        if (ended == cycles.getFirst() || ended == cycleOf(epoch + 1)) {
            return false;
        }
        // Before the cycle that ended, the best of all was another, or is still the best.
        Optional<BestSoFar> before = cycles.subList(0, cycles.indexOf(ended)).stream()
                .filter(cycle -> cycle.epoch() > 0)
                .reduce((first, next) -> first.isBeatenBy(next.state().score()) ? next : first);
        return before.isPresent()
                && ended.epoch() > 0
                && !rule.isWorthAnother(ended.parameters(), before.get().parameters());
    }

    /// The number of the best epoch, or 0 before the first has ended.
    int epoch() {
        return best.epoch();
    }

    /// The number of cycles of which an epoch is kept to the end.
    int kept() {
        if (!keepsAll(settings)) {
            return best.epoch() > 0 ? 1 : 0;
        }
        int kept = 0;
        for (int cycle = 0; cycle < cycles.size(); cycle++) { // asked at each step, which allocates nothing
            kept += cycles.get(cycle).epoch() > 0 ? 1 : 0;
        }
        return kept;
    }

    /// A copy of the parameters of the best epoch of all.
    Parameters parameters() {
        return best.parameters();
    }

    /// The best epoch, and after it the best of each other cycle if they are kept to the end, latest first.
    List<TrainingState.Best> result() {
        return keepsAll(settings) ? state() : state().subList(0, 1);
    }

    /// The best epoch, and after it the best of each other cycle that is held, latest first.
    List<TrainingState.Best> state() {
        List<TrainingState.Best> states = new ArrayList<>();
        states.add(best.state());
        cycles.stream()
                .filter(cycle -> cycle != best && cycle.epoch() > 0)
                .map(BestSoFar::state)
                .sorted(Comparator.comparingInt(TrainingState.Best::epoch).reversed())
                .forEach(states::add);
        return states;
    }

    void restore(List<TrainingState.Best> states) {
        for (TrainingState.Best state : states) {
            cycleOf(Math.max(1, state.epoch())).restore(state);
        }
        best = cycleOf(Math.max(1, states.getFirst().epoch()));
    }
}
