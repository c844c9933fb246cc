package slope.report.tuning;

import slope.internal.text.Numerals;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.report.tuning.LearningCurveReport.CurvePoint;

/// A learning curve for people: a line for each number of rows, with its score as a point and the
/// spread around it.
final class CurveText {
    /// Of the chart, in characters; with the numbers it fits 80 columns.
    private static final int COLUMNS = 26;

    private final LearningCurveReport report;
    private final double least;
    private final double most;

    CurveText(LearningCurveReport report) {
        this.report = report;
        this.least = report.points().stream()
                .mapToDouble(point -> point.mean() - point.spread())
                .min()
                .orElse(0);
        this.most = report.points().stream()
                .mapToDouble(point -> point.mean() + point.spread())
                .max()
                .orElse(1);
    }

    String within(int width) {
        TextTable table = new TextTable().row("rows", report.metric(), "±", axis(), "linear", "baseline");
        for (CurvePoint point : report.points()) {
            table.row(
                    Numerals.count(point.rows()),
                    Numerals.score(point.mean()),
                    Numerals.score(point.standardDeviation().orElse(Double.NaN)),
                    line(point),
                    Numerals.score(point.linear().orElse(Double.NaN)),
                    Numerals.score(point.baseline()));
        }
        return "\n" + new Prose(width).table(table).say(report.words());
    }

    private String axis() {
        String from = Numerals.score(least);
        String to = Numerals.score(most);
        return from + " ".repeat(Math.max(1, COLUMNS - from.length() - to.length())) + to;
    }

    private String line(CurvePoint point) {
        int from = column(point.mean() - point.spread());
        int to = column(point.mean() + point.spread());
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < COLUMNS; column++) {
            boolean isInside = column >= from && column <= to;
            line.append(column == column(point.mean()) ? '●' : isInside ? '─' : '·');
        }
        return line.toString();
    }

    private int column(double score) {
        double share = most > least ? (score - least) / (most - least) : 0.5;
        return (int) Math.rint(Math.clamp(share, 0, 1) * (COLUMNS - 1));
    }
}
