package slope.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import slope.cli.text.Numbers;
import slope.evaluation.DecileTable;
import slope.metric.Metric;

/// Tables that the terminal and the page have in common: rows of cells, the first one their heading.
final class EvaluationTables {
    private EvaluationTables() {}

    /// A row for each of several outputs, a column for each metric that all of them have.
    static List<List<String>> outputs(Evaluation evaluation) {
        List<OutputScores> outputs = evaluation.outputs();
        List<Metric> metrics = outputs.getFirst().metrics().scores().keySet().stream()
                .filter(metric -> outputs.stream()
                        .allMatch(output -> output.metrics().scores().containsKey(metric)))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("each by itself"));
        metrics.forEach(metric -> heading.add(metric.title()));
        rows.add(heading);
        for (OutputScores output : outputs) {
            List<String> row = new ArrayList<>(List.of(output.name()));
            metrics.forEach(
                    metric -> row.add(EvaluationText.score(output.metrics().score(metric))));
            rows.add(row);
        }
        return rows;
    }

    /// A row for each of several labels: in how many rows it was there or not, and was predicted or not. Nothing of
    /// other outputs.
    static List<List<String>> labels(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        for (OutputScores output : evaluation.outputs()) {
            output.confusion()
                    .ifPresent(matrix -> rows.add(List.of(
                            output.name(),
                            Numbers.count(matrix.count(1, 1)),
                            Numbers.count(matrix.count(1, 0)),
                            Numbers.count(matrix.count(0, 1)),
                            Numbers.count(matrix.count(0, 0)))));
        }
        if (!rows.isEmpty()) {
            rows.addFirst(List.of("rows in which", "it was found", "it was missed", "it was said wrongly", "neither"));
        }
        return rows;
    }

    /// A row for each quantile.
    static List<List<String>> quantiles(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("quantile", "rows not above it"));
        for (Amount.Quantile quantile : evaluation.quantiles()) {
            rows.add(List.of(Axis.text(quantile.level()), Numbers.fixed(quantile.share(), 4)));
        }
        return rows;
    }

    /// A row for each tenth of the rows, from the smallest predictions to the largest.
    static List<List<String>> groups(Amount amount) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("means of " + amount.name(), "rows", "said", "was"));
        int tenth = 0;
        for (DecileTable.Group group : amount.groups().groups()) {
            tenth++;
            rows.add(List.of(
                    "group " + tenth,
                    Numbers.count(group.rows()),
                    EvaluationText.score(group.predicted()),
                    EvaluationText.score(group.actual())));
        }
        return rows;
    }
}
