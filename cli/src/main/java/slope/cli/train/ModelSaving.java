package slope.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import slope.cli.predict.PredictionColumns;
import slope.cli.predict.PredictionColumns.Probabilities;
import slope.cli.record.ClassWeightsText;
import slope.cli.record.RecordedLoss;
import slope.cli.text.SlopeVersion;
import slope.fit.FitPlan;
import slope.fit.FitResult;
import slope.fit.NetworkPlan;
import slope.fit.RowSelection;
import slope.metric.Metrics;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.onnx.TrainingRanges;
import slope.recipe.SettingText;
import slope.recipe.Settings;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.training.EpochReport;
import slope.training.TrainingResult;

/// Writes a trained model to a file, with how it came about, and makes sure that the file predicts what
/// the model does before it appears.
final class ModelSaving {
    /// Rows by which a model is checked whose training was interrupted or had a time limit, at most, and products
    /// that these may take, a small part of a second: nobody is to wait.
    private static final int FEW = 1000;

    private static final long QUICK = 500_000_000;

    /// The setting that tells which network training went on from, if it was not a new one.
    private static final String START = "start";

    private ModelSaving() {}

    /// Writes the file.
    static void save(Path file, TrainResult outcome, TrainingInput input) {
        FitResult trained = outcome.trained();
        boolean isLimited = trained.preparation().trainer().timeLimit().isPresent();
        Table rows = isLimited
                ? fewRows(trained)
                : trained.preparation().members().getFirst().training();
        save(file, trained.model(), provenance(trained, scores(outcome), input, Map.of()), rows);
    }

    /// Writes the file for a training that did not come to its end; without scores, which take time.
    ///
    /// @param place where it ended
    static void saveInterrupted(Path file, FitResult trained, TrainingInput input, String place) {
        Map<String, String> remark = Map.of("interrupted", place);
        save(file, trained.model(), provenance(trained, List.of(), input, remark), fewRows(trained));
    }

    private static Table fewRows(FitResult trained) {
        Table training = trained.preparation().members().getFirst().training();
        return training.select(IntStream.range(0, Math.min(few(trained.model()), training.rows()))
                .toArray());
    }

    /// Every member of an ensemble goes through the shared layers.
    private static int few(Model model) {
        long products = model.members().stream()
                .map(FittedNetwork::network)
                .mapToLong(network -> (long) network.architecture().members()
                        * network.parameters().count())
                .sum();
        return Math.clamp(QUICK / products, 1, FEW);
    }

    private static void save(Path file, Model model, Provenance provenance, Table rows) {
        new ModelFile(model, provenance).write(file, read -> {
            if (!predictions(read.model(), rows).equals(predictions(model, rows))) {
                throw new IllegalStateException("the file predicts otherwise than the model it was written from");
            }
        });
    }

    private static String predictions(Model model, Table rows) {
        return Fingerprint.of(new Table(PredictionColumns.of(model.predict(rows), Probabilities.SHOWN)));
    }

    /// @param remarks for people, behind the settings
    private static Provenance provenance(
            FitResult trained, List<Provenance.Score> scores, TrainingInput input, Map<String, String> remarks) {
        FitPlan prepared = trained.preparation();
        Map<String, String> settings = settings(prepared);
        ClassWeightsText.ofNetworks(trained.preparations().stream()
                        .map(NetworkPlan::classWeights)
                        .toList())
                .ifPresent(text -> settings.put(RecordedLoss.CLASS_WEIGHTS, text));
        settings.putAll(remarks);
        List<String> recoveries = Recoveries.texts(trained.results());
        if (!recoveries.isEmpty()) {
            settings.put("recovered", String.join("; ", recoveries));
        }
        return new Provenance(
                SlopeVersion.number(),
                input.options(),
                new Provenance.Data(
                        input.table().rows(),
                        prepared.members().getFirst().split().training().length,
                        trained.validationRows(),
                        input.hash(),
                        splits(trained)),
                settings,
                scores,
                trained.results().stream().map(ModelSaving::history).toList(),
                TrainingRanges.in(
                        learnedFrom(trained), trained.model().columns().keySet()));
    }

    /// The rows that some network learned from: with folds, or trained once more, all of them.
    private static Table learnedFrom(FitResult trained) {
        FitPlan prepared = trained.preparation();
        boolean one = trained.judged().size() == 1 && prepared.trainer().rows().refit() == RowSelection.Refit.NONE;
        return one ? prepared.members().getFirst().training() : prepared.rows().table();
    }

    /// Of one split its fingerprint, of folds all of theirs.
    private static String splits(FitResult trained) {
        return String.join(
                " ",
                trained.trained().stream()
                        .map(member -> member.split().fingerprint())
                        .toList());
    }

    /// Every setting, for people.
    static Map<String, String> settings(FitPlan prepared) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("recipe", prepared.settings().recipe());
        settings.put("task", prepared.target().kind().option());
        settings.put("metric", prepared.metric().title());
        for (Settings.Explained each : prepared.settings().explained()) {
            settings.put(each.setting().title(), SettingText.of(each.value()));
        }
        settings.put("seed", Long.toString(prepared.trainer().seed()));
        prepared.trainer()
                .recipe()
                .start()
                .ifPresent(start -> settings.put(
                        START, Fingerprint.of(start.network().parameters().toArray())));
        return settings;
    }

    private static List<Provenance.Score> scores(TrainResult outcome) {
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
