package slope.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Whether predicted numbers are right on average: where single rows scatter, as counts of rare events do, it
/// is the one thing that can be seen. What [Calibration] is of probabilities.
///
/// @param groups a tenth of the rows each, from those with the smallest predictions to those with the largest
public record DecileTable(List<Group> groups) {
    private static final int GROUPS = 10;

    public DecileTable {
        groups = List.copyOf(groups);
    }

    /// Rows with predictions of about the same size.
    ///
    /// @param rows how many there are
    /// @param predicted the mean of what was predicted
    /// @param actual the mean of what was so
    public record Group(int rows, double predicted, double actual) {}

    /// Sorts rows into groups, rows with the same prediction in their order.
    ///
    /// @param predicted a number for each row
    /// @param actual what is true of each
    public static DecileTable of(List<Double> predicted, List<Double> actual) {
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
            means.add(new Group(to - from, mean(order, from, to, predicted), mean(order, from, to, actual)));
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
