package slope.report.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.report.model.RecordedSettings;
import slope.run.tuning.FinishedTuning.FinishedTrial;
import slope.run.tuning.TrialOutcome;

/// A trial.
///
/// @param trial its number, from 1
/// @param recipe its name
/// @param defaults whether no setting was drawn for it
/// @param settings that were drawn or chosen, by their names in options; all others are the
///     recipe's
/// @param result what came of it
/// @param count how often its candidates are in the selection
public record TrialFacts(
        int trial, String recipe, boolean defaults, Map<String, Object> settings, TrialResult result, int count) {
    public TrialFacts {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /// What came of a trial.
    ///
    /// @param score of the validation rows, out of fold, by the metric of the search; none where the
    ///     trial failed
    /// @param failure why there is no model; none where there is one
    /// @param seconds that it took
    public record TrialResult(Optional<Double> score, Optional<String> failure, double seconds) {
        private static TrialResult of(TrialOutcome outcome) {
            return switch (outcome) {
                case TrialOutcome.Trained trained ->
                    new TrialResult(Optional.of(trained.score()), Optional.empty(), trained.seconds());
                case TrialOutcome.Failed failed ->
                    new TrialResult(Optional.empty(), Optional.of(failed.sentence()), failed.seconds());
            };
        }
    }

    static TrialFacts of(FinishedTrial finished) {
        Recipe recipe = finished.trial().recipe();
        return new TrialFacts(
                finished.trial().number(),
                recipe.title(),
                finished.trial().isDefault(),
                settings(recipe),
                TrialResult.of(finished.outcome()),
                finished.count());
    }

    private static Map<String, Object> settings(Recipe recipe) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Setting<?> setting : Setting.ALL) {
            recipe.chosen(setting)
                    .flatMap(RecordedSettings::value)
                    .ifPresent(value -> settings.put(setting.title(), value));
        }
        return settings;
    }
}
