package slope.explain;

import java.util.List;

/// Other values of a row that lead to a wanted prediction (Wachter, Mittelstadt and Russell 2017, arXiv
/// 1711.00399).
///
/// It says what the model would predict for such a row, not what would happen to a person whose values
/// were changed.
///
/// @param changes of one column, or of two
/// @param cost the sum of the changes' costs
/// @param prediction for the changed row, as a person writes it
/// @param predictions the number of each output
public record Counterfactual(List<Change> changes, double cost, String prediction, List<Double> predictions) {
    public Counterfactual {
        changes = List.copyOf(changes);
        predictions = List.copyOf(predictions);
    }

    /// Another value of a column.
    ///
    /// @param column its name
    /// @param from the row's own value, as a person writes it; empty where it is missing
    /// @param to the other value
    /// @param cost the share of rows between both, of numbers and dates; 1 for another category or where a value
    ///     was missing
    public record Change(String column, String from, String to, double cost) {}
}
