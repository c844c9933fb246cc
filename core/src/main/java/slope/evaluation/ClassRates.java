package slope.evaluation;

/// How often a class or label occurs and is predicted, as shares of the rows' weights.
///
/// @param observed the share of rows that have it
/// @param probability its mean predicted probability
/// @param predicted the share of rows for which it is predicted
/// @param truePositiveRate the share of rows with it for which it is predicted; not defined if none has it
/// @param falsePositiveRate the share of other rows for which it is predicted; not defined if there are none
public record ClassRates(
        double observed, double probability, double predicted, double truePositiveRate, double falsePositiveRate) {}
