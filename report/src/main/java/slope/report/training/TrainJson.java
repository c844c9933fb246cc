package slope.report.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import slope.evaluation.IntervalCoverage;
import slope.evaluation.Scores;
import slope.fit.FitPlan;
import slope.fit.PooledCategories;
import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.metric.Metrics;
import slope.network.Network;
import slope.recipe.SettingText;
import slope.report.model.LayerText;
import slope.report.model.TargetText;
import slope.run.FinishedRun;
import slope.table.Remedy;
import slope.table.profile.InputColumns;
import slope.target.Target;
import slope.training.TrainingMemory;
import slope.training.TrainingResult;
import slope.training.TrainingResult.Snapshot;

/// The result of a training, for programs: one object whose shape stays.
public final class TrainJson {
    private TrainJson() {}

    public static Map<String, Object> of(FinishedRun run, Function<Remedy, String> words) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("data", data(run, words));
        object.put("task", task(run.plan(), run.result().model().target()));
        object.put("network", network(run.result().model().members().getFirst().network()));
        object.put("settings", settings(run.plan()));
        object.put("engine", engine(run.plan()));
        object.put("training", training(run));
        Map<String, Object> validation = judged(run, run.validation(), "validation");
        validation.put("choseTheBestEpoch", true); // which makes its scores optimistic
        object.put("validation", validation);
        object.put("baseline", Map.of("metrics", scores(run.validation().baseline())));
        run.test().ifPresent(test -> object.put("test", test(run, test)));
        return object;
    }

    private static Map<String, Object> data(FinishedRun run, Function<Remedy, String> words) {
        FitPlan preparation = run.plan();
        InputColumns columns = preparation.columns();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("file", run.request().table());
        data.put("rows", preparation.rows().rowsOfTable());
        data.put("rowsWithoutTarget", preparation.rows().leftOut());
        data.put("columnsUsed", columns.used());
        data.put(
                "columnsIgnored",
                IgnoredColumns.of(run).stream()
                        .map(column -> Map.of("name", column.name(), "reason", column.reason()))
                        .toList());
        data.put(
                "columnWarnings",
                columns.warnings().stream()
                        .map(column -> Map.of("name", column.name(), "reason", column.text(words)))
                        .toList());
        data.put("columnsThatMayBeCodes", columns.codes());
        data.put(
                "categoriesPooled",
                PooledCategories.of(preparation).stream().map(TrainJson::pooled).toList());
        return data;
    }

    private static Map<String, Object> pooled(PooledCategories pooled) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("column", pooled.column());
        told.put("pooled", pooled.count());
        told.put("kept", pooled.kept());
        return told;
    }

    private static Map<String, Object> task(FitPlan preparation, Target target) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("kind", target.kind().title());
        task.put("target", String.join(",", target.columns()));
        task.putAll(TargetText.json(target));
        preparation.targetNote().ifPresent(note -> task.put("note", note));
        return task;
    }

    private static Map<String, Object> network(Network first) {
        Architecture architecture = first.architecture();
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("inputs", architecture.inputs());
        network.put("layers", LayerText.json(architecture));
        network.put("parameters", first.parameters().count());
        return network;
    }

    private static Map<String, Object> settings(FitPlan preparation) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("recipe", preparation.settings().recipe());
        settings.put("metric", preparation.metric().title());
        preparation
                .settings()
                .explained()
                .forEach(each -> settings.put(camelCase(each.setting().title()), value(each.value())));
        settings.put("validation", preparation.estimator().rows().validationShare());
        settings.put("folds", preparation.members().size());
        settings.put("seed", preparation.estimator().seed());
        return settings;
    }

    /// `learning-rate` becomes `learningRate`.
    private static String camelCase(String title) {
        int dash = title.indexOf('-');
        return dash < 0
                ? title
                : title.substring(0, dash)
                        + Character.toUpperCase(title.charAt(dash + 1))
                        + camelCase(title.substring(dash + 2));
    }

    /// Numbers and lists as they are, all else as a flag would have it.
    private static Object value(Object value) {
        return value instanceof Number || value instanceof List ? value : SettingText.of(value);
    }

    private static Map<String, Object> engine(FitPlan preparation) {
        Engine engine = preparation.first().engine();
        TrainingMemory memory = preparation.first().memory();
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

    private static Map<String, Object> training(FinishedRun run) {
        Map<String, Object> training = part(run.training());
        training.put("seconds", run.seconds());
        List<TrainingResult> results = run.result().results();
        training.putAll(history(results.getFirst()));
        if (results.size() > 1) {
            training.put("folds", results.stream().map(TrainJson::history).toList());
        }
        training.put("health", run.health().stream().map(HealthText::json).toList());
        return training;
    }

    private static Map<String, Object> history(TrainingResult result) {
        Map<String, Object> history = new LinkedHashMap<>();
        history.put("bestEpoch", result.bestEpoch());
        history.put(
                "snapshots", result.snapshots().stream().map(Snapshot::epoch).toList());
        history.put(
                "epochs",
                result.history().stream()
                        .map(report -> Map.of(
                                "epoch", report.epoch(),
                                "trainingLoss", report.losses().training(),
                                "validationLoss", report.losses().validation(),
                                "seconds", report.seconds()))
                        .toList());
        history.put("recoveries", Recoveries.json(result));
        return history;
    }

    private static Map<String, Object> test(FinishedRun run, Scores scores) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("file", run.request().test().orElseGet(run.request()::table));
        run.plan().estimator().rows().testShare().ifPresent(share -> test.put("share", share));
        test.putAll(judged(run, scores, "test"));
        test.put("baseline", scores(scores.baseline()));
        return test;
    }

    /// Scores of rows that were not trained on, with their reliability.
    private static Map<String, Object> judged(FinishedRun run, Scores scores, String name) {
        Map<String, Object> part = part(scores);
        if (!scores.intervals().isEmpty()) {
            part.put(
                    "intervals",
                    scores.intervals().stream().map(TrainJson::interval).toList());
        }
        part.put("warnings", ScoreWarnings.of(scores, run.plan().metric(), name));
        return part;
    }

    private static Map<String, Object> interval(IntervalCoverage interval) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("lower", interval.lower());
        told.put("upper", interval.upper());
        told.put("nominal", ScoreWarnings.nominal(interval));
        told.put("observed", interval.observed());
        told.put("samplingError", interval.samplingError());
        told.put("miscalibrated", interval.isMiscalibrated());
        return told;
    }

    private static Map<String, Object> part(Scores scores) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("rows", scores.rows());
        part.put("metrics", scores(scores.model()));
        return part;
    }

    /// Each score under its metric's name; null where it is undefined, because JSON has no NaN.
    private static Map<String, Object> scores(Metrics metrics) {
        Map<String, Object> scores = new LinkedHashMap<>();
        metrics.scores().forEach((metric, score) -> scores.put(metric.title(), Double.isNaN(score) ? null : score));
        return scores;
    }
}
