package slope.checkpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import slope.conformal.CoverageChoice;
import slope.fit.ClassWeights;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.fit.RowSelection;
import slope.recipe.SettingText;
import slope.recipe.Settings;
import slope.table.Column;
import slope.table.Fingerprint;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.target.Threshold;
import slope.training.Divergence;

/// The facts that decide the bits of a training, under the names that checkpoints give them.
final class TrainingFacts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    private TrainingFacts() {}

    /// @param dataHash see [Fingerprint]
    static Map<String, String> of(FitPlan prepared, Table table, String dataHash) {
        TrainingFacts facts = new TrainingFacts();
        Estimator estimator = prepared.estimator();
        facts.target(estimator.target());
        facts.add("task", prepared.target().kind().option());
        facts.add("metric", prepared.metric().title());
        facts.add("recipe", prepared.settings().recipe());
        for (Settings.Explained each : prepared.settings().explained()) {
            facts.add(each.setting().title(), SettingText.of(each.value()));
        }
        facts.add("seed", Long.toString(estimator.seed()));
        facts.add(
                "time-limit", estimator.timeLimit().map(TrainingFacts::seconds).orElse("none"));
        facts.add("recover", estimator.divergence() == Divergence.RECOVERS ? "on" : "off");
        facts.rows(estimator.rows());
        facts.add("rows", Integer.toString(table.rows()));
        facts.add("columns", names(table.columns().stream().map(Column::name).toList()));
        facts.add("inputs", names(prepared.columns().used()));
        facts.add("data", dataHash);
        facts.add(
                "split",
                prepared.members().stream()
                        .map(member -> member.split().fingerprint())
                        .collect(Collectors.joining(" ")));
        return facts.facts;
    }

    private void target(TargetChoice target) {
        add("target", names(target.columns()));
        add("exposure", target.exposure().orElse("none"));
        add("quantiles", SettingText.of(target.quantiles()));
        add("power", target.power().map(NumberColumn::text).orElse("none"));
        add("positive class", target.positive().orElse("none"));
        add("threshold", target.threshold().map(Threshold.Choice::text).orElse("none"));
    }

    private void rows(RowSelection rows) {
        add("validation", NumberColumn.text(rows.validationShare()));
        add("group", rows.group().orElse("none"));
        add("time", rows.time().orElse("none"));
        add("validation column", rows.validationColumn().orElse("none"));
        add("weight", rows.weight().orElse("none"));
        add("class-weights", text(rows.classWeights()));
        add("test share", rows.testShare().map(Object::toString).orElse("none"));
        add(
                "coverage",
                rows.coverage().map(choice -> choice.coverage().toString()).orElse("none"));
        add("coverage by", rows.coverage().flatMap(CoverageChoice::by).orElse("none"));
        add("sets", rows.coverage().map(choice -> choice.sets().title()).orElse("lac"));
        add("folds", rows.folds().map(Object::toString).orElse("by the recipe"));
        add("refit", rows.refit() == RowSelection.Refit.ALL_ROWS ? "on" : "off");
    }

    private static String text(ClassWeights weights) {
        return switch (weights) {
            case ClassWeights.Equal ignored -> "equal";
            case ClassWeights.Balanced ignored -> "balanced";
            case ClassWeights.Given given -> new TreeMap<>(given.weights()).toString();
        };
    }

    private static String seconds(Duration time) {
        return NumberColumn.text(time.toMillis() * 1e-3) + "s";
    }

    private static String names(List<String> names) {
        return String.join(",", names);
    }

    private void add(String name, String value) {
        facts.put(name, value);
    }
}
