package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import slope.evaluation.DecileTable;

/// The decile chart: mean predicted against mean actual numbers.
final class GroupDrawing {
    private GroupDrawing() {}

    /// A point for each tenth of the rows, from those with the smallest predictions to those with
    /// the largest.
    static String of(DecileTable means) {
        List<Chart.Point> points = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (DecileTable.Group group : means.groups()) {
            points.add(new Chart.Point(group.predicted(), group.actual()));
            all.addAll(List.of(group.predicted(), group.actual()));
        }
        Axis both = Axis.around("mean actual", all);
        return new Chart(new Axis("mean predicted", both.from(), both.to()), both)
                .reference(new Chart.Point(both.from(), both.from()), new Chart.Point(both.to(), both.to()))
                .markedLine("", points)
                .figure("ten groups of rows, from small to large predictions");
    }
}
