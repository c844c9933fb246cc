package slope.report.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.metric.Metric;
import slope.recipe.SettingText;
import slope.report.model.ConformalText;
import slope.report.model.TargetText;
import slope.report.text.Durations;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.report.training.TrainingScores.TestedRows;
import slope.report.tuning.SelectionFacts.SelectedCandidate;
import slope.report.tuning.SelectionFacts.SelectionGain;

/// The report of a search, for people.
final class TuningText {
    private final TuningReport report;
    private final String metric;
    private final Metric.Better better;

    TuningText(TuningReport report) {
        this.report = report;
        this.metric = report.scores().selectedBy();
        this.better = report.scores().better().getOrDefault(metric, Metric.Better.LOWER);
    }

    String within(int width) {
        return "\n" + new Prose(width).table(trials()).table(facts()).table(scores());
    }

    /// The best first; failed ones last.
    private TextTable trials() {
        TextTable table = new TextTable().row("trial", "recipe", metric, "share", "time", "settings");
        report.trials().stream()
                .sorted(best())
                .forEach(trial -> table.row(
                        Integer.toString(trial.trial()),
                        trial.recipe(),
                        Numerals.score(trial.result().score().orElse(Double.NaN)),
                        share(trial.count()),
                        Durations.text(trial.result().seconds()),
                        trial.result().failure().orElseGet(() -> settings(trial))));
        return table;
    }

    private Comparator<TrialFacts> best() {
        Comparator<Double> scores =
                better == Metric.Better.HIGHER ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(
                (TrialFacts trial) -> trial.result().score().filter(Double::isFinite),
                (left, right) -> left.isPresent() && right.isPresent()
                        ? scores.compare(left.get(), right.get())
                        : Boolean.compare(right.isPresent(), left.isPresent()));
    }

    /// Of the selected model; empty where it has none.
    private String share(int count) {
        return count == 0 ? "" : Math.round(100.0 * count / report.selection().counts()) + " %";
    }

    private static String settings(TrialFacts trial) {
        String chosen = trial.settings().entrySet().stream()
                .map(each -> each.getKey() + " " + SettingText.of(each.getValue()))
                .collect(Collectors.joining(", "));
        return trial.defaults() ? (chosen.isEmpty() ? "defaults" : "defaults, " + chosen) : chosen;
    }

    private TextTable facts() {
        SelectionFacts selection = report.selection();
        TextTable facts = new TextTable();
        facts.row(
                "rows",
                "%s in %s, %s of them predicted out of fold by every candidate"
                        .formatted(
                                Numerals.count(report.data().rows()),
                                report.data().file(),
                                Numerals.count(report.data().scored())));
        facts.row("task", TargetText.of(report.task()));
        facts.row(
                "selected",
                "%s of %s candidates, %s networks: %s"
                        .formatted(
                                selection.selected().size(),
                                selection.candidates(),
                                Numerals.count(selection.networks()),
                                selection.selected().stream()
                                        .map(TuningText::counted)
                                        .collect(Collectors.joining(", "))));
        facts.row("gain", gain(selection.gain()));
        facts.row(
                metric,
                "%s, each row predicted as other rows select; %s in the rows that selected"
                        .formatted(Numerals.score(selection.score()), Numerals.score(selection.optimisticScore())));
        bestTrial().ifPresent(text -> facts.row("", text));
        List<String> made = report.task().coverage().map(ConformalText::lines).orElse(List.of());
        for (int index = 0; index < made.size(); index++) {
            facts.row(index == 0 ? "coverage" : "", made.get(index));
        }
        report.scores().linearModel().ifPresent(text -> facts.row("linear model", text));
        report.scores().interval().ifPresent(text -> facts.row("interval", text));
        facts.row("time", Durations.text(report.seconds()));
        return facts;
    }

    private static String gain(SelectionGain gain) {
        return "loss %s by %s ± %s than by the defaults alone, where other rows select%s"
                .formatted(
                        gain.loss() < 0 ? "higher" : "lower",
                        Numerals.score(Math.abs(gain.loss())),
                        Numerals.score(gain.standardError()),
                        gain.kept() ? "" : ": not more than one standard error, so they are kept");
    }

    private static String counted(SelectedCandidate candidate) {
        return "%s × %s".formatted(candidate.name(), candidate.count());
    }

    private Optional<String> bestTrial() {
        return report.trials().stream()
                .filter(trial -> trial.result().score().isPresent())
                .min(best())
                .map(trial -> "%s of trial %s, the best, which is optimistic: it was chosen by these rows"
                        .formatted(Numerals.score(trial.result().score().orElseThrow()), trial.trial()));
    }

    private TextTable scores() {
        Optional<TestedRows> test = report.scores().test();
        TextTable table = new TextTable()
                .row(
                        test.isPresent()
                                ? List.of("", "validation", "baseline", "test", "baseline", "")
                                : List.of("", "validation", "baseline", ""));
        report.scores().better().forEach((name, direction) -> {
            List<String> row = new ArrayList<>(List.of(name));
            add(row, report.scores().validation(), name);
            test.ifPresent(rows -> add(row, rows, name));
            row.add(direction.words());
            table.row(row);
        });
        return table;
    }

    private static void add(List<String> row, TestedRows scores, String name) {
        row.add(score(scores.metrics(), name));
        row.add(score(scores.baseline(), name));
    }

    private static String score(Map<String, Double> scores, String name) {
        return Numerals.score(scores.getOrDefault(name, Double.NaN));
    }
}
