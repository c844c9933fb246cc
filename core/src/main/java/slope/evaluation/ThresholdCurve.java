package slope.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What each threshold on a probability would find and what it would cost, from the strictest to the
/// laxest: the points of the ROC curve and of the precision-recall curve.
///
/// @param points one for each different probability, behind the point that finds nothing
public record ThresholdCurve(List<Point> points) {

    public ThresholdCurve {
        points = List.copyOf(points);
    }

    /// A threshold: whatever has at least this probability counts as found.
    ///
    /// @param threshold the probability; above 1 for the point that finds nothing
    /// @param hits rows found that are of the class
    /// @param falseAlarms rows found that are not
    /// @param recall hits of all rows of the class
    /// @param falseAlarmRate false alarms of all other rows
    public record Point(double threshold, int hits, int falseAlarms, double recall, double falseAlarmRate) {
        /// Hits of all rows found; 1 where none is.
        public double precision() {
            return hits + falseAlarms == 0 ? 1 : (double) hits / (hits + falseAlarms);
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
        int hits = 0;
        for (int index = 0; index < isClass.length; index++) {
            int row = descending.get(index);
            hits += isClass[row] ? 1 : 0;
            // Rows of the same probability are found together.
            if (index + 1 == isClass.length || probabilities[descending.get(index + 1)] < probabilities[row]) {
                int falseAlarms = index + 1 - hits;
                points.add(new Point(
                        probabilities[row],
                        hits,
                        falseAlarms,
                        (double) hits / Math.max(all, 1),
                        (double) falseAlarms / Math.max(others, 1)));
            }
        }
        return new ThresholdCurve(points);
    }
}
