package slope.report.training;

import java.util.LinkedHashMap;
import java.util.Map;
import slope.fit.FitPlan;
import slope.recipe.Settings;
import slope.report.model.RecordedSettings;

/// The settings of a training.
///
/// @param recipe its name
/// @param metric that chooses the best epoch
/// @param seed of the split, the initial weights and the order of rows
/// @param folds how many networks were planned
/// @param validationShare the share of validation rows
/// @param of each setting of the recipe by its name in options; `none` where it has no limit
public record TrainingSettings(
        String recipe, String metric, long seed, int folds, double validationShare, Map<String, Object> of) {

    static TrainingSettings of(FitPlan plan) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Settings.Explained each : plan.settings().explained()) {
            settings.put(each.setting().title(), RecordedSettings.value(each.value()));
        }
        return new TrainingSettings(
                plan.settings().recipe(),
                plan.metric().title(),
                plan.estimator().seed(),
                plan.members().size(),
                plan.estimator().rows().validationShare(),
                settings);
    }
}
