package slope.report.trace;

/// How the prediction changes when a column's cell is replaced and the others stay.
///
/// @param column its name
/// @param replacedBy the imputation value of numbers; null where the cell is made missing
/// @param output the predicted number that changes most: of classes the probability of the
///     predicted one, of quantiles the one in the middle
/// @param prediction the number after the replacement
/// @param change the number after the replacement minus the number before
public record OccludedColumn(String column, double replacedBy, String output, double prediction, double change) {}
