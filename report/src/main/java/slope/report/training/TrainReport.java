package slope.report.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import slope.evaluation.Scores;
import slope.fit.FitPlan;
import slope.fit.PooledCategories;
import slope.fit.PreparedNetwork;
import slope.fit.RowSelection;
import slope.layer.Architecture;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.recipe.Setting;
import slope.recipe.SettingText;
import slope.report.model.LayerText;
import slope.report.model.TargetText;
import slope.report.text.Durations;
import slope.report.text.TextTable;
import slope.run.FinishedRun;
import slope.table.Remedy;
import slope.table.profile.InputColumns;
import slope.training.TrainingResult;

/// The result of a training, for people.
public final class TrainReport {
    /// Longer lists of names are cut; the JSON has all.
    private static final int MOST_NAMES = 12;

    private final FinishedRun run;
    private final FitPlan preparation;
    private final Model model;
    private final Function<Remedy, String> words;

    private TrainReport(FinishedRun run, Function<Remedy, String> words) {
        this.run = run;
        this.words = words;
        this.preparation = run.plan();
        this.model = run.result().model();
    }

    /// @param words what to do about a column, as the reader would do it
    /// @param width the maximum width of a line
    public static String of(FinishedRun run, Function<Remedy, String> words, int width) {
        TrainReport report = new TrainReport(run, words);
        List<String> warnings = ScoreWarnings.of(run);
        return "\n" + report.facts().within(width)
                + "\n"
                + report.scores().within(width)
                + (warnings.isEmpty() ? "" : "\n" + rows(warnings).within(width));
    }

    private static TextTable rows(List<String> warnings) {
        TextTable rows = new TextTable();
        warnings.forEach(warning -> rows.row("warning", warning));
        return rows;
    }

    private TextTable facts() {
        TextTable facts = new TextTable();
        facts.row("rows", rows());
        if (run.result().results().size() > 1) {
            facts.row("", outOfFold());
        }
        int scored = run.training().rows();
        if (scored < preparation.first().split().training().length) {
            facts.row(
                    "",
                    String.format(Locale.ROOT, "training scores are of %,d rows, because of the time limit", scored));
        }
        facts.row("", "validation scores are optimistic: these rows chose the best epoch");
        run.test()
                .ifPresent(test ->
                        facts.row("", String.format(Locale.ROOT, "%,d test rows: %s", test.rows(), testRows())));
        InputColumns columns = preparation.columns();
        facts.row("columns", columns.used().size() + " used: " + names(columns.used()));
        List<InputColumns.LeftOut> ignored = IgnoredColumns.of(run);
        facts.row("", ignored.size() + " ignored" + (ignored.isEmpty() ? "" : ": " + reasons(ignored)));
        preparation.estimator().recipe().start().ifPresent(start -> facts.row("start", start(start, columns.used())));
        for (InputColumns.Warning warning : columns.warnings()) {
            facts.row("", "check: " + warning.name() + " " + warning.text(words));
        }
        for (PooledCategories pooled : PooledCategories.of(preparation)) {
            facts.row("", pooled(pooled));
        }
        if (!columns.codes().isEmpty()) {
            facts.row("", "numbers that may be codes (--categorical makes them so): " + names(columns.codes()));
        }
        facts.row("task", TargetText.of(model.target()));
        preparation.targetNote().ifPresent(note -> facts.row("", note));
        facts.row("network", network());
        facts.row("training", training());
        facts.row("", epochs());
        Recoveries.texts(run.result().results()).forEach(text -> facts.row("", text));
        List<String> health = HealthText.lines(run.health());
        facts.row("health", health.getFirst());
        health.stream().skip(1).forEach(text -> facts.row("", text));
        run.validation()
                .intervals()
                .forEach(interval -> facts.row("coverage", ScoreWarnings.coverage(interval, "validation")));
        return facts;
    }

    private static String start(FittedNetwork start, List<String> columns) {
        List<ColumnEncoder> inputs = start.encoding().columns();
        String first = inputs.getFirst().column();
        return columns.contains(first)
                ? "fine-tunes a trained network"
                : "fine-tunes a trained network; its inputs %s to %s are the used columns in this order"
                        .formatted(first, inputs.getLast().column());
    }

    private static String pooled(PooledCategories pooled) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of its %,d categories %s in fewer than %s training rows and count%s as one",
                pooled.column(),
                pooled.count(),
                pooled.count() + pooled.kept(),
                pooled.count() == 1 ? "is" : "are",
                OrdinalEncoder.MINIMUM_FREQUENCY,
                pooled.count() == 1 ? "s" : "");
    }

    private String rows() {
        PreparedNetwork first = preparation.first();
        String leftOut = preparation.rows().leftOut() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %,d without a value in \"%s\" left out",
                        preparation.rows().leftOut(),
                        String.join(", ", model.target().columns()));
        return String.format(
                Locale.ROOT,
                "%,d in %s: %,d training, %,d validation (%s)%s",
                preparation.rows().rowsOfTable(),
                run.request().table(),
                first.split().training().length,
                first.split().validation().length,
                split(),
                leftOut);
    }

    /// The source of the test rows: a file of their own, or held out.
    private String testRows() {
        return run.request()
                .test()
                .orElseGet(() -> "held out of %s (%s)".formatted(run.request().table(), how()));
    }

    private String how() {
        RowSelection rows = preparation.estimator().rows();
        return rows.group()
                .map(group -> "groups of \"" + group + "\" together")
                .or(() -> rows.time().map(time -> "the latest by \"" + time + "\""))
                .orElse("stratified");
    }

    private String split() {
        int networks = run.result().results().size();
        return networks == 1
                ? how()
                : how() + ", in the first of " + preparation.members().size() + " folds";
    }

    private String outOfFold() {
        int rows = run.validation().rows();
        int networks = run.result().results().size();
        return String.format(
                Locale.ROOT,
                "%,d in %s folds: each is scored by the network that was not trained on it",
                rows,
                networks);
    }

    private String network() {
        Network first = model.members().getFirst().network();
        Architecture architecture = first.architecture();
        StringBuilder text = new StringBuilder();
        text.append(architecture.inputs()).append(" inputs");
        text.append(LayerText.chain(architecture));
        int outputs = architecture.outputs();
        text.append(" → ").append(outputs).append(outputs == 1 ? " output" : " outputs");
        int networks = model.members().size();
        return String.format(
                Locale.ROOT,
                "%s, %,d parameters%s",
                text,
                first.parameters().count(),
                networks == 1 ? "" : ", " + networks + " times");
    }

    private String training() {
        return String.format(
                Locale.ROOT,
                "recipe %s: %s, learning rate %s, batches of %s, seed %s",
                preparation.settings().recipe(),
                preparation.settings().get(Setting.OPTIMIZER).title(),
                SettingText.of(preparation.settings().get(Setting.LEARNING_RATE)),
                preparation.settings().get(Setting.BATCH_SIZE),
                preparation.estimator().seed());
    }

    private String epochs() {
        List<TrainingResult> results = run.result().results();
        int epochs =
                results.stream().mapToInt(result -> result.history().size()).sum();
        String best = results.stream().map(TrainReport::kept).collect(Collectors.joining(", "));
        return "%s %s in %s, the best by %s %s %s"
                .formatted(
                        epochs,
                        epochs == 1 ? "epoch" : "epochs",
                        Durations.text(run.seconds()),
                        preparation.metric().title(),
                        results.size() == 1 ? "was" : "were",
                        best);
    }

    private static String kept(TrainingResult result) {
        String others = result.snapshots().stream()
                .skip(1)
                .map(snapshot -> Integer.toString(snapshot.epoch()))
                .collect(Collectors.joining(" and "));
        return others.isEmpty()
                ? Integer.toString(result.bestEpoch())
                : result.bestEpoch() + " together with " + others;
    }

    private TextTable scores() {
        boolean tested = run.test().isPresent();
        TextTable scores = new TextTable();
        scores.row(
                tested
                        ? List.of("", "training", "validation", "baseline", "test", "baseline", "")
                        : List.of("", "training", "validation", "baseline", ""));
        for (Metric metric : run.validation().model().scores().keySet()) {
            List<String> row = new ArrayList<>();
            row.add(metric.title());
            row.add(score(run.training().model(), metric));
            addWithBaseline(row, run.validation(), metric);
            run.test().ifPresent(test -> addWithBaseline(row, test, metric));
            row.add(metric.better().words());
            scores.row(row);
        }
        return scores;
    }

    private static void addWithBaseline(List<String> row, Scores scores, Metric metric) {
        row.add(score(scores.model(), metric));
        row.add(score(scores.baseline(), metric));
    }

    private static String score(Metrics metrics, Metric metric) {
        return score(metrics.scores().getOrDefault(metric, Double.NaN));
    }

    /// Four significant digits, without an exponent for everyday sizes.
    static String score(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= 1000 && size < 1e9) {
            return String.format(Locale.ROOT, "%,.1f", value);
        }
        return String.format(Locale.ROOT, size == 0 || (size >= 0.001 && size < 1000) ? "%.4f" : "%.3e", value);
    }

    private static String reasons(List<InputColumns.LeftOut> ignored) {
        List<String> texts = new ArrayList<>();
        for (InputColumns.LeftOut column : ignored) {
            texts.add(column.name() + " (" + column.reason() + ")");
        }
        return names(texts);
    }

    private static String names(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
