package slope.onnx.description;

import java.util.List;
import java.util.Optional;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.table.DataException;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.DecisionWeights;
import slope.target.Exposure;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;
import slope.target.Threshold;

/// Targets as JSON.
final class TargetDescription {
    private TargetDescription() {}

    static JsonObject of(Target target) {
        return switch (target) {
            case Classes classes -> of(classes);
            case Labels labels ->
                kind("labels")
                        .with(
                                "labels",
                                new Json.Items(labels.labels().stream()
                                        .<Json>map(TargetDescription::of)
                                        .toList()));
            case Numbers numbers ->
                kind("numbers")
                        .with(
                                "scales",
                                new Json.Items(numbers.scales().stream()
                                        .<Json>map(TargetDescription::of)
                                        .toList()));
            case Quantiles quantiles ->
                kind("quantiles").with("scale", of(quantiles.scale())).with("levels", Json.numbers(quantiles.levels()));
            case Amounts amounts -> of(amounts);
        };
    }

    static Target read(JsonObject target) {
        try {
            return switch (target.text("kind")) {
                case "classes" -> classes(target);
                case "labels" ->
                    new Labels(target.objects("labels").stream()
                            .map(TargetDescription::classes)
                            .toList());
                case "numbers" ->
                    new Numbers(target.objects("scales").stream()
                            .map(TargetDescription::scale)
                            .toList());
                case "quantiles" -> new Quantiles(scale(target.object("scale")), target.decimals("levels"));
                case "counts" ->
                    new Amounts(
                            target.text("column"),
                            target.find("power").isPresent() ? target.decimal("power") : 1,
                            target.decimal("rate"),
                            target.find("exposure").isPresent()
                                    ? Optional.of(exposure(target.object("exposure")))
                                    : Optional.empty());
                default ->
                    throw new JsonException("has a target of the unknown kind \"%s\"".formatted(target.text("kind")));
            };
        } catch (DataException unusable) {
            throw new JsonException("has a target that cannot be: " + unusable.getMessage());
        }
    }

    private static JsonObject kind(String kind) {
        return JsonObject.empty().with("kind", kind);
    }

    private static JsonObject of(Classes classes) {
        JsonObject object =
                kind("classes").with("column", classes.column()).with("classes", Json.texts(classes.classes()));
        return switch (classes.decision().orElse(null)) {
            case null -> object;
            case Threshold threshold -> object.with("threshold", threshold.probability());
            case DecisionWeights weights -> object.with("decisionWeights", Json.numbers(weights.weights()));
        };
    }

    private static Classes classes(JsonObject target) {
        List<String> classes = target.texts("classes");
        if (classes.size() < 2) {
            throw new JsonException("has a target with %s classes; two is the least".formatted(classes.size()));
        }
        Classes likeliest = new Classes(target.text("column"), classes);
        try {
            if (target.find("threshold").isPresent()) {
                return likeliest.with(new Threshold(target.decimal("threshold")));
            }
            return target.find("decisionWeights").isPresent()
                    ? likeliest.with(new DecisionWeights(target.decimals("decisionWeights")))
                    : likeliest;
        } catch (IllegalArgumentException unusable) {
            throw new JsonException("has a rule of decisions that cannot be: " + unusable.getMessage());
        }
    }

    /// Infinite bounds are left out, because JSON has no word for them.
    static JsonObject of(TargetScale scale) {
        return JsonObject.empty()
                .with("column", scale.column())
                .with("mean", scale.mean())
                .with("deviation", scale.standardDeviation())
                .with("least", scale.minimum())
                .with("most", scale.maximum());
    }

    static TargetScale scale(JsonObject scale) {
        return new TargetScale(
                scale.text("column"),
                scale.decimal("mean"),
                scale.decimal("deviation"),
                scale.find("least").isPresent() ? scale.decimal("least") : Double.NEGATIVE_INFINITY,
                scale.find("most").isPresent() ? scale.decimal("most") : Double.POSITIVE_INFINITY);
    }

    /// A power of 1, that of counts, is left out, as in files from before there were others.
    private static JsonObject of(Amounts amounts) {
        JsonObject counts = kind("counts").with("column", amounts.column()).with("rate", amounts.rate());
        JsonObject object = amounts.power() == 1 ? counts : counts.with("power", amounts.power());
        return amounts.exposure()
                .map(exposure -> object.with(
                        "exposure",
                        JsonObject.empty().with("column", exposure.column()).with("least", exposure.minimum())))
                .orElse(object);
    }

    private static Exposure exposure(JsonObject exposure) {
        return new Exposure(exposure.text("column"), exposure.decimal("least"));
    }
}
