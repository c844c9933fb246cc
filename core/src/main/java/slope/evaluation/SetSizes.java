package slope.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import slope.target.ClassSets;
import slope.target.Intervals;
import slope.target.PredictionSets;

/// How large intervals or sets are: the smaller, the more they say.
///
/// @param mean the mean width, or number of classes, of those that are finite; not defined if none is
/// @param median the median of all; infinite if most are
/// @param infinite how many intervals have no end
/// @param empty how many sets have no class
/// @param single how many sets have one class
public record SetSizes(double mean, double median, int infinite, int empty, int single) {
    /// @param column of the target columns
    static SetSizes of(PredictionSets sets, int column, int rows) {
        double[] sizes = IntStream.range(0, rows)
                .mapToDouble(row -> switch (sets) {
                    case Intervals intervals -> intervals.at(row, column).width();
                    case ClassSets classes -> classes.at(row, column).size();
                })
                .sorted()
                .toArray();
        boolean areSets = sets instanceof ClassSets;
        return new SetSizes(
                Arrays.stream(sizes).filter(Double::isFinite).average().orElse(Double.NaN),
                (sizes[(rows - 1) / 2] + sizes[rows / 2]) / 2,
                (int) Arrays.stream(sizes).filter(Double::isInfinite).count(),
                areSets ? count(sizes, 0) : 0,
                areSets ? count(sizes, 1) : 0);
    }

    private static int count(double[] sizes, int wanted) {
        return (int) Arrays.stream(sizes).filter(size -> size == wanted).count();
    }
}
