package slope.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slope.cli.text.Durations;
import slope.cli.text.TextTable;
import slope.data.InputColumns;
import slope.data.TargetEncoding;
import slope.evaluation.Metric;
import slope.model.Model;
import slope.model.PlainRecipe;
import slope.model.PreparedTraining;
import slope.network.Layer;
import slope.training.TrainingResult;

/// The result of a training, for people.
final class TrainReport {
    /// More names than this are cut: they are all in the JSON.
    private static final int MOST_NAMES = 12;

    private final TrainOutcome outcome;
    private final PreparedTraining preparation;
    private final Model model;

    private TrainReport(TrainOutcome outcome) {
        this.outcome = outcome;
        this.preparation = outcome.trained().preparation();
        this.model = outcome.trained().model();
    }

    static String of(TrainOutcome outcome) {
        TrainReport report = new TrainReport(outcome);
        return "\n" + report.facts() + "\n" + report.scores();
    }

    private TextTable facts() {
        TextTable facts = new TextTable();
        facts.row("rows", rows());
        facts.row(
                "columns",
                preparation.columns().used().size() + " used: "
                        + names(preparation.columns().used()));
        List<InputColumns.LeftOut> ignored = outcome.columnsIgnored();
        facts.row("", ignored.size() + " ignored" + (ignored.isEmpty() ? "" : ": " + reasons(ignored)));
        for (InputColumns.Doubt doubt : preparation.columns().doubtful()) {
            facts.row("", "to look at: " + doubt.name() + " " + doubt.reason());
        }
        facts.row("task", task());
        facts.row("network", network());
        facts.row("training", training());
        return facts;
    }

    private String rows() {
        String withoutTarget = preparation.rowsWithoutTarget() == 0
                ? ""
                : ", %,d without a value in \"%s\" left out"
                        .formatted(
                                preparation.rowsWithoutTarget(), model.target().column());
        return String.format(
                Locale.ROOT,
                "%,d in %s: %,d to learn from, %,d to validate (stratified)%s",
                outcome.rows(),
                outcome.file(),
                preparation.training().rows(),
                preparation.validation().rows(),
                withoutTarget);
    }

    private String task() {
        return switch (model.target()) {
            case TargetEncoding.Classes classes ->
                "%s of \"%s\": %s".formatted(model.task().title(), classes.column(), names(classes.classes()));
            case TargetEncoding.Numbers numbers ->
                "%s of \"%s\"".formatted(model.task().title(), numbers.column());
        };
    }

    private String network() {
        StringBuilder text = new StringBuilder();
        text.append(model.network().architecture().inputs()).append(" inputs");
        List<Layer> layers = model.network().architecture().layers();
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            switch (layer) {
                case Layer.Dense dense ->
                    text.append(" → ")
                            .append(dense.outputs())
                            .append(' ')
                            .append(dense.activation().title());
            }
        }
        int outputs = layers.getLast().outputs();
        text.append(" → ").append(outputs).append(outputs == 1 ? " output" : " outputs");
        return String.format(
                Locale.ROOT,
                "%s, %,d parameters",
                text,
                model.network().parameters().count());
    }

    private String training() {
        PlainRecipe recipe = preparation.settings().recipe();
        TrainingResult result = outcome.trained().result();
        return String.format(
                Locale.ROOT,
                "%s, learning rate %s, batches of %d, seed %d; %d epochs in %s, the best was %d",
                recipe.optimizer().title(),
                Double.toString(recipe.learningRate().at(0)),
                recipe.batchSize(),
                preparation.settings().seed(),
                result.history().size(),
                Durations.text(outcome.seconds()),
                result.bestEpoch());
    }

    private TextTable scores() {
        TextTable scores = new TextTable().row("", "training", "validation", "baseline", "");
        for (Map.Entry<Metric, Double> entry : outcome.validation().scores().entrySet()) {
            Metric metric = entry.getKey();
            scores.row(
                    metric.title(),
                    score(outcome.training().score(metric)),
                    score(entry.getValue()),
                    score(outcome.baseline().score(metric)),
                    metric.better() == Metric.Better.HIGHER ? "higher is better" : "lower is better");
        }
        return scores;
    }

    /// Four digits that count, without an exponent for everyday sizes.
    private static String score(double value) {
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
