package slope.report.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.run.RecordedRequest;
import tools.jackson.jr.ob.JSON;

/// A saved model, for programs: one object whose shape stays.
public final class InspectJson {
    private InspectJson() {}

    public static Map<String, Object> of(ModelFile file) {
        Model model = file.model();
        FitRecord record = model.record();
        Provenance provenance = file.provenance();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("slope", provenance.slopeVersion());
        object.put("task", model.target().kind().option());
        object.put("targets", model.target().columns());
        object.putAll(TargetText.json(model.target()));
        object.put("columns", columns(model));
        if (!provenance.slopeVersion().isEmpty()) { // of other programs' files only the layers are kept
            object.put("outputs", file.outputs());
            object.put("operators", ModelFile.operatorSets());
        }
        object.put("parameters", InspectReport.parameters(model));
        object.put("nonFiniteParameters", NonFinite.parameters(model));
        object.put("modelHash", file.modelHash());
        object.put(
                "networks", model.members().stream().map(InspectJson::network).toList());
        object.put(
                "request",
                RecordedRequest.of(file, "the model")
                        .map(request -> JSON.std.mapFrom(request.toJson()))
                        .orElse(Map.of()));
        object.put("settings", RecordedRequest.settings(record));
        object.put("data", data(record.data()));
        object.put("scores", scores(record));
        record.test().ifPresent(test -> object.put("test", test(test)));
        return object;
    }

    private static List<Object> columns(Model model) {
        List<Object> columns = new ArrayList<>();
        model.columns().forEach((name, kind) -> {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("name", name);
            column.put("holds", kind.words());
            columns.add(column);
        });
        return columns;
    }

    private static Map<String, Object> network(FittedNetwork member) {
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("inputs", member.encoding().inputNames());
        network.put("layers", LayerText.json(member.network().architecture()));
        network.put("parameters", member.network().parameters().count());
        return network;
    }

    private static Map<String, Object> data(FitRecord.Data data) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rows", data.rows());
        object.put("trainingRows", data.trainingRows());
        object.put("validationRows", data.validationRows());
        object.put("hash", data.hash());
        object.put("splitHash", data.splitHash());
        return object;
    }

    /// null where a score is undefined, because JSON has no NaN.
    private static List<Object> scores(FitRecord record) {
        List<Object> scores = new ArrayList<>();
        for (FitRecord.Score score : record.scores()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("metric", score.metric());
            put(object, "training", score.training());
            put(object, "validation", score.validation());
            put(object, "baseline", score.baseline());
            scores.add(object);
        }
        return scores;
    }

    private static Map<String, Object> test(FitRecord.Test test) {
        List<Object> scores = new ArrayList<>();
        for (FitRecord.TestScore score : test.scores()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("metric", score.metric());
            put(object, "score", score.score());
            put(object, "baseline", score.baseline());
            scores.add(object);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rows", test.rows());
        object.put("scores", scores);
        return object;
    }

    private static void put(Map<String, Object> object, String name, double score) {
        object.put(name, Double.isNaN(score) ? null : score);
    }
}
