package slope.cli.train;

import java.lang.Runtime.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import slope.cli.predict.PredictionColumns;
import slope.cli.predict.PredictionColumns.Probabilities;
import slope.cli.text.SlopeVersion;
import slope.data.Fingerprint;
import slope.data.Table;
import slope.evaluation.Metrics;
import slope.kernel.Engine;
import slope.model.Model;
import slope.model.PreparedTraining;
import slope.model.RowChoice;
import slope.model.SettingText;
import slope.model.Settings;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.onnx.Seen;
import slope.training.EpochReport;
import slope.training.TrainingResult;

/// Writes a trained model to a file, with how it came about, and makes sure that the file predicts what
/// the model does before it appears.
final class ModelSaving {
    /// Options that name files, or that change no bit of the model.
    private static final Set<String> NOT_OF_THE_MODEL =
            Set.of("--out", "--predictions", "--test", "--json", "--threads", "--explain-settings", "--help");

    private ModelSaving() {}

    /// Writes the file.
    ///
    /// @param table all rows, as they were read
    /// @param asked the options of the command
    static void save(Path file, TrainOutcome outcome, Table table, ParseResult asked) {
        Model model = outcome.trained().model();
        Table training = outcome.trained().preparation().members().getFirst().training();
        new ModelFile(model, provenance(outcome, table, asked)).write(file, read -> {
            if (!predictions(read.model(), training).equals(predictions(model, training))) {
                throw new IllegalStateException("the file predicts otherwise than the model it was written from");
            }
        });
    }

    private static String predictions(Model model, Table rows) {
        return Fingerprint.of(new Table(PredictionColumns.of(model.predict(rows), Probabilities.SHOWN)));
    }

    private static Provenance provenance(TrainOutcome outcome, Table table, ParseResult asked) {
        PreparedTraining prepared = outcome.trained().preparation();
        Engine engine = prepared.trainer().engine();
        Version jvm = Runtime.version();
        return new Provenance(
                SlopeVersion.number(),
                options(asked),
                new Provenance.Data(
                        table.rows(),
                        outcome.training().rows(),
                        outcome.validation().rows(),
                        Fingerprint.of(table),
                        splits(prepared)),
                settings(prepared),
                scores(outcome),
                outcome.trained().results().stream().map(ModelSaving::history).toList(),
                Seen.in(
                        learnedFrom(prepared),
                        outcome.trained().model().columns().keySet()),
                new Provenance.Machine(
                        engine.choice().name(),
                        engine.threads(),
                        "%s %s".formatted(System.getProperty("java.vm.name"), jvm)));
    }

    /// The rows that some network learned from: with folds, or trained once more, all of them.
    private static Table learnedFrom(PreparedTraining prepared) {
        boolean one =
                prepared.members().size() == 1 && prepared.trainer().rows().refit() == RowChoice.Refit.NONE;
        return one ? prepared.members().getFirst().training() : prepared.rows().table();
    }

    /// The options as they were written, each under its longest name.
    private static List<String> options(ParseResult asked) {
        List<String> options = new ArrayList<>();
        for (OptionSpec option : asked.matchedOptions()) {
            if (!NOT_OF_THE_MODEL.contains(option.longestName())) {
                options.add(option.longestName());
                options.addAll(option.originalStringValues());
            }
        }
        return options;
    }

    /// Of one split its fingerprint, of folds all of theirs.
    private static String splits(PreparedTraining prepared) {
        return String.join(
                " ",
                prepared.members().stream()
                        .map(member -> Fingerprint.of(member.split()))
                        .toList());
    }

    private static Map<String, String> settings(PreparedTraining prepared) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("recipe", prepared.settings().kind().title());
        settings.put("task", prepared.task().option());
        settings.put("metric", prepared.metric().title());
        for (Settings.Explained each : prepared.settings().explained()) {
            settings.put(each.setting().title(), SettingText.of(each.value()));
        }
        settings.put("seed", Long.toString(prepared.trainer().seed()));
        return settings;
    }

    private static List<Provenance.Score> scores(TrainOutcome outcome) {
        Metrics training = outcome.training().model();
        Metrics validation = outcome.validation().model();
        Metrics baseline = outcome.validation().baseline();
        List<Provenance.Score> scores = new ArrayList<>();
        validation
                .scores()
                .forEach((metric, score) -> scores.add(
                        new Provenance.Score(metric.title(), training.score(metric), score, baseline.score(metric))));
        return scores;
    }

    private static Provenance.History history(TrainingResult result) {
        return new Provenance.History(
                result.bestEpoch(),
                result.history().stream().map(EpochReport::trainingLoss).toList(),
                result.history().stream().map(EpochReport::validationLoss).toList());
    }
}
