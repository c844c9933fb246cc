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

    /// The interval that holds the actual number as often as was asked for; of several target columns, the
    /// first one's.
    ///
    /// @throws IllegalStateException if the model has no intervals
    public Interval interval() {
        return all.interval(row, 0);
    }

    /// The interval of one of several target columns.
    ///
    /// @throws IllegalArgumentException if the model does not predict it
    /// @throws IllegalStateException if the model has no intervals
    public Interval interval(String column) {
        return all.interval(row, all.columnOf(column));
    }

    /// The classes that hold the actual one as often as was asked for, in the order of the model. Empty if
    /// the row looks like none of them.
    ///
    /// @throws IllegalStateException if the model has no sets
    public List<String> set() {
        return all.set(row, 0);
    }

    /// The set of one of several labels: `0`, `1` or both, in the words of its column.
    ///
    /// @throws IllegalArgumentException if the model does not predict it
    /// @throws IllegalStateException if the model has no sets
    public List<String> set(String column) {
        return all.set(row, all.columnOf(column));
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
