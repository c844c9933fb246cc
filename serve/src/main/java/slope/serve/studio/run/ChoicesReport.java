package slope.serve.studio.run;

import java.util.Arrays;
import java.util.List;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.recipe.SettingText;
import slope.report.json.Report;
import slope.target.TargetKind;

/// What a training request may say, for the form in which it is made.
///
/// @param recipes the first is the usual one
/// @param settings of recipes
/// @param metrics by which the best epoch is chosen
/// @param kinds of targets, if they are not to be found in the values
public record ChoicesReport(
        List<RecipeChoice> recipes, List<SettingChoice> settings, List<MetricChoice> metrics, List<String> kinds)
        implements Report {
    public ChoicesReport {
        recipes = List.copyOf(recipes);
        settings = List.copyOf(settings);
        metrics = List.copyOf(metrics);
        kinds = List.copyOf(kinds);
    }

    /// A recipe.
    public record RecipeChoice(String name, String summary) {}

    /// A setting.
    ///
    /// @param choices its values; none where it is a number
    public record SettingChoice(String name, List<String> choices) {
        private static <T> SettingChoice of(Setting<T> setting) {
            return new SettingChoice(
                    setting.title(),
                    setting.choices().stream().map(SettingText::of).toList());
        }
    }

    /// A metric.
    public record MetricChoice(String name, Metric.Better better) {}

    static ChoicesReport all() {
        return new ChoicesReport(
                Recipe.all().stream()
                        .map(recipe -> new RecipeChoice(recipe.title(), recipe.summary()))
                        .toList(),
                Setting.ALL.stream().map(SettingChoice::of).toList(),
                Metric.ALL.stream()
                        .map(metric -> new MetricChoice(metric.title(), metric.better()))
                        .toList(),
                Arrays.stream(TargetKind.values()).map(TargetKind::option).toList());
    }

    @Override
    public String report() {
        return "studio-choices";
    }

    @Override
    public int version() {
        return 1;
    }
}
