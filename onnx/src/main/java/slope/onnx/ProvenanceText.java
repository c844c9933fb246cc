package slope.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import slope.model.FitRecord;
import slope.model.Importance;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.JsonReader;
import slope.onnx.json.JsonWriter;

/// A [Provenance] and the [FitRecord] of a model as JSON and back: one object of both.
final class ProvenanceText {
    private ProvenanceText() {}

    /// The setting with the class weights.
    private static final String CLASS_WEIGHTS = "class-weights";

    static JsonObject of(Provenance provenance, FitRecord record) {
        JsonObject settings = texts(record.settings());
        if (!record.classWeights().isEmpty()) {
            settings = settings.with(CLASS_WEIGHTS, JsonWriter.write(of(record.classWeights())));
        }
        JsonObject version = JsonObject.empty().with("slope", provenance.slopeVersion());
        JsonObject told = provenance
                .request()
                .map(request -> version.with("request", request))
                .orElseGet(() -> provenance.options().isEmpty()
                        ? version
                        : version.with("options", Json.texts(provenance.options())))
                .with("data", of(record.data()))
                .with("settings", settings)
                .with("sources", texts(record.sources()))
                .with("scores", items(record.scores(), ProvenanceText::of))
                .with("history", items(record.history(), ProvenanceText::of))
                .with("seen", items(record.ranges(), TrainingRangesText::of));
        JsonObject tested =
                record.test().map(test -> told.with("test", of(test))).orElse(told);
        JsonObject weighted =
                record.weightColumn().map(name -> tested.with("weight", name)).orElse(tested);
        JsonObject explained = record.importance()
                .map(importance -> weighted.with("importance", of(importance)))
                .orElse(weighted);
        JsonObject sliced = record.slices()
                .map(slices -> explained.with("slices", SlicesText.of(slices)))
                .orElse(explained);
        JsonObject calibrated = record.calibration()
                .map(calibration -> sliced.with("calibration", CalibrationText.of(calibration)))
                .orElse(sliced);
        return record.bounds()
                .map(bounds -> calibrated.with("bounds", ScoreBoundsText.of(bounds)))
                .orElse(calibrated);
    }

    private static <T> Json items(List<T> values, Function<T, Json> json) {
        return new Json.Items(values.stream().map(json).toList());
    }

    private static JsonObject texts(Map<String, String> values) {
        JsonObject texts = JsonObject.empty();
        for (Map.Entry<String, String> value : values.entrySet()) {
            texts = texts.with(value.getKey(), value.getValue());
        }
        return texts;
    }

    private static Json of(List<Map<String, Double>> classWeights) {
        return items(classWeights, weights -> {
            JsonObject ofNetwork = JsonObject.empty();
            for (Map.Entry<String, Double> weight : weights.entrySet()) {
                ofNetwork = ofNetwork.with(weight.getKey(), weight.getValue());
            }
            return ofNetwork;
        });
    }

    static Provenance provenance(JsonObject object) {
        Optional<String> request =
                object.find("request").isPresent() ? Optional.of(object.text("request")) : Optional.empty();
        List<String> options = object.find("options").isPresent() ? object.texts("options") : List.of();
        return new Provenance(object.text("slope"), request, options);
    }

    /// Files of earlier versions lack sources, the weight column, test rows, importance, slices, calibration and
    /// bounds; the first of them also name their machine, which has no effect.
    static FitRecord record(JsonObject object) {
        Map<String, String> settings = texts(object.object("settings"));
        String classWeights = settings.remove(CLASS_WEIGHTS);
        return FitRecord.unknown()
                .data(data(object.object("data")))
                .settings(settings)
                .sources(object.find("sources").isPresent() ? texts(object.object("sources")) : Map.of())
                .weightColumn(object.find("weight").isPresent() ? Optional.of(object.text("weight")) : Optional.empty())
                .classWeights(classWeights == null ? List.of() : classWeights(classWeights))
                .scores(object.objects("scores").stream()
                        .map(ProvenanceText::score)
                        .toList())
                .test(optional(object, "test").map(ProvenanceText::test))
                .history(object.objects("history").stream()
                        .map(ProvenanceText::history)
                        .toList())
                .ranges(object.objects("seen").stream()
                        .map(TrainingRangesText::read)
                        .toList())
                .importance(optional(object, "importance").map(ProvenanceText::importance))
                .slices(optional(object, "slices").map(SlicesText::read))
                .calibration(optional(object, "calibration").map(CalibrationText::read))
                .bounds(optional(object, "bounds").map(ScoreBoundsText::read));
    }

    private static Optional<JsonObject> optional(JsonObject object, String name) {
        return object.find(name).map(ignored -> object.object(name));
    }

    private static List<Map<String, Double>> classWeights(String text) {
        return JsonReader.readObject("{\"networks\":" + text + "}").objects("networks").stream()
                .map(network -> {
                    Map<String, Double> weights = new LinkedHashMap<>();
                    network.members().keySet().forEach(name -> weights.put(name, network.decimal(name)));
                    return weights;
                })
                .toList();
    }

    private static JsonObject of(FitRecord.Data data) {
        JsonObject known = JsonObject.empty()
                .with("rows", data.rows())
                .with("training rows", data.trainingRows())
                .with("validation rows", data.validationRows())
                .with("hash", data.hash())
                .with("split hash", data.splitHash());
        return data.sketch()
                .map(sketch -> known.with("sketch", RowSketchText.of(sketch)))
                .orElse(known);
    }

    private static FitRecord.Data data(JsonObject data) {
        return new FitRecord.Data(
                data.count("rows"),
                data.count("training rows"),
                data.count("validation rows"),
                data.text("hash"),
                data.text("split hash"),
                optional(data, "sketch").map(RowSketchText::read));
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (!(value instanceof Json.Text(String text))) {
                throw new JsonException("has something else than a word for \"%s\"".formatted(name));
            }
            texts.put(name, text);
        });
        return texts;
    }

    private static JsonObject of(FitRecord.Score score) {
        JsonObject scores = JsonObject.empty()
                .with("metric", score.metric())
                .with("training", score.training())
                .with("validation", score.validation())
                .with("baseline", score.baseline());
        return Double.isNaN(score.linear()) ? scores : scores.with("linear", score.linear());
    }

    private static FitRecord.Score score(JsonObject score) {
        return new FitRecord.Score(
                score.text("metric"),
                scoreOf(score, "training"),
                scoreOf(score, "validation"),
                scoreOf(score, "baseline"),
                score.find("linear").isPresent() ? score.decimal("linear") : Double.NaN);
    }

    private static JsonObject of(FitRecord.Test test) {
        return JsonObject.empty()
                .with("rows", test.rows())
                .with(
                        "scores",
                        items(
                                test.scores(),
                                score -> JsonObject.empty()
                                        .with("metric", score.metric())
                                        .with("score", score.score())
                                        .with("baseline", score.baseline())));
    }

    private static FitRecord.Test test(JsonObject test) {
        return new FitRecord.Test(
                test.count("rows"),
                test.objects("scores").stream()
                        .map(score -> new FitRecord.TestScore(
                                score.text("metric"), scoreOf(score, "score"), scoreOf(score, "baseline")))
                        .toList());
    }

    private static JsonObject of(Importance importance) {
        return JsonObject.empty()
                .with("metric", importance.metric())
                .with("loss", importance.loss())
                .with("rows", importance.rows())
                .with(
                        "columns",
                        items(
                                importance.columns(),
                                column -> JsonObject.empty()
                                        .with("column", column.column())
                                        .with("mean", column.mean())
                                        .with("margin", column.margin())));
    }

    private static Importance importance(JsonObject importance) {
        return new Importance(
                importance.text("metric"),
                importance.decimal("loss"),
                importance.count("rows"),
                importance.objects("columns").stream()
                        .map(column -> new Importance.OfColumn(
                                column.text("column"), column.decimal("mean"), column.decimal("margin")))
                        .toList());
    }

    /// NaN where JSON has null.
    private static double scoreOf(JsonObject score, String part) {
        return score.find(part).isPresent() ? score.decimal(part) : Double.NaN;
    }

    private static JsonObject of(FitRecord.History history) {
        return JsonObject.empty()
                .with("best epoch", history.bestEpoch())
                .with("training losses", Json.numbers(history.trainingLosses()))
                .with("validation losses", Json.numbers(history.validationLosses()));
    }

    private static FitRecord.History history(JsonObject history) {
        return new FitRecord.History(
                history.count("best epoch"),
                history.decimals("training losses"),
                history.decimals("validation losses"));
    }
}
