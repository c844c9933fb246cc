package slope.evaluation;

/// The scores of two classes where rows of at least some probability are predicted positive.
///
/// @param threshold the probability
/// @param precision true positives among all predicted positives; 0 where there are none
/// @param recall true positives among all rows of the class
/// @param f1 2·TP / (2·TP + FN + FP)
/// @param falsePositiveRate false positives among all other rows
/// @param predictedPositives the number of rows at or above the threshold
public record ThresholdScores(
        double threshold,
        double precision,
        double recall,
        double f1,
        double falsePositiveRate,
        int predictedPositives) {}
