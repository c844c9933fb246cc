package slope.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import slope.layer.Parameters;

/// The best epoch of a run and, where that is wanted, the best of each wave of its learning rate.
final class BestOfCycles {
    private final Trainer settings;
    private final int batchesPerEpoch;
    private final List<BestSoFar> waves;
    private BestSoFar best;

    /// @param start the parameters that are the best before any epoch has ended
    BestOfCycles(Trainer settings, int batchesPerEpoch, Parameters start) {
        this.settings = settings;
        this.batchesPerEpoch = batchesPerEpoch;
        this.waves = IntStream.range(0, count(settings))
                .mapToObj(_ -> new BestSoFar(settings.trainingOptions().ties(), start))
                .toList();
        this.best = waves.getFirst();
    }

    /// How many epochs a training keeps at most.
    static int count(Trainer settings) {
        return switch (settings.trainingOptions().kept()) {
            case BEST_EPOCH -> 1;
            case BEST_OF_EACH_WAVE -> settings.learningRate().waves();
        };
    }

    /// The wave in which an epoch does its last step.
    private BestSoFar waveOf(int epoch) {
        double steps = (double) epoch * batchesPerEpoch - 1;
        double progress = steps / ((double) settings.stopping().epochs() * batchesPerEpoch);
        return waves.size() == 1
                ? waves.getFirst()
                : waves.get(settings.learningRate().wave(progress));
    }

    /// Takes an epoch if it is the best of its wave.
    ///
    /// @return whether it is the best of all
    boolean offer(int epoch, double judged, float[] parameters) {
        BestSoFar wave = waveOf(epoch);
        boolean isBestOfAll = best.isBeatenBy(judged);
        wave.offer(epoch, judged, parameters);
        best = isBestOfAll ? wave : best;
        return isBestOfAll;
    }

    /// The number of the best epoch of all, or 0 before the first has ended.
    int epoch() {
        return best.epoch();
    }

    /// In how many waves an epoch has ended, whose best is kept.
    int kept() {
        int kept = 0;
        for (int wave = 0; wave < waves.size(); wave++) { // asked at each step, which allocates nothing
            kept += waves.get(wave).epoch() > 0 ? 1 : 0;
        }
        return kept;
    }

    /// A copy of the parameters of the best epoch of all.
    Parameters parameters() {
        return best.parameters();
    }

    /// The best of all, and behind it the best of the other waves in which an epoch has ended, latest first.
    List<TrainingState.Best> state() {
        List<TrainingState.Best> states = new ArrayList<>();
        states.add(best.state());
        waves.stream()
                .filter(wave -> wave != best && wave.epoch() > 0)
                .map(BestSoFar::state)
                .sorted(Comparator.comparingInt(TrainingState.Best::epoch).reversed())
                .forEach(states::add);
        return states;
    }

    void restore(List<TrainingState.Best> states) {
        for (TrainingState.Best state : states) {
            waveOf(Math.max(1, state.epoch())).restore(state);
        }
        best = waveOf(Math.max(1, states.getFirst().epoch()));
    }
}
