package slope.target;

import java.util.List;
import slope.metric.Predictions;

/// What a model says of one row.
///
/// @param all predictions of some rows
/// @param row which of them this is
public record Prediction(Predictions all, int row) {

    /// The predicted cell as a person would write it: a class's name, or a number.
    public String text() {
        return all.text(row);
    }

    /// The predicted number, in the target's unit; of several, or of quantiles, the first.
    ///
    /// @throws IllegalStateException if the model predicts classes or labels
    public double value() {
        return switch (all) {
            case Predictions.Numbers numbers -> numbers.value(row);
            case Predictions.Quantiles quantiles -> quantiles.value(row, 0);
            case Predictions.Classes _, Predictions.Labels _ ->
                throw new IllegalStateException("the model predicts classes, not a number; ask for the text");
        };
    }

    /// One of several predicted numbers, by its name among [Predictions#names].
    ///
    /// @throws IllegalArgumentException if the model does not predict it
    public double value(String name) {
        return switch (all) {
            case Predictions.Numbers numbers -> numbers.value(row, indexOf(name, numbers.names()));
            case Predictions.Quantiles quantiles -> quantiles.value(row, indexOf(name, quantiles.names()));
            case Predictions.Classes _, Predictions.Labels _ ->
                throw new IllegalArgumentException("the model predicts classes, not the number \"%s\"".formatted(name));
        };
    }

    /// How likely a class or label is, from 0 to 1.
    ///
    /// @throws IllegalArgumentException if the model does not know it
    public double probability(String name) {
        return switch (all) {
            case Predictions.Classes classes -> classes.probability(row, indexOf(name, classes.classes()));
            case Predictions.Labels labels -> labels.probability(row, indexOf(name, labels.names()));
            case Predictions.Numbers _, Predictions.Quantiles _ ->
                throw new IllegalArgumentException("the model predicts numbers, not the class \"%s\"".formatted(name));
        };
    }

    private static int indexOf(String name, List<String> known) {
        int index = known.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "the model does not know \"%s\"; it knows %s".formatted(name, String.join(", ", known)));
        }
        return index;
    }
}
