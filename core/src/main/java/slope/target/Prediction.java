package slope.target;

/// The prediction for one row.
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
        return all.value(row, 0);
    }

    /// One of several predicted numbers, by its name among [Predictions#names].
    ///
    /// @throws IllegalArgumentException if the model does not predict it
    /// @throws IllegalStateException if the model predicts classes or labels
    public double value(String name) {
        return all.value(row, name);
    }

    /// How likely a class or label is, from 0 to 1.
    ///
    /// @throws IllegalArgumentException if the model does not know it
    public double probability(String name) {
        return all.probability(row, name);
    }
}
