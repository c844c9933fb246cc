package slope.target;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The prediction for one row.
///
/// @param all predictions of some rows
/// @param row which of them this is
public record Prediction(Predictions all, int row) {

    /// The predicted cell as a person would write it: a class's name, or a number.
    public String text() {
        return all.text(row);
    }

    /// The predicted class.
    ///
    /// @throws IllegalStateException if the model predicts something else
    public String label() {
        if (!(all instanceof ClassPredictions)) {
            throw new IllegalStateException("the model predicts no classes; ask for text() or value()");
        }
        return all.text(row);
    }

    /// The predicted number, in the target's unit; of several, or of quantiles, the first.
    ///
    /// @throws IllegalStateException if the model predicts classes or labels
    public double value() {
        return all.value(row, 0);
    }

    /// One of several predicted numbers, by its name in [Predictions#names].
    ///
    /// @throws IllegalArgumentException if the model does not predict it
    /// @throws IllegalStateException if the model predicts classes or labels
    public double value(String name) {
        return all.value(row, name);
    }

    /// The probability of a class or label, from 0 to 1.
    ///
    /// @throws IllegalArgumentException if the model does not know it
    public double probability(String name) {
        return all.probability(row, name);
    }

    /// As in `species: Adelie (0.98)` or `price: 12.5`.
    @Override
    public String toString() {
        List<String> names = all.names();
        String text = IntStream.range(0, names.size())
                .mapToObj(index -> names.get(index) + ": " + all.text(row, index))
                .collect(Collectors.joining(", "));
        return all instanceof ClassPredictions classes
                ? String.format(Locale.ROOT, "%s (%.2f)", text, classes.probability(row, classes.predicted(row)))
                : text;
    }
}
