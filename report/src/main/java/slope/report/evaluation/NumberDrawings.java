package slope.report.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import slope.report.text.Numbers;

/// Charts of predicted against actual numbers and of residuals.
final class NumberDrawings {
    private static final int MOST_DOTS = 2000;
    private static final int BARS = 30;
    /// One row in so many at either end is rare.
    private static final int RARE = 200;

    private NumberDrawings() {}

    static String of(List<Amount> amounts) {
        StringBuilder sections = new StringBuilder();
        amounts.forEach(amount -> sections.append(section(amount)));
        return sections.toString();
    }

    private static String section(Amount amount) {
        int rows = amount.predicted().size();
        IntToDoubleFunction predicted = amount.predicted()::get;
        IntToDoubleFunction actual = amount.actual()::get;
        List<Chart.Point> pairs = new ArrayList<>();
        List<Chart.Point> residuals = new ArrayList<>();
        int step = Math.max(1, rows / MOST_DOTS);
        for (int row = 0; row < rows; row += step) {
            double value = predicted.applyAsDouble(row);
            pairs.add(new Chart.Point(value, actual.applyAsDouble(row)));
            residuals.add(new Chart.Point(value, actual.applyAsDouble(row) - value));
        }
        List<Double> all = new ArrayList<>();
        pairs.forEach(pair -> {
            all.add(pair.across());
            all.add(pair.up());
        });
        Axis both = Axis.around("actual", all);
        Axis across = new Axis("predicted", both.from(), both.to());
        Axis off = Axis.around(
                "actual − predicted", residuals.stream().map(Chart.Point::up).toList());
        Chart beside = new Chart(across, both)
                .reference(new Chart.Point(both.from(), both.from()), new Chart.Point(both.to(), both.to()))
                .dots(pairs);
        Chart errors = new Chart(across, off)
                .reference(new Chart.Point(across.from(), 0), new Chart.Point(across.to(), 0))
                .dots(residuals);
        String shown = step == 1
                ? ""
                : "<p>One in %2$s of %1$s rows is drawn as a dot.</p>%n"
                        .formatted(Numbers.count(rows), Numbers.count(step));
        return Html.section(
                "Residuals: " + amount.name(),
                shown,
                "<div class=\"drawings\">\n",
                GroupDrawing.of(amount.groups()),
                beside.figure("predicted and actual"),
                errors.figure("residuals by prediction"),
                histogram(rows, row -> actual.applyAsDouble(row) - predicted.applyAsDouble(row)),
                "</div>\n");
    }

    /// The outermost bars include all residuals beyond them, because a few extreme ones would
    /// squeeze the others into one bar.
    private static String histogram(int rows, IntToDoubleFunction residual) {
        double[] sorted =
                IntStream.range(0, rows).mapToDouble(residual).sorted().toArray();
        double[] usual = Arrays.copyOfRange(sorted, rows / RARE, rows - rows / RARE);
        Axis across =
                Axis.around("actual − predicted", Arrays.stream(usual).boxed().toList());
        int[] counts = new int[BARS];
        int most = 1;
        for (double value : sorted) {
            int bar = Math.min((int) (across.place(value) * BARS), BARS - 1);
            most = Math.max(most, ++counts[bar]);
        }
        Chart chart = new Chart(across, Axis.upTo("rows", most));
        double width = (across.to() - across.from()) / BARS;
        for (int bar = 0; bar < BARS; bar++) {
            chart.bar(across.from() + bar * width, across.from() + (bar + 1) * width, counts[bar]);
        }
        return chart.figure("residuals; the outermost bars hold what is beyond");
    }
}
