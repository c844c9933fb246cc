package slope.cli.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Whether predicted numbers are right on average: where single rows scatter, as counts of rare events do, it
/// is the one thing that can be seen.
final class GroupDrawing {
    private static final int GROUPS = 10;

    private GroupDrawing() {}

    /// A point for each tenth of the rows, from those with the smallest predictions to those with the largest.
    static String of(int rows, IntToDoubleFunction predicted, IntToDoubleFunction actual) {
        int[] order = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(predicted::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
        int groups = Math.min(GROUPS, rows);
        List<Chart.Point> means = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) rows * group / groups);
            int to = (int) ((long) rows * (group + 1) / groups);
            double across = mean(order, from, to, predicted);
            double up = mean(order, from, to, actual);
            means.add(new Chart.Point(across, up));
            all.addAll(List.of(across, up));
        }
        Axis both = Axis.around("mean of what was", all);
        return new Chart(new Axis("mean of what was predicted", both.from(), both.to()), both)
                .reference(new Chart.Point(both.from(), both.from()), new Chart.Point(both.to(), both.to()))
                .markedLine("", means)
                .figure("ten groups of rows, from small to large predictions");
    }

    private static double mean(int[] order, int from, int to, IntToDoubleFunction value) {
        double sum = 0;
        for (int index = from; index < to; index++) {
            sum += value.applyAsDouble(order[index]);
        }
        return sum / (to - from);
    }
}
