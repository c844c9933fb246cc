package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import slope.evaluation.NumberEvaluation;
import slope.evaluation.ResidualHistogram;
import slope.internal.text.Numerals;
import slope.report.page.Axis;
import slope.report.page.Chart;
import slope.report.page.Markup;

/// Charts of predicted and observed numbers and of residuals.
final class NumberDrawings {
    private NumberDrawings() {}

    static String of(EvaluatedNumber number) {
        String name = number.of();
        int rows = number.groups().stream().mapToInt(group -> group.rows()).sum();
        String quantiles = number.quantiles().isEmpty()
                ? ""
                : Markup.section(
                        "Calibration of quantiles",
                        Markup.beside(
                                quantiles(number),
                                Markup.table(
                                        "Calibration of quantiles", EvaluationTables.quantiles(number.quantiles()))));
        return quantiles
                + Markup.section(
                        "Predicted and observed: " + name,
                        Markup.beside(
                                groups(number),
                                Markup.table("Ten groups of rows by " + name, EvaluationTables.groups(number))))
                + Markup.section(
                        "Residuals: " + name,
                        number.points().size() < rows
                                ? Markup.paragraph("%s of %s rows are drawn as dots."
                                        .formatted(
                                                Numerals.count(number.points().size()), Numerals.count(rows)))
                                : "",
                        Markup.beside(points(number), residuals(number), histogram(number)),
                        Markup.paragraph("The outermost bars of the histogram include all residuals beyond them."));
    }

    /// A point for each quantile.
    private static String quantiles(EvaluatedNumber number) {
        return new Chart(Axis.share("quantile"), Axis.share("observed rows up to it"))
                .reference(new Chart.Point(0, 0), new Chart.Point(1, 1))
                .markedLine(
                        "",
                        number.quantiles().stream()
                                .map(quantile -> new Chart.Point(quantile.level(), quantile.observed()))
                                .toList())
                .figure("Quantiles and observed rows");
    }

    /// A point for each tenth of the rows, from those with the smallest predictions to those with
    /// the largest.
    private static String groups(EvaluatedNumber number) {
        List<Chart.Point> points = number.groups().stream()
                .map(group -> new Chart.Point(group.predicted(), group.observed()))
                .toList();
        return withDiagonal(points, "mean predicted", "mean observed")
                .markedLine("", points)
                .figure("Means of ten groups of rows");
    }

    private static String points(EvaluatedNumber number) {
        List<Chart.Point> points = number.points().stream()
                .map(point -> new Chart.Point(point.predicted(), point.observed()))
                .toList();
        return withDiagonal(points, "predicted", "observed").dots(points).figure("Predicted and observed");
    }

    /// Two axes of the same numbers.
    private static Chart withDiagonal(List<Chart.Point> points, String across, String up) {
        Axis both = Axis.around(
                up,
                points.stream()
                        .flatMap(point -> Stream.of(point.across(), point.up()))
                        .toList());
        return new Chart(new Axis(across, both.from(), both.to()), both)
                .reference(new Chart.Point(both.from(), both.from()), new Chart.Point(both.to(), both.to()));
    }

    private static String residuals(EvaluatedNumber number) {
        List<Chart.Point> points = new ArrayList<>();
        for (NumberEvaluation.Point point : number.points()) {
            points.add(new Chart.Point(point.predicted(), point.observed() - point.predicted()));
        }
        Axis across = Axis.around(
                "predicted", points.stream().map(Chart.Point::across).toList());
        Axis up = Axis.around(
                "observed - predicted", points.stream().map(Chart.Point::up).toList());
        return new Chart(across, up)
                .reference(new Chart.Point(across.from(), 0), new Chart.Point(across.to(), 0))
                .dots(points)
                .figure("Residuals by prediction");
    }

    private static String histogram(EvaluatedNumber number) {
        List<ResidualHistogram.Bar> bins = number.residuals();
        if (bins.isEmpty()) {
            return "";
        }
        int most = bins.stream().mapToInt(ResidualHistogram.Bar::rows).max().orElse(1);
        Chart chart = new Chart(
                new Axis(
                        "observed - predicted",
                        bins.getFirst().from(),
                        bins.getLast().to()),
                Axis.upTo("rows", most));
        bins.forEach(bin -> chart.bar(bin.from(), bin.to(), bin.rows()));
        return chart.figure("Histogram of residuals");
    }
}
