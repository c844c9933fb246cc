package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import slope.evaluation.DecileTable;
import slope.metric.Metric;
import slope.report.text.Numbers;

/// Tables that the terminal and the page share: rows of cells, the first row is the heading.
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
        List<String> heading = new ArrayList<>(List.of("each output"));
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

    /// A row for each of several labels, with its confusion counts. Empty for other outputs.
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
            rows.addFirst(List.of("label", "TP", "FN", "FP", "TN"));
        }
        return rows;
    }

    /// A row for each quantile.
    static List<List<String>> quantiles(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("quantile", "rows up to it"));
        for (Amount.Quantile quantile : evaluation.quantiles()) {
            rows.add(List.of(Axis.text(quantile.level()), Numbers.fixed(quantile.share(), 4)));
        }
        return rows;
    }

    /// A row for each tenth of the rows, from the smallest predictions to the largest.
    static List<List<String>> groups(Amount amount) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("means of " + amount.name(), "rows", "predicted", "actual"));
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
