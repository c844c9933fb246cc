package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.internal.text.Numerals;
import slope.recipe.FoldPlan;
import slope.recipe.SettingText;
import slope.recipe.Settings;
import slope.report.json.ForPeople;
import slope.report.json.Report;
import slope.report.model.RecordedSettings;
import slope.report.text.TextTable;

/// Every setting of a training, its value and where it came from.
///
/// @param recipe its name
/// @param settings in the order of the text
public record SettingsReport(String recipe, List<ExplainedSetting> settings) implements Report {
    public SettingsReport {
        settings = List.copyOf(settings);
    }

    /// A setting.
    ///
    /// @param name as options have it
    /// @param value a number, a list or a word; none where it has no limit
    /// @param source where the value came from
    /// @param usual the recipe's value, where another was chosen
    /// @param most where the value depends on time: the largest it may be; the value is the smallest
    /// @param words the source, with the recipe's reason
    public record ExplainedSetting(
            String name,
            Optional<Object> value,
            Source source,
            Optional<Object> usual,
            Optional<Integer> most,
            @ForPeople String words) {}

    /// Where the value of a setting came from.
    public enum Source {
        /// A person chose it.
        CHOSEN,
        /// It was found in the target's values.
        FOUND,
        /// It is the default of the task.
        TASK,
        /// It is the recipe's value.
        RECIPE,
        /// It is the default of all trainings.
        DEFAULT
    }

    public static SettingsReport of(FitPlan plan) {
        Estimator estimator = plan.estimator();
        String recipe = plan.settings().recipe();
        List<ExplainedSetting> settings = new ArrayList<>();
        settings.add(
                estimator.target().kind().isPresent()
                        ? setting("task", plan.target().kind().option(), Source.CHOSEN, "chosen")
                        : setting("task", plan.target().kind().option(), Source.FOUND, "found"));
        settings.add(
                estimator.metric().isPresent()
                        ? setting("metric", plan.metric().title(), Source.CHOSEN, "chosen")
                        : setting("metric", plan.metric().title(), Source.TASK, "default of the task"));
        estimator
                .target()
                .threshold()
                .ifPresent(choice -> settings.add(setting("threshold", choice.text(), Source.CHOSEN, "chosen")));
        estimator.rows().coverage().ifPresent(choice -> {
            settings.add(setting("coverage", choice.coverage().value(), Source.CHOSEN, "chosen"));
            choice.by().ifPresent(column -> settings.add(setting("coverage by", column, Source.CHOSEN, "chosen")));
        });
        for (Settings.Explained each : plan.settings().explained()) {
            settings.add(new ExplainedSetting(
                    each.setting().title(),
                    RecordedSettings.value(each.value()),
                    each.usual().isPresent() ? Source.CHOSEN : Source.RECIPE,
                    each.usual().flatMap(RecordedSettings::value),
                    Optional.empty(),
                    each.source()));
        }
        settings.add(folds(plan, "recipe " + recipe));
        settings.add(
                estimator.seed() == 0
                        ? setting("seed", 0, Source.DEFAULT, "default")
                        : setting("seed", estimator.seed(), Source.CHOSEN, "chosen"));
        return new SettingsReport(recipe, settings);
    }

    private static ExplainedSetting folds(FitPlan plan, String recipe) {
        boolean isChosen = plan.estimator().rows().folds().isPresent();
        return switch (plan.plan()) {
            case FoldPlan.Exactly(int most) ->
                setting("folds", most, isChosen ? Source.CHOSEN : Source.RECIPE, isChosen ? "chosen" : recipe);
            case FoldPlan.WhileTheyFit fitting ->
                new ExplainedSetting(
                        "folds",
                        Optional.of(1),
                        Source.RECIPE,
                        Optional.empty(),
                        Optional.of(fitting.most()),
                        "%s: as many networks as take at most %s epochs together"
                                .formatted(recipe, Numerals.count(fitting.allowance())));
        };
    }

    private static ExplainedSetting setting(String name, Object value, Source source, String words) {
        return new ExplainedSetting(name, Optional.of(value), source, Optional.empty(), Optional.empty(), words);
    }

    @Override
    public String report() {
        return "settings";
    }

    @Override
    public int version() {
        return 1;
    }

    /// A line for each setting.
    ///
    /// @param width the maximum width of a line
    public String text(int width) {
        TextTable table = new TextTable().row("setting", "value", "from");
        for (ExplainedSetting each : settings) {
            table.row(
                    each.name(),
                    each.value().map(SettingText::of).orElse("none")
                            + each.most().map(most -> " to " + most).orElse(""),
                    each.words());
        }
        return table.within(width);
    }
}
