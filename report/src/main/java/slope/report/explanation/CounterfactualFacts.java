package slope.report.explanation;

import java.util.List;
import java.util.Map;
import slope.explain.Counterfactual;

/// Other values of a row that lead to a wanted prediction.
///
/// @param wanted the prediction in words, such as `another class than 1`
/// @param found the cheapest changes, at most three; none if no change of one or two columns is enough
public record CounterfactualFacts(String wanted, List<Found> found) {
    public CounterfactualFacts {
        found = List.copyOf(found);
    }

    /// Changes that are enough.
    ///
    /// @param changes of one column, or of two
    /// @param cost the sum of the changes' costs: the share of rows between two numbers, 1 for another category
    /// @param prediction for the changed row, as a person writes it
    /// @param predictions the number of each output
    public record Found(
            List<Counterfactual.Change> changes, double cost, String prediction, Map<String, Double> predictions) {
        public Found {
            changes = List.copyOf(changes);
        }

        static Found of(Counterfactual counterfactual, List<String> outputs) {
            return new Found(
                    counterfactual.changes(),
                    counterfactual.cost(),
                    counterfactual.prediction(),
                    AttributionFacts.named(outputs, counterfactual.predictions()));
        }
    }
}
