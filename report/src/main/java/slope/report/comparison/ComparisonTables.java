package slope.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.internal.text.Numerals;
import slope.report.comparison.AgreementFacts.DisputedRow;
import slope.report.comparison.ComparedScores.Lead;

/// Tables that the terminal and the page share: rows of cells, the first row is the heading.
final class ComparisonTables {
    private final ComparisonReport report;
    private final ComparisonWords words;

    ComparisonTables(ComparisonReport report) {
        this.report = report;
        this.words = new ComparisonWords(report);
    }

    /// A row for each metric.
    List<List<String>> scores() {
        ComparedScores scores = report.scores();
        List<List<String>> rows = new ArrayList<>();
        rows.add(heading("metric", scores));
        scores.better().keySet().forEach(metric -> rows.add(row(metric, metric, scores)));
        return rows;
    }

    private List<String> heading(String what, ComparedScores scores) {
        return List.of(
                what,
                words.names().getFirst(),
                words.names().getLast(),
                "difference",
                scores.intervals().heading(),
                "better");
    }

    private List<String> row(String name, String metric, ComparedScores scores) {
        return List.of(
                name,
                score(scores.first(), metric),
                score(scores.second(), metric),
                score(scores.differences(), metric),
                scores.intervals().text(metric),
                words.lead(scores.lead().getOrDefault(metric, Lead.NONE)));
    }

    private static String score(Map<String, Double> scores, String metric) {
        return Numerals.score(scores.getOrDefault(metric, Double.NaN));
    }

    /// A row for each value of a column, by the loss.
    List<List<String>> by(ComparedValues by) {
        List<List<String>> rows = new ArrayList<>();
        String metric = report.scores().loss();
        List<String> heading = new ArrayList<>(heading(by.column(), report.scores()));
        heading.add(1, "rows");
        rows.add(heading);
        for (ComparedValues.OfValue each : by.values()) {
            List<String> row = new ArrayList<>(row(each.value().orElse("(missing)"), metric, each.scores()));
            row.add(1, Numerals.count(each.rows()));
            rows.add(row);
        }
        return rows;
    }

    /// A row for each row on which the models disagree.
    List<List<String>> disputed() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of("row", "actual", words.names().getFirst(), words.names().getLast(), "distance"));
        for (DisputedRow each : report.agreement().rows()) {
            rows.add(List.of(
                    Numerals.count(each.row()),
                    each.actual(),
                    each.first(),
                    each.second(),
                    Numerals.score(each.distance())));
        }
        return rows;
    }

    /// A row for each setting that differs.
    List<List<String>> settings() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("setting", words.names().getFirst(), words.names().getLast()));
        for (SettingDifference each : report.models().settings()) {
            rows.add(List.of(
                    each.setting(), each.first().orElse("–"), each.second().orElse("–")));
        }
        return rows;
    }
}
