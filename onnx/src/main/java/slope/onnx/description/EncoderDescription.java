package slope.onnx.description;

import java.util.Objects;
import java.util.function.Supplier;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
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
                        .with("scaling", ScalerDescription.of(number.scaling()));
            case DateEncoder date ->
                kind("date", date)
                        .with("part", date.part().title())
                        .with("filling", date.imputed())
                        .with("scaling", ScalerDescription.of(date.scaling()));
            case MissingIndicator missing ->
                kind("missing", missing)
                        .with("when missing", missing.whenMissing())
                        .with("when present", missing.whenPresent());
            case BooleanEncoder truth ->
                kind("boolean", truth)
                        .with("when true", truth.whenTrue())
                        .with("when false", truth.whenFalse())
                        .with("when missing", truth.whenMissing());
            case OrdinalEncoder code -> kind("code", code).with("levels", Json.texts(code.categories()));
            case OneHotEncoder category
            when isOneHot(category) ->
                kind("one-hot", category)
                        .with("levels", Json.texts(category.categories()))
                        .with(
                                "other input",
                                Json.of(category.width() > category.categories().size()));
            case OneHotEncoder category ->
                kind("category", category)
                        .with("levels", Json.texts(category.categories()))
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
            case "code" -> new OrdinalEncoder(name, column.texts("levels"));
            // Of format 1, which left the table out.
            case "one-hot" ->
                OneHotEncoder.oneHot(
                        name,
                        column.texts("levels"),
                        column.truth("other input")
                                ? OneHotEncoder.OtherInput.PRESENT
                                : OneHotEncoder.OtherInput.ABSENT);
            case "category" ->
                new OneHotEncoder(
                        name,
                        column.texts("levels"),
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

    /// The usual table, which need not be written number by number.
    private static boolean isOneHot(OneHotEncoder category) {
        for (OneHotEncoder.OtherInput other : OneHotEncoder.OtherInput.values()) {
            if (category.equals(OneHotEncoder.oneHot(category.column(), category.categories(), other))) {
                return true;
            }
        }
        return false;
    }

    private static DateEncoder.Part part(String title) {
        for (DateEncoder.Part part : DateEncoder.Part.values()) {
            if (part.title().equals(title)) {
                return part;
            }
        }
        throw new JsonException("has the unknown part \"%s\" of a date".formatted(title));
    }

    /// (categories + 1) × inputs, row-major. Every float is a double, so none changes on the way.
    private static Json values(OneHotEncoder category) {
        int width = category.width();
        double[] values = new double[(category.categories().size() + 1) * width];
        Arrays.setAll(values, index -> category.value(index / width, index % width));
        return Numbers.of(values);
    }

    private static OneHotEncoder category(String name, JsonObject column) {
        List<Double> values = column.decimals("values");
        float[] floats = new float[values.size()];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = values.get(index).floatValue();
        }
        return new OneHotEncoder(name, column.texts("levels"), column.texts("inputs"), floats);
    }
}
