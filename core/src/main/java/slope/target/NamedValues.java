package slope.target;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Numbers for each row, one under each name; copied.
final class NamedValues {
    /// The number of rows in the text; the others are counted.
    private static final int SHOWN = 5;

    private final List<String> names;
    private final double[] values; // rows × names, row-major

    NamedValues(List<String> names, double[] values) {
        this.names = List.copyOf(names);
        this.values = values.clone();
    }

    List<String> names() {
        return names;
    }

    int rows() {
        return values.length / names.size();
    }

    double at(int row, int index) {
        return values[row * names.size() + index];
    }

    /// @throws IllegalArgumentException if there is no such name
    double at(int row, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "the model does not know \"%s\"; it knows %s".formatted(name, String.join(", ", names)));
        }
        return at(row, index);
    }

    boolean isFinite(int row) {
        return IntStream.range(0, names.size()).allMatch(index -> Double.isFinite(at(row, index)));
    }

    /// The numbers themselves, to be read only: rows × names, row-major.
    double[] array() {
        return values;
    }

    /// The first predictions, each in a line.
    static String head(Predictions predictions) {
        int rows = predictions.rows();
        return IntStream.range(0, Math.min(rows, SHOWN))
                .mapToObj(row -> "\n" + new Prediction(predictions, row))
                .collect(Collectors.joining(
                        "",
                        String.format(
                                Locale.ROOT, "%,d predictions of %s", rows, String.join(", ", predictions.names())),
                        rows > SHOWN ? "\n…" : ""));
    }
}
