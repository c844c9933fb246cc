package slope.onnx.description;

import java.util.Objects;
import java.util.function.Supplier;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.ExactValueEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;

/// Encoders as JSON: one object for each, its kind first.
final class EncoderDescription {
    private EncoderDescription() {}

    static JsonObject of(ColumnEncoder encoding, TensorNames names) {
        Supplier<String> numbers =
                () -> Objects.requireNonNull(names.ofColumns().get(encoding));
        return switch (encoding) {
            case NumberEncoder number ->
                kind("number", number)
                        .with("filling", number.imputed())
                        .with("scaling", ScalerDescription.of(number.scaling(), numbers));
            case DateEncoder date ->
                kind("date", date)
                        .with("part", date.part().title())
                        .with("filling", date.imputed())
                        .with("scaling", ScalerDescription.of(date.scaling(), numbers));
            case MissingIndicator missing ->
                kind("missing", missing)
                        .with("when missing", missing.whenMissing())
                        .with("when present", missing.whenPresent());
            case BooleanEncoder truth ->
                kind("boolean", truth)
                        .with("when true", truth.whenTrue())
                        .with("when false", truth.whenFalse())
                        .with("when missing", truth.whenMissing());
            case OrdinalEncoder code -> LevelDescription.on(kind("code", code), code.levels());
            case ExactValueEncoder code ->
                kind("exact value", code)
                        .with(
                                "values",
                                new Json.Items(
                                        code.values().stream().map(Json::of).toList()));
            case OneHotEncoder category ->
                LevelDescription.on(kind("category", category), category.levels())
                        .with("inputs", Json.texts(category.inputNames()))
                        .with("values", numbers.get());
        };
    }

    static ColumnEncoder read(JsonObject column, StoredTensors tensors) {
        String name = column.text("column");
        return switch (column.text("kind")) {
            case "number" ->
                new NumberEncoder(
                        name, column.decimal("filling"), ScalerDescription.read(column.object("scaling"), tensors));
            case "date" ->
                new DateEncoder(
                        name,
                        part(column.text("part")),
                        column.decimal("filling"),
                        ScalerDescription.read(column.object("scaling"), tensors));
            case "missing" ->
                new MissingIndicator(
                        name, (float) column.decimal("when missing"), (float) column.decimal("when present"));
            case "boolean" ->
                new BooleanEncoder(
                        name, (float) column.decimal("when true"), (float) column.decimal("when false"), (float)
                                column.decimal("when missing"));
            case "code" -> new OrdinalEncoder(name, LevelDescription.read(column));
            case "exact value" -> new ExactValueEncoder(name, column.decimals("values"));
            // Of format 1, which left the table out.
            case "one-hot" ->
                OneHotEncoder.oneHot(
                        name,
                        LevelDescription.read(column),
                        column.truth("other input")
                                ? OneHotEncoder.OtherInput.PRESENT
                                : OneHotEncoder.OtherInput.ABSENT);
            case "category" ->
                new OneHotEncoder(
                        name,
                        LevelDescription.read(column),
                        column.texts("inputs"),
                        tensors.numbers(column, "values").toArray());
            // What a later version may know. A new kind adds its word here and above.
            default ->
                throw new JsonException("has a column of the unknown kind \"%s\"".formatted(column.text("kind")));
        };
    }

    private static JsonObject kind(String kind, ColumnEncoder encoding) {
        return JsonObject.empty().with("kind", kind).with("column", encoding.column());
    }

    private static DateEncoder.Part part(String title) {
        for (DateEncoder.Part part : DateEncoder.Part.values()) {
            if (part.title().equals(title)) {
                return part;
            }
        }
        throw new JsonException("has the unknown part \"%s\" of a date".formatted(title));
    }
}
