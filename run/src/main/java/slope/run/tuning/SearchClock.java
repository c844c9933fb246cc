package slope.run.tuning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.run.Stopwatch;

/// The time of a search: what is left, and what a further trial takes.
final class SearchClock {
    /// Kept back for the selection, which predicts all rows once by every candidate: a share of the
    /// time, at least some seconds, at most half.
    private static final double SHARE_OF_SELECTION = 0.05;

    private static final double SECONDS_OF_SELECTION = 3;

    private final Stopwatch stopwatch;
    private final Optional<Duration> limit;
    private final Map<String, List<Double>> seconds = new HashMap<>(); // of finished trials, by recipe

    SearchClock(Stopwatch stopwatch, Optional<Duration> limit) {
        this.stopwatch = stopwatch;
        this.limit = limit;
    }

    /// A trial has ended.
    void ended(Trial trial, TrialOutcome outcome) {
        if (outcome instanceof TrialOutcome.Trained) {
            seconds.computeIfAbsent(trial.recipe().title(), recipe -> new ArrayList<>())
                    .add(outcome.seconds());
        }
    }

    /// The time left for trials; empty without a limit.
    Optional<Duration> left() {
        return limit.map(all -> all.minus(ofSelection(all)).minus(stopwatch.passed()));
    }

    private static Duration ofSelection(Duration limit) {
        double seconds = Math.max(SECONDS_OF_SELECTION, SHARE_OF_SELECTION * limit.toMillis() * 1e-3);
        return Duration.ofMillis(Math.min(limit.toMillis() / 2, Math.round(1e3 * seconds)));
    }

    /// Whether a trial of a recipe can be expected to end in time. Nobody knows of the first.
    boolean allows(Trial trial) {
        return left().filter(
                        time -> time.toMillis() * 1e-3 < expected(trial.recipe().title()))
                .isEmpty();
    }

    /// The mean of the recipe's trials, or of all where it has none.
    private double expected(String recipe) {
        return seconds.getOrDefault(recipe, all()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private List<Double> all() {
        return seconds.values().stream().flatMap(List::stream).toList();
    }

    /// About how long the rest takes; empty before a trial has ended, unless there is a limit.
    ///
    /// @param trials that remain; empty if only the time ends the search
    Optional<Duration> expectedLeft(Optional<Integer> trials) {
        Optional<Duration> ofTrials = trials.filter(count -> !all().isEmpty())
                .map(count -> Duration.ofMillis(Math.round(1e3
                        * count
                        * all().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0))));
        Optional<Duration> ofLimit = limit.map(all -> all.minus(stopwatch.passed()));
        return ofTrials.isPresent() && ofLimit.isPresent()
                ? ofTrials.filter(time -> time.compareTo(ofLimit.get()) < 0).or(() -> ofLimit)
                : ofTrials.or(() -> ofLimit);
    }
}
