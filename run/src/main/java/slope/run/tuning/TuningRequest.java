package slope.run.tuning;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import slope.fit.RowSelection.Refit;
import slope.recipe.Recipe;
import slope.run.TrainingRequest;

/// Everything about a random search: what is trained, by which recipes, how often or how long, and
/// where the trials are kept.
///
///     TuningRequest request = TuningRequest.of(training, Path.of("runs")).trials(20);
///     TuningResult result = Tuning.of(request).run();
///
/// A value: each method with a setting gives another request.
public final class TuningRequest {
    private final TrainingRequest training;
    private final Path folder;
    private final List<Recipe> recipes;
    private final Optional<Integer> trials;
    private final Optional<Duration> timeLimit;

    private TuningRequest(
            TrainingRequest training,
            Path folder,
            List<Recipe> recipes,
            Optional<Integer> trials,
            Optional<Duration> timeLimit) {
        refuseUnsuited(training);
        if (recipes.isEmpty()) {
            throw new IllegalArgumentException("a search needs at least one recipe");
        }
        if (trials.isPresent() && trials.get() < 1) {
            throw new IllegalArgumentException("a search has at least 1 trial, not " + trials.get());
        }
        if (timeLimit.isPresent() && !timeLimit.get().isPositive()) {
            throw new IllegalArgumentException("the time limit must be longer than 0 s");
        }
        this.training = training;
        this.folder = folder;
        this.recipes = List.copyOf(recipes);
        this.trials = trials;
        this.timeLimit = timeLimit;
    }

    private static void refuseUnsuited(TrainingRequest training) {
        if (training.start().isPresent()) {
            throw new IllegalArgumentException("a search makes new networks; a given one cannot be searched for");
        }
        if (training.estimator().rows().refit() == Refit.ALL_ROWS) {
            throw new IllegalArgumentException(
                    "a search selects by rows that networks were not trained on, and a refit leaves none; choose one of"
                            + " them");
        }
        if (training.estimator().timeLimit().isPresent()) {
            throw new IllegalArgumentException("the time limit is the search's, not that of each training");
        }
        if (training.checkpoints().isPresent() || training.predictions().isPresent()) {
            throw new IllegalArgumentException(
                    "trials have checkpoints in their own folders and write no predictions; leave both out");
        }
    }

    /// A search by the recipes tuned and ensemble, without an end yet: see [#trials] and
    /// [#timeLimit].
    ///
    /// @param training what is trained, and the file of the selected model; settings that its
    ///     recipe chooses are those of every trial
    /// @param folder of the trials; those that it has are not repeated
    /// @throws IllegalArgumentException if the training cannot be part of a search
    public static TuningRequest of(TrainingRequest training, Path folder) {
        return new TuningRequest(
                training, folder, List.of(Recipe.tuned(), Recipe.ensemble()), Optional.empty(), Optional.empty());
    }

    /// The training that trials vary, without a recipe's name.
    public TrainingRequest training() {
        return training;
    }

    /// The folder of the trials.
    public Path folder() {
        return folder;
    }

    /// The recipes, each with the settings that were chosen. The first trial of each has its
    /// defaults.
    public List<Recipe> recipes() {
        Recipe choices = training.estimator().recipe();
        return recipes.stream().map(recipe -> recipe.withChoicesOf(choices)).toList();
    }

    public TuningRequest recipes(List<Recipe> recipes) {
        return new TuningRequest(training, folder, recipes, trials, timeLimit);
    }

    /// The number of trials in all, with those of earlier calls; empty if only the time ends the
    /// search.
    public Optional<Integer> trials() {
        return trials;
    }

    public TuningRequest trials(int trials) {
        return new TuningRequest(training, folder, recipes, Optional.of(trials), timeLimit);
    }

    /// The time of this call; a trial that it cuts off is finished by the next call. With a time
    /// limit the speed of the machine decides which trials there are.
    public Optional<Duration> timeLimit() {
        return timeLimit;
    }

    public TuningRequest timeLimit(Duration timeLimit) {
        return new TuningRequest(training, folder, recipes, trials, Optional.of(timeLimit));
    }

    /// Refuses a search that would never end.
    ///
    /// @throws IllegalArgumentException if it has neither a number of trials nor a time limit
    void requireEnd() {
        if (trials.isEmpty() && timeLimit.isEmpty()) {
            throw new IllegalArgumentException(
                    "a search without a number of trials or a time limit would never end; give one of them");
        }
    }
}
