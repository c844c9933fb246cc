package slope.report.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import slope.layer.ParameterLayout;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.run.RecordedLoss;
import slope.run.RecordedRequest;

/// A saved model, for people.
public final class InspectReport {
    /// Longer lists of classes or columns are cut; the JSON has all.
    private static final int MOST_NAMES = 12;

    private InspectReport() {}

    /// @param width that a line may have
    public static String of(ModelFile file, int width) {
        return "%s\n%s\n%s%s"
                .formatted(
                        facts(file, width),
                        columns(file.model()).within(width),
                        layers(file.model()).within(width),
                        scores(file, width));
    }

    private static Facts facts(ModelFile file, int width) {
        Model model = file.model();
        FitRecord record = model.record();
        Provenance provenance = file.provenance();
        Facts facts = new Facts(width);
        facts.row("task", TargetText.of(model.target()));
        facts.row("networks", Integer.toString(model.members().size()));
        facts.row("parameters", Numbers.count(parameters(model)));
        if (provenance.slopeVersion().isEmpty()) {
            return facts.row("training", "unknown: the model has no record");
        }
        facts.row("outputs", cut(file.outputs()));
        facts.row("operators", String.join(", ", ModelFile.operatorSets()));
        FitRecord.Data data = record.data();
        facts.row("written by", "slope " + provenance.slopeVersion());
        facts.row(
                "rows",
                "%s: %s training, %s validation"
                        .formatted(
                                Numbers.count(data.rows()),
                                Numbers.count(data.trainingRows()),
                                Numbers.count(data.validationRows())));
        facts.row("data", "sha-256 " + data.hash());
        for (String split : data.splitHash().split(" ", -1)) {
            facts.row("split", "sha-256 " + split);
        }
        RecordedRequest.of(file, "the model").ifPresent(request -> facts.row("request", request.toJsonLine()));
        RecordedRequest.settings(record).forEach((name, value) -> facts.row(name, value));
        return facts;
    }

    private static TextTable columns(Model model) {
        TextTable columns = new TextTable().row("column", "holds");
        model.columns().forEach((name, kind) -> columns.row(name, kind.words()));
        return columns;
    }

    private static TextTable layers(Model model) {
        FittedNetwork first = model.members().getFirst();
        ParameterLayout layout = first.network().parameters().layout();
        TextTable layers = new TextTable().row("layer", "", "parameters");
        for (int index = 0; index < first.network().architecture().layers().size(); index++) {
            long count = layout.of(index).stream()
                    .mapToLong(ParameterLayout.Block::length)
                    .sum();
            layers.row(
                    Integer.toString(index + 1),
                    LayerText.of(first.network().architecture(), index),
                    Numbers.count(count));
        }
        return layers;
    }

    private static String scores(ModelFile file, int width) {
        FitRecord record = file.model().record();
        if (record.scores().isEmpty()) {
            return "";
        }
        TextTable scores = new TextTable().row("", "training", "validation", "baseline");
        for (FitRecord.Score score : record.scores()) {
            scores.row(score.metric(), text(score.training()), text(score.validation()), text(score.baseline()));
        }
        Prose text = new Prose(width).table(scores);
        record.test().ifPresent(test -> text.table(scores(test)));
        RecordedLoss.of(file)
                .weightColumn()
                .ifPresent(column -> text.lines("scores are weighted by \"%s\"".formatted(column)));
        return "\n" + text;
    }

    private static TextTable scores(FitRecord.Test test) {
        TextTable scores =
                new TextTable().row("%s test rows held out".formatted(Numbers.count(test.rows())), "test", "baseline");
        for (FitRecord.TestScore score : test.scores()) {
            scores.row(score.metric(), text(score.score()), text(score.baseline()));
        }
        return scores;
    }

    static long parameters(Model model) {
        return model.members().stream()
                .mapToLong(member -> member.network().parameters().count())
                .sum();
    }

    private static String text(double score) {
        return Double.isNaN(score) ? "–" : String.format(Locale.ROOT, "%.6g", score);
    }

    static String cut(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(names.size(), MOST_NAMES)));
        if (names.size() > MOST_NAMES) {
            shown.add("and %s more".formatted(names.size() - MOST_NAMES));
        }
        return String.join(", ", shown);
    }
}
