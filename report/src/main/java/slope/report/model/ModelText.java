package slope.report.model;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slope.internal.text.Numerals;
import slope.recipe.SettingText;
import slope.report.model.ModelReport.FileFacts;
import slope.report.model.ModelReport.ModelNetwork;
import slope.report.model.ModelReport.RecordedRows;
import slope.report.model.ModelReport.RecordedScore;
import slope.report.model.ModelReport.RecordedTest;
import slope.report.model.ModelReport.RecordedTraining;
import slope.report.model.ModelReport.TestScore;
import slope.report.text.Durations;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.table.ColumnKind;
import slope.target.TargetKind;

/// A saved model, for people.
final class ModelText {
    /// Longer lists of classes or columns are cut; the JSON has all.
    private static final int MOST_NAMES = 12;

    private static final int SHOWN_OF_HASH = 12;

    /// How each table's dates are read.
    private static final String SHORT_YEARS = " (years 69 to 99 of two digits are of 1900, others of 2000)";

    /// The parts of a request that the task and the settings do not tell.
    private static final Set<String> CHOICES = Set.of("table", "inputs", "rows");

    /// Of each network.
    private static final String CLASS_WEIGHTS = "class-weights";

    private ModelText() {}

    /// @param width that a line may have
    static String of(ModelReport report, int width) {
        return "%s\n%s\n%s%s"
                .formatted(
                        facts(report, width),
                        columns(report).within(width),
                        layers(report.networks().getFirst()).within(width),
                        report.training()
                                .map(training -> scores(training, width))
                                .orElse(""));
    }

    private static Facts facts(ModelReport report, int width) {
        FileFacts file = report.file();
        Facts facts = new Facts(width);
        facts.row("task", TargetText.of(report.task()));
        facts.row("networks", networks(report.networks()));
        facts.row("parameters", Numerals.count(file.parameters().count()));
        report.networks().getFirst().linearPart().ifPresent(part -> facts.row("linear part", part.text()));
        report.calibration().ifPresent(found -> facts.row("calibration", found.text()));
        List<String> coverage =
                report.task().coverage().map(ConformalText::lines).orElse(List.of());
        for (int index = 0; index < coverage.size(); index++) {
            facts.row(index == 0 ? made(report.task()) : "", coverage.get(index));
        }
        report.training()
                .ifPresentOrElse(
                        training -> add(file, training, facts),
                        () -> facts.row("training", "unknown: the model has no record"));
        return facts;
    }

    private static String networks(List<ModelNetwork> networks) {
        IntSummaryStatistics weights =
                networks.stream().mapToInt(ModelNetwork::weight).summaryStatistics();
        return weights.getMin() == weights.getMax()
                ? Integer.toString(networks.size())
                : "%s, which count %s to %s times in the mean"
                        .formatted(networks.size(), weights.getMin(), weights.getMax());
    }

    /// What is made of the predictions.
    private static String made(TargetFacts task) {
        boolean areClasses = task.classes().isPresent() || task.kind() == TargetKind.MULTILABEL;
        return areClasses ? "sets" : "intervals";
    }

    private static void add(FileFacts file, RecordedTraining training, Facts facts) {
        RecordedRows rows = training.rows();
        int networks = rows.splitHashes().size();
        facts.row(
                "rows",
                "%s: %s training%s, %s validation"
                        .formatted(
                                Numerals.count(rows.all()),
                                Numerals.count(rows.training()),
                                networks == 1 ? "" : " in the first of %s folds".formatted(networks),
                                Numerals.count(rows.validation())));
        training.settings().forEach((name, value) -> {
            if (!name.equals("task")) {
                facts.row(name, name.equals(CLASS_WEIGHTS) ? JsonWords.value(value) : SettingText.of(value));
            }
        });
        training.request().ifPresent(request -> {
            request.forEach((part, asked) -> {
                if (CHOICES.contains(part) && asked instanceof Map<?, ?> choices) {
                    facts.row(part + " asked", JsonWords.of(choices));
                }
            });
            if (request.get("training") instanceof Map<?, ?> choices
                    && choices.get("timeLimitSeconds") instanceof Number seconds) {
                facts.row("time limit", Durations.text(seconds.doubleValue()));
            }
        });
        addHash("table", rows.hash(), facts);
        addHash("model", file.hash(), facts);
        file.slope().ifPresent(version -> facts.row("written by", "slope " + version));
        facts.row("graph outputs", cut(file.outputs()));
        facts.row("operators", String.join(", ", file.operators()));
    }

    /// Enough to see whether two are the same.
    private static void addHash(String of, String hash, Facts facts) {
        if (hash.length() > SHOWN_OF_HASH) {
            facts.row(
                    of + " hash",
                    "SHA-256 %s, the first %s digits".formatted(hash.substring(0, SHOWN_OF_HASH), SHOWN_OF_HASH));
        }
    }

    private static TextTable columns(ModelReport report) {
        TextTable columns = new TextTable().row("column", "holds");
        report.columns()
                .forEach(column -> columns.row(
                        column.name(),
                        column.kind().words()
                                + (column.kind() == ColumnKind.DATE ? SHORT_YEARS : "")
                                + column.notation()
                                        .map(" written as \"%s\""::formatted)
                                        .orElse("")));
        return columns;
    }

    private static TextTable layers(ModelNetwork network) {
        TextTable layers = new TextTable().row("layer", "", "parameters");
        for (int index = 0; index < network.shape().layers().size(); index++) {
            LayerFacts layer = network.shape().layers().get(index);
            layers.row(
                    Integer.toString(index + 1),
                    LayerText.of(layer),
                    Numerals.count(network.layerParameters().get(index)));
        }
        return layers;
    }

    private static String scores(RecordedTraining training, int width) {
        if (training.scores().isEmpty()) {
            return "";
        }
        TextTable scores = new TextTable().row("", "training", "validation", "baseline");
        for (RecordedScore score : training.scores()) {
            scores.row(
                    score.metric(),
                    Numerals.score(score.training()),
                    Numerals.score(score.validation()),
                    Numerals.score(score.baseline()));
        }
        Prose text = new Prose(width).table(scores);
        training.test().ifPresent(test -> text.table(scores(test)));
        training.weightColumn().ifPresent(column -> text.lines("scores are weighted by \"%s\"".formatted(column)));
        return "\n" + text;
    }

    private static TextTable scores(RecordedTest test) {
        TextTable scores =
                new TextTable().row("%s test rows held out".formatted(Numerals.count(test.rows())), "test", "baseline");
        for (TestScore score : test.scores()) {
            scores.row(score.metric(), Numerals.score(score.score()), Numerals.score(score.baseline()));
        }
        return scores;
    }

    static String cut(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(names.size(), MOST_NAMES)));
        if (names.size() > MOST_NAMES) {
            shown.add("and %s more".formatted(names.size() - MOST_NAMES));
        }
        return String.join(", ", shown);
    }
}
