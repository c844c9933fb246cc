package slope.cli.train;

import java.util.LinkedHashMap;
import java.util.Map;
import slope.data.TargetEncoding;
import slope.evaluation.Metrics;
import slope.kernel.Engine;
import slope.model.ModelTrainer;
import slope.model.PlainRecipe;
import slope.model.PreparedTraining;
import slope.network.Architecture;
import slope.network.Layer;
import slope.training.TrainingMemory;
import slope.training.TrainingResult;

/// The result of a training, for programs: one object whose shape stays.
final class TrainJson {
    private TrainJson() {}

    static Map<String, Object> of(TrainOutcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("data", data(outcome));
        object.put("task", task(outcome.trained().model().target(), outcome));
        object.put("network", network(outcome.trained().model().network().architecture(), outcome));
        object.put("settings", settings(outcome.trained().preparation().settings()));
        object.put("engine", engine(outcome.trained().preparation()));
        object.put("training", training(outcome));
        object.put(
                "validation", part(outcome.trained().preparation().validation().rows(), outcome.validation()));
        object.put("baseline", Map.of("metrics", scores(outcome.baseline())));
        return object;
    }

    private static Map<String, Object> data(TrainOutcome outcome) {
        PreparedTraining preparation = outcome.trained().preparation();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("file", outcome.file());
        data.put("rows", outcome.rows());
        data.put("rowsWithoutTarget", preparation.rowsWithoutTarget());
        data.put("columnsUsed", preparation.columns().used());
        data.put(
                "columnsIgnored",
                outcome.columnsIgnored().stream()
                        .map(column -> Map.of("name", column.name(), "reason", column.reason()))
                        .toList());
        data.put(
                "columnsDoubtful",
                preparation.columns().doubtful().stream()
                        .map(column -> Map.of("name", column.name(), "reason", column.reason()))
                        .toList());
        return data;
    }

    private static Map<String, Object> task(TargetEncoding target, TrainOutcome outcome) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("kind", outcome.trained().model().task().title());
        task.put("target", target.column());
        if (target instanceof TargetEncoding.Classes classes) {
            task.put("classes", classes.classes());
        }
        return task;
    }

    private static Map<String, Object> network(Architecture architecture, TrainOutcome outcome) {
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("inputs", architecture.inputs());
        network.put(
                "layers",
                architecture.layers().stream()
                        .map(layer -> switch (layer) {
                            case Layer.Dense dense ->
                                Map.of(
                                        "units",
                                        dense.outputs(),
                                        "activation",
                                        dense.activation().title());
                        })
                        .toList());
        network.put(
                "parameters", outcome.trained().model().network().parameters().count());
        return network;
    }

    private static Map<String, Object> settings(ModelTrainer trainer) {
        PlainRecipe recipe = trainer.recipe();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("hidden", recipe.hidden());
        settings.put("activation", recipe.activation().title());
        settings.put("optimizer", recipe.optimizer().title());
        settings.put("learningRate", recipe.learningRate().at(0));
        settings.put("batch", recipe.batchSize());
        settings.put("epochs", recipe.stopping().epochs());
        settings.put("validation", trainer.validationShare());
        settings.put("seed", trainer.seed());
        return settings;
    }

    private static Map<String, Object> engine(PreparedTraining preparation) {
        Engine engine = preparation.engine();
        TrainingMemory memory = preparation.memory();
        Map<String, Object> bytes = new LinkedHashMap<>();
        bytes.put("bytes", memory.bytes());
        bytes.put("parameters", memory.parameters());
        bytes.put("block", memory.block());
        bytes.put("examples", memory.examples());
        bytes.put("scratch", memory.scratch());
        bytes.put("formula", TrainingMemory.FORMULA);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("kernels", engine.choice().name());
        object.put("reason", engine.choice().reason());
        object.put("threads", engine.threads());
        object.put("memory", bytes);
        return object;
    }

    private static Map<String, Object> training(TrainOutcome outcome) {
        TrainingResult result = outcome.trained().result();
        Map<String, Object> training =
                part(outcome.trained().preparation().training().rows(), outcome.training());
        training.put("seconds", outcome.seconds());
        training.put("bestEpoch", result.bestEpoch());
        training.put(
                "epochs",
                result.history().stream()
                        .map(report -> Map.of(
                                "epoch", report.epoch(),
                                "trainingLoss", report.trainingLoss(),
                                "validationLoss", report.validationLoss(),
                                "seconds", report.seconds()))
                        .toList());
        return training;
    }

    private static Map<String, Object> part(int rows, Metrics metrics) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("rows", rows);
        part.put("metrics", scores(metrics));
        return part;
    }

    /// Each score under its metric's name; null where it is not defined, because JSON has no NaN.
    private static Map<String, Object> scores(Metrics metrics) {
        Map<String, Object> scores = new LinkedHashMap<>();
        metrics.scores().forEach((metric, score) -> scores.put(metric.title(), Double.isNaN(score) ? null : score));
        return scores;
    }
}
