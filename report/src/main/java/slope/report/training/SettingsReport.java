package slope.report.training;

import slope.fit.FitPlan;
import slope.recipe.FoldPlan;
import slope.recipe.SettingText;
import slope.recipe.Settings;
import slope.report.text.TextTable;

/// Every setting of a training, its value and where it came from.
public final class SettingsReport {
    private SettingsReport() {}

    /// A line for each setting.
    ///
    /// @param width that a line may have
    public static String of(FitPlan prepared, int width) {
        TextTable table = new TextTable().row("setting", "value", "from");
        table.row(
                "task",
                prepared.target().kind().option(),
                prepared.estimator().target().kind().isPresent() ? "chosen" : "found");
        table.row(
                "metric",
                prepared.metric().title(),
                prepared.estimator().metric().isPresent() ? "chosen" : "default of the task");
        for (Settings.Explained each : prepared.settings().explained()) {
            table.row(each.setting().title(), SettingText.of(each.value()), each.source());
        }
        addFolds(table, prepared);
        table.row("seed", Long.toString(prepared.estimator().seed()), "0 unless chosen");
        return table.within(width);
    }

    private static void addFolds(TextTable table, FitPlan prepared) {
        String recipe = "recipe " + prepared.settings().recipe();
        switch (prepared.plan()) {
            case FoldPlan.Exactly(int most) ->
                table.row(
                        "folds",
                        Integer.toString(most),
                        prepared.estimator().rows().folds().isPresent() ? "chosen" : recipe);
            case FoldPlan.WhileTheyFit fitting ->
                table.row(
                        "folds",
                        "1 to " + fitting.most(),
                        "%s: as many networks as take at most %s epochs together"
                                .formatted(recipe, fitting.allowance()));
        }
    }
}
