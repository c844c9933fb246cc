package slope.onnx.json;

import java.util.List;

/// A JSON value.
public sealed interface Json permits Json.Text, Json.Figure, Json.Truth, Json.Nothing, Json.Items, Numbers, JsonObject {

    /// A word.
    record Text(String value) implements Json {}

    /// A number, as it is written: whole and floating ones keep every digit.
    record Figure(String written) implements Json {}

    /// True or false.
    record Truth(boolean value) implements Json {}

    /// JSON's null.
    record Nothing() implements Json {}

    /// An array.
    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(boolean value) {
        return new Truth(value);
    }

    static Json of(long value) {
        return new Figure(Long.toString(value));
    }

    /// A number with every digit it takes to read the same double back; null where it is not finite, for
    /// which JSON has no word.
    static Json of(double value) {
        return Double.isFinite(value) ? new Figure(Double.toString(value)) : new Nothing();
    }

    static Json numbers(List<Double> values) {
        return new Items(values.stream().map(Json::of).toList());
    }

    static Json texts(List<String> values) {
        return new Items(values.stream().map(Json::of).toList());
    }
}
