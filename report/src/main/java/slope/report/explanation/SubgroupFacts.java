package slope.report.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.evaluation.Calibration;
import slope.evaluation.ClassEvaluation;
import slope.evaluation.ClassRates;
import slope.evaluation.Evaluation;
import slope.evaluation.NumberEvaluation;
import slope.explain.Subgroup;
import slope.model.Model;
import slope.report.model.ScoreFacts;
import slope.table.DataException;
import slope.table.Table;
import slope.target.Target;

/// Scores, rates and calibration by the values of a column.
///
/// @param column its name
/// @param groups one for each value, or range of numbers or dates
public record SubgroupFacts(String column, List<Group> groups) {
    public SubgroupFacts {
        groups = List.copyOf(groups);
    }

    /// Whether classes or labels are predicted.
    boolean hasClasses() {
        return !groups.getFirst().classes().isEmpty();
    }

    /// The rows of one value.
    ///
    /// @param value as a person writes it; none where it is missing
    /// @param rows that were scored
    /// @param scores by metric
    /// @param classes of each class or label: how often it occurs and is predicted
    /// @param numbers of each number, for quantiles of the middle one
    public record Group(
            Optional<String> value,
            int rows,
            Map<String, Double> scores,
            Map<String, OfClass> classes,
            Map<String, OfNumber> numbers) {}

    /// A class or label among the rows.
    ///
    /// @param rates how often it occurs and is predicted
    /// @param calibrationError the expected calibration error of its probability
    /// @param calibratedError the mean error that calibrated probabilities would have on as many rows
    public record OfClass(ClassRates rates, double calibrationError, double calibratedError) {}

    /// A number among the rows.
    ///
    /// @param observed the mean of the actual numbers
    /// @param predicted the mean of the predictions
    public record OfNumber(double observed, double predicted) {}

    /// Groups without a row whose target is known are left out.
    ///
    /// @param file the rows' file as it was named
    /// @throws DataException if the rows lack a target column
    static SubgroupFacts of(Model model, Table table, String column, String file) {
        List<String> missing = model.target().columns().stream()
                .filter(name -> table.find(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new DataException("%s lacks \"%s\"; scores by \"%s\" compare predictions with the actual values"
                    .formatted(file, String.join("\", \"", missing), column));
        }
        List<Group> groups = new ArrayList<>();
        for (Subgroup group : Subgroup.of(table, column)) {
            Table rows = table.select(group.rows().stream().mapToInt(row -> row).toArray());
            if (hasTarget(model.target(), rows)) {
                groups.add(group(group.value(), Evaluation.of(model, rows, file)));
            }
        }
        if (groups.isEmpty()) {
            throw new DataException("%s has no value for %s in any row; there is nothing to compare by \"%s\""
                    .formatted(file, String.join(", ", model.target().columns()), column));
        }
        return new SubgroupFacts(column, groups);
    }

    private static boolean hasTarget(Target target, Table rows) {
        for (int row = 0; row < rows.rows(); row++) {
            int number = row;
            if (target.columns().stream().noneMatch(name -> rows.column(name).isMissing(number))) {
                return true;
            }
        }
        return false;
    }

    private static Group group(String value, Evaluation evaluation) {
        Map<String, OfClass> classes = new LinkedHashMap<>();
        for (ClassEvaluation each : evaluation.classes()) {
            Calibration calibration = each.calibration();
            classes.put(each.name(), new OfClass(each.rates(), calibration.error(), calibration.calibratedError()));
        }
        Map<String, OfNumber> numbers = new LinkedHashMap<>();
        for (NumberEvaluation each : evaluation.numbers()) {
            numbers.put(each.name(), number(each.points(Integer.MAX_VALUE)));
        }
        return new Group(
                Optional.of(value).filter(text -> !text.isEmpty()),
                evaluation.rows().rows(),
                ScoreFacts.of(evaluation.scores().model()),
                classes,
                numbers);
    }

    private static OfNumber number(List<NumberEvaluation.Point> points) {
        return new OfNumber(
                points.stream()
                        .mapToDouble(NumberEvaluation.Point::observed)
                        .average()
                        .orElse(Double.NaN),
                points.stream()
                        .mapToDouble(NumberEvaluation.Point::predicted)
                        .average()
                        .orElse(Double.NaN));
    }
}
