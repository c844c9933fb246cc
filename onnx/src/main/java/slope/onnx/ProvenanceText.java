package slope.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;

/// A [Provenance] as JSON and back.
final class ProvenanceText {
    private ProvenanceText() {}

    static JsonObject of(Provenance provenance) {
        JsonObject settings = JsonObject.empty();
        for (Map.Entry<String, String> setting : provenance.settings().entrySet()) {
            settings = settings.with(setting.getKey(), setting.getValue());
        }
        return JsonObject.empty()
                .with("slope", provenance.slopeVersion())
                .with("options", Json.texts(provenance.options()))
                .with("data", of(provenance.data()))
                .with("settings", settings)
                .with(
                        "scores",
                        new Json.Items(provenance.scores().stream()
                                .<Json>map(ProvenanceText::of)
                                .toList()))
                .with(
                        "history",
                        new Json.Items(provenance.history().stream()
                                .<Json>map(ProvenanceText::of)
                                .toList()))
                .with(
                        "seen",
                        new Json.Items(provenance.seen().stream()
                                .<Json>map(TrainingRangesText::of)
                                .toList()));
    }

    /// Files of earlier versions also tell of their machine, on which nothing depends.
    static Provenance read(JsonObject object) {
        return new Provenance(
                object.text("slope"),
                object.texts("options"),
                data(object.object("data")),
                settings(object.object("settings")),
                object.objects("scores").stream().map(ProvenanceText::score).toList(),
                object.objects("history").stream().map(ProvenanceText::history).toList(),
                object.objects("seen").stream().map(TrainingRangesText::read).toList());
    }

    private static JsonObject of(Provenance.Data data) {
        return JsonObject.empty()
                .with("rows", data.rows())
                .with("training rows", data.trainingRows())
                .with("validation rows", data.validationRows())
                .with("hash", data.hash())
                .with("split hash", data.splitHash());
    }

    private static Provenance.Data data(JsonObject data) {
        return new Provenance.Data(
                data.count("rows"),
                data.count("training rows"),
                data.count("validation rows"),
                data.text("hash"),
                data.text("split hash"));
    }

    private static Map<String, String> settings(JsonObject object) {
        Map<String, String> settings = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (!(value instanceof Json.Text(String text))) {
                throw new JsonException("has something else than a word for \"%s\"".formatted(name));
            }
            settings.put(name, text);
        });
        return settings;
    }

    private static JsonObject of(Provenance.Score score) {
        return JsonObject.empty()
                .with("metric", score.metric())
                .with("training", score.training())
                .with("validation", score.validation())
                .with("baseline", score.baseline());
    }

    private static Provenance.Score score(JsonObject score) {
        return new Provenance.Score(
                score.text("metric"),
                scoreOf(score, "training"),
                scoreOf(score, "validation"),
                scoreOf(score, "baseline"));
    }

    /// NaN where JSON has null.
    private static double scoreOf(JsonObject score, String part) {
        return score.find(part).isPresent() ? score.decimal(part) : Double.NaN;
    }

    private static JsonObject of(Provenance.History history) {
        return JsonObject.empty()
                .with("best epoch", history.bestEpoch())
                .with("training losses", decimals(history.trainingLosses()))
                .with("validation losses", decimals(history.validationLosses()));
    }

    private static Provenance.History history(JsonObject history) {
        return new Provenance.History(
                history.count("best epoch"),
                history.decimals("training losses"),
                history.decimals("validation losses"));
    }

    private static Json decimals(List<Double> values) {
        return new Json.Items(values.stream().map(Json::of).toList());
    }
}
