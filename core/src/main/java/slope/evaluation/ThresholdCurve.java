package slope.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// True and false positives at each threshold on a probability, from the strictest to the laxest:
/// the points of the ROC curve and of the precision–recall curve.
///
/// @param points one for each distinct probability, after the point without predicted positives
public record ThresholdCurve(List<Point> points) {

    public ThresholdCurve {
        points = List.copyOf(points);
    }

    /// A threshold: rows with at least this probability are predicted positive.
    ///
    /// @param threshold the probability; above 1 for the point without predicted positives
    /// @param truePositives rows of the class at or above the threshold
    /// @param falsePositives other rows at or above it
    /// @param recall true positives among all rows of the class
    /// @param falsePositiveRate false positives among all other rows
    public record Point(
            double threshold, int truePositives, int falsePositives, double recall, double falsePositiveRate) {
        /// Precision: true positives among all predicted positives; 1 where there are none.
        public double precision() {
            return truePositives + falsePositives == 0 ? 1 : (double) truePositives / (truePositives + falsePositives);
        }
    }

    /// The curve of some rows.
    ///
    /// @param probabilities of the class, for each row
    /// @param isClass whether the row is of the class
    public static ThresholdCurve of(double[] probabilities, boolean[] isClass) {
        List<Integer> descending = IntStream.range(0, isClass.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> probabilities[row])
                        .reversed())
                .toList();
        int all = (int) descending.stream().filter(row -> isClass[row]).count();
        int others = isClass.length - all;
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0, 0, 0));
        int truePositives = 0;
        for (int index = 0; index < isClass.length; index++) {
            int row = descending.get(index);
            truePositives += isClass[row] ? 1 : 0;
            // Rows with the same probability are predicted positive together.
            if (index + 1 == isClass.length || probabilities[descending.get(index + 1)] < probabilities[row]) {
                int falsePositives = index + 1 - truePositives;
                points.add(new Point(
                        probabilities[row],
                        truePositives,
                        falsePositives,
                        (double) truePositives / Math.max(all, 1),
                        (double) falsePositives / Math.max(others, 1)));
            }
        }
        return new ThresholdCurve(points);
    }
}
