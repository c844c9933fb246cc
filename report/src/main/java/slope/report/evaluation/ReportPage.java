package slope.report.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slope.evaluation.ConfusionMatrix;
import slope.metric.Metric;
import slope.model.Model;
import slope.report.text.Numbers;

/// An evaluation as one HTML file that needs no other.
public final class ReportPage {
    private ReportPage() {}

    public static String of(Evaluation evaluation) {
        Model model = evaluation.saved().model();
        List<String> targets = model.target().columns();
        String title =
                "How well %s %s predicted".formatted(String.join(", ", targets), targets.size() == 1 ? "is" : "are");
        StringBuilder body = new StringBuilder();
        body.append("<p>%s, on %s rows of %s%s. The model has %s parameters.</p>%n"
                .formatted(
                        Html.escaped(model.target().kind().title()),
                        Numbers.count(evaluation.rows()),
                        Html.escaped(evaluation.file()),
                        evaluation.source().rowsLeftOut() == 0
                                ? ""
                                : " (%s without a target are left out)"
                                        .formatted(Numbers.count(
                                                evaluation.source().rowsLeftOut())),
                        Numbers.count(model.members().stream()
                                .mapToLong(
                                        member -> member.network().parameters().count())
                                .sum())));
        String notes = Stream.of(
                        evaluation.source().sentence(), evaluation.weighting().sentence())
                .flatMap(Optional::stream)
                .map(sentence -> "<p>%s</p>%n".formatted(Html.escaped(sentence)))
                .collect(Collectors.joining());
        body.append(Html.section("Scores", notes + scores(evaluation)));
        if (!evaluation.outputs().isEmpty()) {
            body.append(Html.section("Scores of each output", Html.table(EvaluationTables.outputs(evaluation))));
            List<List<String>> labels = EvaluationTables.labels(evaluation);
            body.append(labels.isEmpty() ? "" : Html.section("Confusion counts", Html.table(labels)));
        }
        body.append(HistoryDrawings.of(evaluation.saved().model().record().history()));
        evaluation.confusion().ifPresent(matrix -> body.append(confusion(matrix)));
        if (!evaluation.outcomes().isEmpty()) {
            body.append(ProbabilityDrawings.of(evaluation.outcomes()));
        }
        if (!evaluation.quantiles().isEmpty()) {
            body.append(Html.section("Quantile coverage", Html.table(EvaluationTables.quantiles(evaluation))));
        }
        body.append(NumberDrawings.of(evaluation.amounts()));
        return Html.page(title, body.toString());
    }

    private static String scores(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "",
                evaluation.weighting().headings().getFirst(),
                evaluation.weighting().headings().getLast() + ", when trained",
                "better is"));
        for (Map.Entry<Metric, Double> entry : evaluation.metrics().scores().entrySet()) {
            rows.add(List.of(
                    entry.getKey().title(),
                    EvaluationText.score(entry.getValue()),
                    EvaluationText.validation(evaluation, entry.getKey()),
                    better(entry.getKey())));
        }
        return Html.table(rows);
    }

    private static String better(Metric metric) {
        return switch (metric.better()) {
            case HIGHER -> "higher";
            case LOWER -> "lower";
            case NEITHER -> "neither";
        };
    }

    /// Shaded by the share of the actual class, so that rare classes show their mistakes too.
    private static String confusion(ConfusionMatrix matrix) {
        List<String> classes = matrix.classes();
        StringBuilder table = new StringBuilder("<table>\n<tr><th>actual \\ predicted</th>");
        classes.forEach(name -> table.append("<th>%s</th>".formatted(Html.escaped(name))));
        table.append("</tr>\n");
        for (int actual = 0; actual < classes.size(); actual++) {
            table.append("<tr><th>%s</th>".formatted(Html.escaped(classes.get(actual))));
            int all = 0;
            for (int predicted = 0; predicted < classes.size(); predicted++) {
                all += matrix.count(actual, predicted);
            }
            for (int predicted = 0; predicted < classes.size(); predicted++) {
                int count = matrix.count(actual, predicted);
                table.append("<td style=\"background:rgba(var(--heat),%s)\">%s</td>"
                        .formatted(Numbers.fixed(all == 0 ? 0 : 0.6 * count / all, 3), Numbers.count(count)));
            }
            table.append("</tr>\n");
        }
        return Html.section("Confusion matrix", table.append("</table>\n").toString());
    }
}
