package slope.evaluation;

/// The Brier score of a class or label and its parts (CORP: Dimitriadis, Gneiting and Jordan 2021, PNAS 118(8),
/// e2016191118): score = miscalibration − discrimination + uncertainty. The parts compare the
/// probabilities with those that isotonic regression makes of them, and with the overall rate.
///
/// @param score the mean squared difference of probability and outcome
/// @param miscalibration by how much recalibrated probabilities would be better, not below 0
/// @param discrimination by how much recalibrated probabilities are better than the overall rate, not below 0
/// @param uncertainty the score of the overall rate
public record BrierParts(double score, double miscalibration, double discrimination, double uncertainty) {

    /// @param ascending probabilities
    /// @param observed whether the outcome occurred, for each of them
    static BrierParts of(double[] ascending, boolean[] observed) {
        int rows = ascending.length;
        double score = 0;
        double occurred = 0;
        for (int row = 0; row < rows; row++) {
            double outcome = observed[row] ? 1 : 0;
            score += (ascending[row] - outcome) * (ascending[row] - outcome) / rows;
            occurred += outcome;
        }
        double uncertainty = occurred / rows * (1 - occurred / rows);
        double recalibrated = recalibrated(ascending, observed);
        return new BrierParts(score, score - recalibrated, uncertainty - recalibrated, uncertainty);
    }

    /// The score of the isotonic regression: neighbouring blocks are joined until their rates ascend (pool
    /// adjacent violators).
    private static double recalibrated(double[] ascending, boolean[] observed) {
        double[] counts = new double[ascending.length];
        double[] outcomes = new double[ascending.length];
        int blocks = 0;
        for (int row = 0; row < ascending.length; row++) {
            if (row == 0 || ascending[row] > ascending[row - 1]) {
                blocks++;
            }
            counts[blocks - 1]++;
            outcomes[blocks - 1] += observed[row] ? 1 : 0;
            boolean isWhole = row + 1 == ascending.length || ascending[row + 1] > ascending[row];
            while (isWhole
                    && blocks > 1
                    && outcomes[blocks - 2] * counts[blocks - 1] >= outcomes[blocks - 1] * counts[blocks - 2]) {
                blocks--;
                counts[blocks - 1] += counts[blocks];
                outcomes[blocks - 1] += outcomes[blocks];
                counts[blocks] = 0;
                outcomes[blocks] = 0;
            }
        }
        double score = 0;
        for (int block = 0; block < blocks; block++) {
            score += outcomes[block] * (1 - outcomes[block] / counts[block]) / ascending.length;
        }
        return score;
    }
}
