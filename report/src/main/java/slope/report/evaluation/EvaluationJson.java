package slope.report.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.evaluation.Calibration;
import slope.evaluation.ConfusionMatrix;
import slope.evaluation.DecileTable;
import slope.metric.Metrics;
import slope.run.NonFiniteRows;

/// An evaluation, for programs: one object whose shape stays.
public final class EvaluationJson {
    private EvaluationJson() {}

    public static Map<String, @Nullable Object> of(Evaluation evaluation) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", evaluation.file());
        object.put("rows", evaluation.rows());
        object.put("rowsLeftOut", evaluation.source().rowsLeftOut());
        object.put("trainedOnThese", evaluation.source().isOfTraining());
        object.put(
                "nonFinitePredictions",
                NonFiniteRows.of(evaluation.predictions()).count());
        object.put("task", evaluation.saved().model().target().kind().option());
        object.put("weight", weight(evaluation.weighting()));
        object.put("metrics", scores(evaluation.metrics()));
        if (!evaluation.outputs().isEmpty()) {
            object.put(
                    "outputs",
                    evaluation.outputs().stream().map(EvaluationJson::output).toList());
        }
        evaluation.confusion().ifPresent(matrix -> object.put("confusion", confusion(matrix)));
        if (!evaluation.outcomes().isEmpty()) {
            object.put(
                    "calibration",
                    evaluation.outcomes().stream()
                            .map(EvaluationJson::calibration)
                            .toList());
        }
        if (!evaluation.quantiles().isEmpty()) {
            object.put(
                    "quantiles",
                    evaluation.quantiles().stream()
                            .map(EvaluationJson::quantile)
                            .toList());
        }
        if (!evaluation.amounts().isEmpty()) {
            object.put(
                    "groups",
                    evaluation.amounts().stream()
                            .map(amount -> of(amount.name(), "groups", groups(amount)))
                            .toList());
        }
        return object;
    }

    /// null where training had no weight column.
    private static @Nullable Map<String, Object> weight(Weighting weighting) {
        if (weighting.column().isEmpty()) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("column", weighting.column().get());
        object.put("used", weighting.isThere());
        return object;
    }

    private static Map<String, Object> of(String name, String what, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("of", name);
        object.put(what, value);
        return object;
    }

    private static Map<String, Object> quantile(Amount.Quantile quantile) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("level", quantile.level());
        object.put("share", quantile.share());
        return object;
    }

    private static List<Object> groups(Amount amount) {
        List<Object> groups = new ArrayList<>();
        for (DecileTable.Group group : amount.groups().groups()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("rows", group.rows());
            object.put("predicted", group.predicted());
            object.put("actual", group.actual());
            groups.add(object);
        }
        return groups;
    }

    /// null where a score is undefined, because JSON has no NaN.
    private static Map<String, Object> scores(Metrics metrics) {
        Map<String, Object> scores = new LinkedHashMap<>();
        metrics.scores().forEach((metric, score) -> scores.put(metric.title(), Double.isNaN(score) ? null : score));
        return scores;
    }

    private static Map<String, Object> output(OutputScores output) {
        Map<String, Object> object = of(output.name(), "metrics", scores(output.metrics()));
        output.confusion().ifPresent(matrix -> object.put("confusion", confusion(matrix)));
        return object;
    }

    private static Map<String, Object> confusion(ConfusionMatrix matrix) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("classes", matrix.classes());
        object.put("actualByPredicted", matrix.toArray());
        return object;
    }

    private static Map<String, Object> calibration(Evaluation.Outcome outcome) {
        List<Object> bins = new ArrayList<>();
        Calibration calibration = outcome.calibration();
        for (Calibration.Bin bin : calibration.bins()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("from", bin.from());
            object.put("to", bin.to());
            object.put("rows", bin.rows());
            object.put("predicted", bin.predicted());
            object.put("observed", bin.observed());
            bins.add(object);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("of", outcome.name());
        object.put("error", calibration.error());
        object.put("bins", bins);
        return object;
    }
}
