package slope.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// True and false positives at each threshold on a probability, from the strictest to the laxest:
/// the points of the ROC curve and of the precision–recall curve.
///
/// @param points one for each distinct probability, after the point without predicted positives
public record ThresholdCurve(List<Point> points) {
    private static final List<Double> ROUND = List.of(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

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
        /// Precision: true positives among all predicted positives; 1 where there are none, as in
        /// scikit-learn's `precision_recall_curve`.
        public double precision() {
            return truePositives + falsePositives == 0 ? 1 : (double) truePositives / (truePositives + falsePositives);
        }
    }

    /// Fewer points of the same curve, about evenly spaced along the ROC curve; the first and the last
    /// stay.
    ///
    /// @param most the maximum number of points, above 2
    public ThresholdCurve thinned(int most) {
        if (points.size() <= most) {
            return this;
        }
        double apart = 2.0 / (most - 2); // the way from (0, 0) to (1, 1) along the axes is 2
        List<Point> kept = new ArrayList<>(List.of(points.getFirst()));
        for (Point point : points.subList(1, points.size() - 1)) {
            Point last = kept.getLast();
            if (point.recall() + point.falsePositiveRate() - last.recall() - last.falsePositiveRate() >= apart) {
                kept.add(point);
            }
        }
        kept.add(points.getLast());
        return new ThresholdCurve(kept);
    }

    /// The scores at round thresholds and at the one with the highest F1, ascending.
    public List<ThresholdScores> table() {
        Set<Double> thresholds = new TreeSet<>(ROUND);
        points.stream()
                .skip(1)
                .map(point -> at(point.threshold()))
                .max(Comparator.comparingDouble(ThresholdScores::f1))
                .ifPresent(best -> thresholds.add(best.threshold()));
        return thresholds.stream().map(this::at).toList();
    }

    /// The scores where rows with at least this probability are predicted positive.
    public ThresholdScores at(double threshold) {
        int low = 0;
        int high = points.size() - 1;
        while (low < high) { // the last point whose threshold is not below
            int middle = (low + high + 1) >>> 1;
            if (points.get(middle).threshold() >= threshold) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Point point = points.get(low);
        int positives = points.getLast().truePositives();
        int predicted = point.truePositives() + point.falsePositives();
        return new ThresholdScores(
                threshold,
                (double) point.truePositives() / Math.max(predicted, 1),
                point.recall(),
                2.0 * point.truePositives() / Math.max(predicted + positives, 1),
                point.falsePositiveRate(),
                predicted);
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
