package slope.report.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import slope.internal.text.Numerals;
import slope.report.model.TargetText;
import slope.report.page.Axis;
import slope.report.page.Chart;
import slope.report.page.Markup;
import slope.report.page.Page;
import slope.report.tuning.LearningCurveReport.CurvePoint;

/// A learning curve as one HTML file that needs no other.
final class CurvePage {
    private final LearningCurveReport report;

    CurvePage(LearningCurveReport report) {
        this.report = report;
    }

    String html() {
        String body =
                Markup.facts(List.of(List.of("Table", report.file()), List.of("Task", TargetText.of(report.task()))))
                        + Markup.section(
                                "Score by the number of rows",
                                chart(),
                                Markup.paragraph(report.words()),
                                Markup.table("Points", rows()));
        return new Page("Whether more rows would help", body).html();
    }

    /// The mean as a line, the standard deviation above and below it, a dot for each held-out fold; a line for each
    /// yardstick.
    private String chart() {
        List<Double> rows = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        List<Chart.Point> dots = new ArrayList<>();
        for (CurvePoint point : report.points()) {
            rows.add((double) point.rows());
            scores.addAll(List.of(point.mean() - point.spread(), point.mean() + point.spread()));
            scores.addAll(point.scores());
            scores.add(point.baseline());
            point.linear().ifPresent(scores::add);
            point.scores().forEach(score -> dots.add(new Chart.Point(point.rows(), score)));
        }
        Chart chart = new Chart(Axis.logarithmic("rows", rows), Axis.around(report.metric(), scores))
                .paleLine(line(point -> point.mean() - point.spread()))
                .paleLine(line(point -> point.mean() + point.spread()))
                .dots(dots)
                .markedLine("model", line(CurvePoint::mean));
        if (report.hasLinear()) {
            chart.markedLine("linear model", line(point -> point.linear().orElse(Double.NaN)));
        }
        return chart.markedLine("constant", line(CurvePoint::baseline))
                .figure("%s by the number of rows".formatted(report.metric()));
    }

    private List<Chart.Point> line(ToDoubleFunction<CurvePoint> score) {
        return report.points().stream()
                .map(point -> new Chart.Point(point.rows(), score.applyAsDouble(point)))
                .toList();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rows", report.metric(), "±", "linear", "baseline"));
        report.points()
                .forEach(point -> rows.add(List.of(
                        Numerals.count(point.rows()),
                        Numerals.score(point.mean()),
                        Numerals.score(point.standardDeviation().orElse(Double.NaN)),
                        Numerals.score(point.linear().orElse(Double.NaN)),
                        Numerals.score(point.baseline()))));
        return rows;
    }
}
