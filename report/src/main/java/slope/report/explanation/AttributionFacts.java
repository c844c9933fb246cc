package slope.report.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.explain.Attribution;
import slope.explain.Attributions;
import slope.explain.ColumnGroup;
import slope.explain.OutputLink;
import slope.table.Table;

/// How columns move the predictions of rows. For each output, the base and the contributions of all columns
/// add up to the prediction.
///
/// @param link the scale of all numbers here
/// @param backgroundRows how many rows columns that are left out are taken from
/// @param base the mean prediction of the background rows, for each output
/// @param exact whether every order of the columns counts, not a draw of them
/// @param meanSizes the mean size of the contributions of each column, for each output
/// @param rows the explained rows
public record AttributionFacts(
        OutputLink link,
        int backgroundRows,
        Map<String, Double> base,
        boolean exact,
        Map<String, Map<String, Double>> meanSizes,
        List<ExplainedRow> rows) {
    public AttributionFacts {
        base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
        meanSizes = Collections.unmodifiableMap(new LinkedHashMap<>(meanSizes));
        rows = List.copyOf(rows);
    }

    /// Whether there is anything to tell: a row that is its own background moves by nothing.
    boolean areTold() {
        return backgroundRows > 1
                || meanSizes.values().stream()
                        .anyMatch(sizes -> sizes.values().stream().anyMatch(size -> size > 0));
    }

    /// A row.
    ///
    /// @param row its number, from 1
    /// @param prediction as a person writes it
    /// @param unusual columns whose values are outside the training ranges
    /// @param predictions the number of each output
    /// @param columns by name, or the name of their group
    public record ExplainedRow(
            int row,
            String prediction,
            List<String> unusual,
            Map<String, Double> predictions,
            Map<String, Contribution> columns) {
        public ExplainedRow {
            unusual = List.copyOf(unusual);
            predictions = Collections.unmodifiableMap(new LinkedHashMap<>(predictions));
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }
    }

    /// How a column moves the prediction of a row.
    ///
    /// @param value the row's own, as a person writes it; none where it is missing
    /// @param contributions to each output
    /// @param standardErrors of the contributions, 0 where they are exact: how far other orders would change them
    public record Contribution(
            Optional<String> value, Map<String, Double> contributions, Map<String, Double> standardErrors) {
        public Contribution {
            contributions = Collections.unmodifiableMap(new LinkedHashMap<>(contributions));
            standardErrors = Collections.unmodifiableMap(new LinkedHashMap<>(standardErrors));
        }
    }

    /// What is told of a row.
    ///
    /// @param number of the row, from 1
    /// @param prediction as a person writes it
    /// @param unusual columns whose values are outside the training ranges
    record Told(int number, String prediction, List<String> unusual) {}

    /// @param table the explained rows
    static AttributionFacts of(Attributions attributions, Table table, List<Told> told) {
        Map<String, Map<String, Double>> sizes = new LinkedHashMap<>();
        for (int group = 0; group < attributions.groups().size(); group++) {
            List<Double> ofGroup = new ArrayList<>();
            for (int output = 0; output < attributions.outputs().size(); output++) {
                ofGroup.add(attributions.meanSize(group, output));
            }
            sizes.put(attributions.groups().get(group).name(), named(attributions.outputs(), ofGroup));
        }
        List<ExplainedRow> rows = new ArrayList<>();
        for (Attribution each : attributions.rows()) {
            rows.add(row(told.get(rows.size()), attributions, each, table.select(new int[] {rows.size()})));
        }
        return new AttributionFacts(
                attributions.link(),
                attributions.base().backgroundRows(),
                named(attributions.outputs(), attributions.base().predictions()),
                attributions.base().isExact(),
                sizes,
                rows);
    }

    private static ExplainedRow row(Told told, Attributions attributions, Attribution row, Table cells) {
        Map<String, Contribution> columns = new LinkedHashMap<>();
        for (int group = 0; group < attributions.groups().size(); group++) {
            ColumnGroup columnGroup = attributions.groups().get(group);
            columns.put(
                    columnGroup.name(),
                    new Contribution(
                            value(columnGroup, cells),
                            named(attributions.outputs(), row.contributions().get(group)),
                            named(attributions.outputs(), row.standardErrors().get(group))));
        }
        return new ExplainedRow(
                told.number, told.prediction, told.unusual, named(attributions.outputs(), row.predictions()), columns);
    }

    /// The cells of a group, in the order of its columns.
    private static Optional<String> value(ColumnGroup group, Table row) {
        return Optional.of(group.columns().stream()
                        .map(name -> row.column(name).text(0))
                        .collect(Collectors.joining(", ")))
                .filter(text -> group.columns().stream()
                        .anyMatch(name -> !row.column(name).isMissing(0)));
    }

    static Map<String, Double> named(List<String> outputs, List<Double> numbers) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int output = 0; output < outputs.size(); output++) {
            named.put(outputs.get(output), numbers.get(output));
        }
        return named;
    }
}
