package slope.explain;

import java.util.List;

/// How each column moves the prediction of one row, from the mean prediction of the background rows:
/// Shapley values (Štrumbelj and Kononenko 2014; Lundberg and Lee 2017, arXiv 1705.07874), in which columns
/// that are left out have the cells of background rows (interventional).
///
/// For each output, the base and the contributions add up to the prediction.
///
/// @param row its number in the table, from 0
/// @param predictions one for each output
/// @param contributions groups × outputs
/// @param standardErrors of the contributions, groups × outputs: how far they would differ with other
///     orders of the columns; 0 where all orders count
public record Attribution(
        int row, List<Double> predictions, List<List<Double>> contributions, List<List<Double>> standardErrors) {
    public Attribution {
        predictions = List.copyOf(predictions);
        contributions = List.copyOf(contributions);
        standardErrors = List.copyOf(standardErrors);
    }

    /// The contribution of a group of columns to an output.
    public double contribution(int group, int output) {
        return contributions.get(group).get(output);
    }

    /// Its standard error.
    public double standardError(int group, int output) {
        return standardErrors.get(group).get(output);
    }
}
