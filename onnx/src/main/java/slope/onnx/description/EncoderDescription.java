package slope.onnx.description;

import java.util.Arrays;
import java.util.List;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.Numbers;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.TableEncoder;

/// Encodings as JSON: one object for each, its kind first.
final class EncoderDescription {
    private EncoderDescription() {}

    static Json of(TableEncoder encoding) {
        return new Json.Items(
                encoding.columns().stream().<Json>map(EncoderDescription::of).toList());
    }

    static TableEncoder read(List<JsonObject> columns) {
        return new TableEncoder(columns.stream().map(EncoderDescription::read).toList());
    }

    private static JsonObject of(ColumnEncoder encoding) {
        return switch (encoding) {
            case NumberEncoder number ->
                kind("number", number)
                        .with("filling", number.filling())
                        .with("scaling", ScalerDescription.of(number.scaling()));
            case DateEncoder date ->
                kind("date", date)
                        .with("part", date.part().title())
                        .with("filling", date.filling())
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
            case OrdinalEncoder code -> kind("code", code).with("levels", Json.texts(code.levels()));
            case OneHotEncoder category
            when isOneHot(category) ->
                kind("one-hot", category)
                        .with("levels", Json.texts(category.levels()))
                        .with(
                                "other input",
                                Json.of(category.width() > category.levels().size()));
            case OneHotEncoder category ->
                kind("category", category)
                        .with("levels", Json.texts(category.levels()))
                        .with("inputs", Json.texts(category.inputNames()))
                        .with("values", values(category));
        };
    }

    private static ColumnEncoder read(JsonObject column) {
        String name = column.text("column");
        return switch (column.text("kind")) {
            case "number" ->
                new NumberEncoder(name, column.decimal("filling"), ScalerDescription.read(column.object("scaling")));
            case "date" ->
                new DateEncoder(
                        name,
                        part(column.text("part")),
                        column.decimal("filling"),
                        ScalerDescription.read(column.object("scaling")));
            case "missing" ->
                new MissingIndicator(
                        name, (float) column.decimal("when missing"), (float) column.decimal("when present"));
            case "boolean" ->
                new BooleanEncoder(
                        name, (float) column.decimal("when true"), (float) column.decimal("when false"), (float)
                                column.decimal("when missing"));
            case "code" -> new OrdinalEncoder(name, column.texts("levels"));
            case "one-hot" ->
                OneHotEncoder.oneHot(
                        name,
                        column.texts("levels"),
                        column.truth("other input")
                                ? OneHotEncoder.OtherInput.PRESENT
                                : OneHotEncoder.OtherInput.ABSENT);
            case "category" -> category(name, column);
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
            if (category.equals(OneHotEncoder.oneHot(category.column(), category.levels(), other))) {
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

    /// (levels + 1) × inputs, row-major. Every float is a double, so none changes on the way.
    private static Json values(OneHotEncoder category) {
        int width = category.width();
        double[] values = new double[(category.levels().size() + 1) * width];
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
