package slope.onnx.description;

import java.util.Arrays;
import java.util.List;
import slope.data.BooleanEncoding;
import slope.data.CategoryEncoding;
import slope.data.CodeEncoding;
import slope.data.ColumnEncoding;
import slope.data.DateEncoding;
import slope.data.Encoding;
import slope.data.MissingEncoding;
import slope.data.NumberEncoding;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.Numbers;

/// Encodings as JSON: one object for each, its kind first.
final class EncodingDescription {
    private EncodingDescription() {}

    static Json of(Encoding encoding) {
        return new Json.Items(
                encoding.columns().stream().<Json>map(EncodingDescription::of).toList());
    }

    static Encoding read(List<JsonObject> columns) {
        return new Encoding(columns.stream().map(EncodingDescription::read).toList());
    }

    private static JsonObject of(ColumnEncoding encoding) {
        return switch (encoding) {
            case NumberEncoding number ->
                kind("number", number)
                        .with("filling", number.filling())
                        .with("scaling", ScalingDescription.of(number.scaling()));
            case DateEncoding date ->
                kind("date", date)
                        .with("part", date.part().title())
                        .with("filling", date.filling())
                        .with("scaling", ScalingDescription.of(date.scaling()));
            case MissingEncoding missing ->
                kind("missing", missing)
                        .with("when missing", missing.whenMissing())
                        .with("when present", missing.whenPresent());
            case BooleanEncoding truth ->
                kind("boolean", truth)
                        .with("when true", truth.whenTrue())
                        .with("when false", truth.whenFalse())
                        .with("when missing", truth.whenMissing());
            case CodeEncoding code -> kind("code", code).with("levels", Json.texts(code.levels()));
            case CategoryEncoding category
            when isOneHot(category) ->
                kind("one-hot", category)
                        .with("levels", Json.texts(category.levels()))
                        .with(
                                "other input",
                                Json.of(category.width() > category.levels().size()));
            case CategoryEncoding category ->
                kind("category", category)
                        .with("levels", Json.texts(category.levels()))
                        .with("inputs", Json.texts(category.inputNames()))
                        .with("values", values(category));
        };
    }

    private static ColumnEncoding read(JsonObject column) {
        String name = column.text("column");
        return switch (column.text("kind")) {
            case "number" ->
                new NumberEncoding(name, column.decimal("filling"), ScalingDescription.read(column.object("scaling")));
            case "date" ->
                new DateEncoding(
                        name,
                        part(column.text("part")),
                        column.decimal("filling"),
                        ScalingDescription.read(column.object("scaling")));
            case "missing" ->
                new MissingEncoding(
                        name, (float) column.decimal("when missing"), (float) column.decimal("when present"));
            case "boolean" ->
                new BooleanEncoding(
                        name, (float) column.decimal("when true"), (float) column.decimal("when false"), (float)
                                column.decimal("when missing"));
            case "code" -> new CodeEncoding(name, column.texts("levels"));
            case "one-hot" ->
                CategoryEncoding.oneHot(
                        name,
                        column.texts("levels"),
                        column.truth("other input")
                                ? CategoryEncoding.OtherInput.PRESENT
                                : CategoryEncoding.OtherInput.ABSENT);
            case "category" -> category(name, column);
            // What a later version may know. A new kind adds its word here and above.
            default ->
                throw new JsonException("has a column of the unknown kind \"%s\"".formatted(column.text("kind")));
        };
    }

    private static JsonObject kind(String kind, ColumnEncoding encoding) {
        return JsonObject.empty().with("kind", kind).with("column", encoding.column());
    }

    /// The usual table, which need not be written number by number.
    private static boolean isOneHot(CategoryEncoding category) {
        for (CategoryEncoding.OtherInput other : CategoryEncoding.OtherInput.values()) {
            if (category.equals(CategoryEncoding.oneHot(category.column(), category.levels(), other))) {
                return true;
            }
        }
        return false;
    }

    private static DateEncoding.Part part(String title) {
        for (DateEncoding.Part part : DateEncoding.Part.values()) {
            if (part.title().equals(title)) {
                return part;
            }
        }
        throw new JsonException("has the unknown part \"%s\" of a date".formatted(title));
    }

    /// (levels + 1) × inputs, row-major. Every float is a double, so none changes on the way.
    private static Json values(CategoryEncoding category) {
        int width = category.width();
        double[] values = new double[(category.levels().size() + 1) * width];
        Arrays.setAll(values, index -> category.value(index / width, index % width));
        return Numbers.of(values);
    }

    private static CategoryEncoding category(String name, JsonObject column) {
        List<Double> values = column.decimals("values");
        float[] floats = new float[values.size()];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = values.get(index).floatValue();
        }
        return new CategoryEncoding(name, column.texts("levels"), column.texts("inputs"), floats);
    }
}
