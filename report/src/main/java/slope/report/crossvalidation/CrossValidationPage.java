package slope.report.crossvalidation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import slope.internal.text.Numerals;
import slope.report.crossvalidation.CrossValidationReport.FoldScores;
import slope.report.model.ScoreFacts;
import slope.report.model.TargetText;
import slope.report.page.Axis;
import slope.report.page.Chart;
import slope.report.page.Markup;
import slope.report.page.Page;

/// A cross-validation as one HTML file that needs no other.
final class CrossValidationPage {
    private final CrossValidationReport report;
    private final CrossValidationTables tables;

    CrossValidationPage(CrossValidationReport report) {
        this.report = report;
        this.tables = new CrossValidationTables(report);
    }

    String html() {
        String name = String.valueOf(Path.of(report.table().file()).getFileName());
        String body = Markup.facts(facts())
                + Markup.section(
                        "Scores",
                        Markup.table("Scores", tables.scores().rows()),
                        Markup.paragraph(ScoreFacts.directions(report.scores().better()) + " "
                                + CrossValidationTables.INTERVALS))
                + Markup.section(
                        tables.besideHeading(),
                        Markup.paragraph(tables.beside()),
                        Markup.table(tables.besideHeading(), tables.yardsticks().rows()))
                + Markup.section(
                        "Each fold, by " + report.folds().chosenBy(),
                        chart(),
                        Markup.table("Each fold", tables.eachFold().rows()));
        return new Page("Cross-validation of " + name, body).html();
    }

    private List<List<String>> facts() {
        List<List<String>> facts = new ArrayList<>(List.of(
                List.of(
                        "Table",
                        "%s, %s rows"
                                .formatted(
                                        report.table().file(),
                                        Numerals.count(report.table().rows()))),
                List.of("Task", TargetText.of(report.task())),
                List.of("Folds", tables.folds())));
        tables.coverage().forEach(line -> facts.add(List.of("Coverage", line)));
        return facts;
    }

    /// Folds across, a line for the model and one for each yardstick: where the lines do not cross, every
    /// fold agrees.
    private String chart() {
        List<Double> scores = new ArrayList<>();
        scores.addAll(scores(FoldScores::model));
        scores.addAll(scores(FoldScores::baseline));
        scores.addAll(scores(FoldScores::linear));
        int folds = report.scoresOfFolds().size();
        Chart chart = new Chart(
                        new Axis("fold", 1, Math.max(2, folds)),
                        Axis.around(report.folds().chosenBy(), scores))
                .markedLine("model", points(FoldScores::model));
        if (tables.hasLinear()) {
            chart.markedLine("linear model", points(FoldScores::linear));
        }
        return chart.markedLine("constant", points(FoldScores::baseline))
                .figure("%s of each fold".formatted(report.folds().chosenBy()));
    }

    private List<Double> scores(Function<FoldScores, Map<String, Double>> of) {
        return report.scoresOfFolds().stream()
                .map(fold -> of.apply(fold).getOrDefault(report.folds().chosenBy(), Double.NaN))
                .toList();
    }

    private List<Chart.Point> points(Function<FoldScores, Map<String, Double>> of) {
        List<Chart.Point> points = new ArrayList<>();
        for (double score : scores(of)) {
            points.add(new Chart.Point(points.size() + 1, score));
        }
        return points;
    }
}
