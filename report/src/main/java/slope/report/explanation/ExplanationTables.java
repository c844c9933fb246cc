package slope.report.explanation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.internal.text.Numerals;
import slope.report.explanation.AttributionFacts.Contribution;
import slope.report.explanation.AttributionFacts.ExplainedRow;

/// Tables that the terminal and the page share: rows of cells, the first row is the heading.
final class ExplanationTables {
    /// Columns behind the strongest ones are in the JSON.
    private static final int MOST_COLUMNS = 20;

    /// The scores that tell most of a group.
    private static final List<String> SCORES = List.of("accuracy", "log-loss", "auc", "rmse", "mae", "r2", "pinball");

    private final ExplanationReport report;
    private final ExplanationWords words;
    private final String shown;

    ExplanationTables(ExplanationReport report) {
        this.report = report;
        this.words = new ExplanationWords(report);
        this.shown = report.model().output();
    }

    /// A row for each column, with a bar.
    List<List<String>> importance(ImportanceFacts facts) {
        double most = facts.columns().values().stream()
                .mapToDouble(ImportanceFacts.ColumnImportance::mean)
                .max()
                .orElse(1);
        List<List<String>> rows = new ArrayList<>();
        Iterator<ImportanceFacts.ColumnImportance> columns =
                facts.columns().values().iterator();
        for (List<String> row : ImportanceTable.of(facts)) {
            List<String> drawn = new ArrayList<>(row);
            drawn.add(rows.isEmpty() ? "" : Bars.right(columns.next().mean() / most));
            rows.add(drawn);
        }
        return rows;
    }

    /// A row for each column, those of the largest contributions first.
    List<List<String>> sizes() {
        List<Map.Entry<String, Double>> sizes = sortedSizes();
        Decimals decimals = Decimals.of(sizes.stream().mapToDouble(Map.Entry::getValue));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "mean size", ""));
        sizes.stream()
                .limit(MOST_COLUMNS)
                .forEach(each -> rows.add(List.of(
                        each.getKey(),
                        decimals.text(each.getValue()),
                        Bars.right(each.getValue() / sizes.getFirst().getValue()))));
        return rows;
    }

    /// The mean sizes of contributions to the explained output, the largest first.
    List<Map.Entry<String, Double>> sortedSizes() {
        return report.attributions().meanSizes().entrySet().stream()
                .map(each -> Map.entry(each.getKey(), each.getValue().getOrDefault(shown, Double.NaN)))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
    }

    /// From the base to the prediction of a row, with bars around the middle.
    List<List<String>> contributions(ExplainedRow row) {
        List<Map.Entry<String, Contribution>> strongest = words.strongest(row);
        double most = Math.abs(words.contribution(strongest.getFirst().getValue()));
        Decimals decimals = words.decimals(row);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "moves by", report.attributions().exact() ? "" : "±", ""));
        rows.add(List.of(
                "mean of background rows",
                decimals.text(report.attributions().base().getOrDefault(shown, Double.NaN)),
                "",
                ""));
        strongest.stream()
                .limit(MOST_COLUMNS)
                .forEach(each -> rows.add(List.of(
                        ExplanationWords.cell(each.getKey(), each.getValue()),
                        decimals.signed(words.contribution(each.getValue())),
                        report.attributions().exact()
                                ? ""
                                : decimals.text(each.getValue().standardErrors().getOrDefault(shown, Double.NaN)),
                        Bars.around(words.contribution(each.getValue()) / most))));
        if (strongest.size() > MOST_COLUMNS) {
            rows.add(List.of(
                    "%s other columns".formatted(strongest.size() - MOST_COLUMNS),
                    decimals.signed(strongest.stream()
                            .skip(MOST_COLUMNS)
                            .mapToDouble(each -> words.contribution(each.getValue()))
                            .sum()),
                    "",
                    ""));
        }
        rows.add(List.of("prediction", decimals.text(row.predictions().getOrDefault(shown, Double.NaN)), "", ""));
        return rows;
    }

    /// A line for each column: the mean predictions from its first value to its last.
    List<List<String>> dependence() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "from", "mean prediction", "to", "lowest", "highest"));
        for (DependenceFacts.ColumnDependence each : report.dependence().columns()) {
            double[] means = each.values().stream()
                    .mapToDouble(value -> value.means().getOrDefault(shown, Double.NaN))
                    .toArray();
            List<DependenceFacts.Value> values = each.values();
            rows.add(List.of(
                    each.column(),
                    ExplanationWords.value(values.getFirst().value()),
                    Bars.spark(means),
                    ExplanationWords.value(values.getLast().value()),
                    Numerals.score(Arrays.stream(means).min().orElseThrow()),
                    Numerals.score(Arrays.stream(means).max().orElseThrow())));
        }
        return rows;
    }

    /// A row for each value of a column.
    List<List<String>> values(DependenceFacts.ColumnDependence column) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(column.column(), "rows", "mean prediction"));
        column.values()
                .forEach(value -> rows.add(List.of(
                        ExplanationWords.value(value.value()),
                        Numerals.count(value.rows()),
                        Numerals.score(value.means().getOrDefault(shown, Double.NaN)))));
        return rows;
    }

    /// A row for each value of the first column, a column for each of the second.
    List<List<String>> pair(DependenceFacts.TwoColumns pair) {
        List<List<String>> rows = new ArrayList<>();
        Set<Optional<String>> seconds = new LinkedHashSet<>();
        pair.cells().forEach(cell -> seconds.add(cell.second()));
        List<String> heading = new ArrayList<>(List.of(pair.first() + " \\ " + pair.second()));
        seconds.forEach(second -> heading.add(ExplanationWords.value(second)));
        rows.add(heading);
        for (int start = 0; start < pair.cells().size(); start += seconds.size()) {
            List<String> row = new ArrayList<>(
                    List.of(ExplanationWords.value(pair.cells().get(start).first())));
            pair.cells()
                    .subList(start, start + seconds.size())
                    .forEach(cell -> row.add(
                            cell.rows() == 0 ? "–" : Numerals.score(cell.means().getOrDefault(shown, Double.NaN))));
            rows.add(row);
        }
        return rows;
    }

    /// A row for each change that leads to another prediction.
    List<List<String>> counterfactuals(CounterfactualFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        boolean areClasses = report.model().task().classes().isPresent();
        rows.add(
                areClasses
                        ? List.of("change", "cost", "prediction", "its probability")
                        : List.of("change", "cost", words.heading()));
        facts.found().forEach(each -> {
            List<String> row =
                    new ArrayList<>(List.of(ExplanationWords.changes(each.changes()), Numerals.fixed(each.cost(), 2)));
            if (areClasses) {
                row.add(each.prediction());
            }
            row.add(Numerals.score(
                    each.predictions().getOrDefault(areClasses ? each.prediction() : shown, Double.NaN)));
            rows.add(row);
        });
        return rows;
    }

    /// A row for each value, with scores.
    static List<List<String>> scores(SubgroupFacts facts) {
        List<String> metrics = SCORES.stream()
                .filter(metric -> facts.groups().getFirst().scores().containsKey(metric))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of(facts.column(), "rows"));
        heading.addAll(metrics);
        rows.add(heading);
        for (SubgroupFacts.Group group : facts.groups()) {
            List<String> row =
                    new ArrayList<>(List.of(ExplanationWords.value(group.value()), Numerals.count(group.rows())));
            metrics.forEach(metric -> row.add(Numerals.score(group.scores().getOrDefault(metric, Double.NaN))));
            rows.add(row);
        }
        return rows;
    }

    /// A row for each value, with how often the explained class occurs and is predicted, or the means of numbers.
    List<List<String>> rates(SubgroupFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                facts.hasClasses()
                        ? List.of(facts.column(), "observed", "predicted", "TP rate", "FP rate")
                        : List.of(facts.column(), "mean observed", "mean predicted"));
        for (SubgroupFacts.Group group : facts.groups()) {
            String value = ExplanationWords.value(group.value());
            Optional.ofNullable(group.classes().get(shown))
                    .map(SubgroupFacts.OfClass::rates)
                    .map(each -> List.of(
                            value,
                            Numerals.score(each.observed()),
                            Numerals.score(each.predicted()),
                            Numerals.score(each.truePositiveRate()),
                            Numerals.score(each.falsePositiveRate())))
                    .ifPresent(rows::add);
            Optional.ofNullable(group.numbers().get(shown))
                    .map(each -> List.of(value, Numerals.score(each.observed()), Numerals.score(each.predicted())))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    /// A row for each value, with the probability of the explained class.
    List<List<String>> calibration(SubgroupFacts facts) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(facts.column(), "mean probability", "calibration error", "if calibrated"));
        for (SubgroupFacts.Group group : facts.groups()) {
            Optional.ofNullable(group.classes().get(shown))
                    .map(each -> List.of(
                            ExplanationWords.value(group.value()),
                            Numerals.score(each.rates().probability()),
                            Numerals.score(each.calibrationError()),
                            Numerals.score(each.calibratedError())))
                    .ifPresent(rows::add);
        }
        return rows;
    }
}
