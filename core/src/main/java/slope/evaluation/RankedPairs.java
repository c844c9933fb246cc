package slope.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import slope.model.Predictions;

/// The area under the ROC curve by ranks: the share of pairs (one row of each class) that the
/// probabilities put in the right order, equal probabilities counting half (Mann and Whitney 1947).
final class RankedPairs {
    private RankedPairs() {}

    /// The share of pairs in the right order.
    ///
    /// @param classes 0 or 1 for each row
    /// @return from 0 to 1, NaN where one class has no rows
    static double areaUnderCurve(Predictions.Classes predictions, float[] classes) {
        double[] probabilities = new double[classes.length];
        Arrays.setAll(probabilities, row -> predictions.probability(row, 1));
        int[] byProbability = IntStream.range(0, classes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> probabilities[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rightPairs = 0;
        long firstClassBelow = 0;
        long secondClass = 0;
        int start = 0;
        while (start < byProbability.length) {
            double probability = probabilities[byProbability[start]];
            long firstClassTied = 0;
            long secondClassTied = 0;
            int end = start;
            while (end < byProbability.length && probabilities[byProbability[end]] == probability) {
                if (classes[byProbability[end]] == 1) {
                    secondClassTied++;
                } else {
                    firstClassTied++;
                }
                end++;
            }
            rightPairs += secondClassTied * (firstClassBelow + 0.5 * firstClassTied);
            firstClassBelow += firstClassTied;
            secondClass += secondClassTied;
            start = end;
        }
        return firstClassBelow == 0 || secondClass == 0
                ? Double.NaN
                : rightPairs / ((double) firstClassBelow * secondClass);
    }
}
