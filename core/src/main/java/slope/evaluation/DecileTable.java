package slope.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A decile table: mean predicted against mean observed numbers, for ten groups of rows. Where single
/// rows scatter, as counts of rare events do, it shows whether predictions are right on average. It
/// is for numbers what [Calibration] is for probabilities.
///
/// @param groups a tenth of the rows each, from the smallest predictions to the largest
public record DecileTable(List<Group> groups) {
    private static final int GROUPS = 10;

    public DecileTable {
        groups = List.copyOf(groups);
    }

    /// Rows with predictions of about the same size.
    ///
    /// @param rows the number of rows
    /// @param predicted the mean prediction
    /// @param observed the mean of the observed numbers
    public record Group(int rows, double predicted, double observed) {}

    /// Sorts rows into groups, rows with the same prediction in their order.
    ///
    /// @param predicted a number for each row
    /// @param observed the observed number of each row
    public static DecileTable of(List<Double> predicted, List<Double> observed) {
        int rows = predicted.size();
        int[] order = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparing(predicted::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int groups = Math.min(GROUPS, rows);
        List<Group> means = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) rows * group / groups);
            int to = (int) ((long) rows * (group + 1) / groups);
            means.add(new Group(to - from, mean(order, from, to, predicted), mean(order, from, to, observed)));
        }
        return new DecileTable(means);
    }

    private static double mean(int[] order, int from, int to, List<Double> values) {
        double sum = 0;
        for (int index = from; index < to; index++) {
            sum += values.get(order[index]);
        }
        return sum / (to - from);
    }
}
