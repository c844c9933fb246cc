package slope.target;

import java.util.List;
import slope.split.Stratification;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Table;

/// Learns how the columns to predict become numbers.
public final class Targets {
    private Targets() {}

    /// The encoding of the columns to predict, fitted to training rows.
    ///
    /// @param task what was found or asked for
    /// @param training the rows to learn from: scales come from them alone
    /// @param rows all rows with a target: classes come from all of them, so that one which only the rows to
    ///     judge by have is known by name
    public static TargetEncoding fit(
            TargetChoice choice, Task task, TargetScale.Range range, Table training, Table rows) {
        String first = choice.columns().getFirst();
        return switch (task) {
            case BINARY_CLASSIFICATION, MULTI_CLASS_CLASSIFICATION -> TargetEncoding.Classes.fit(rows.column(first));
            case MULTI_LABEL_CLASSIFICATION ->
                new TargetEncoding.Labels(choice.columns().stream()
                        .map(rows::column)
                        .map(TargetEncoding.Classes::fit)
                        .toList());
            case REGRESSION ->
                new TargetEncoding.Numbers(choice.columns().stream()
                        .map(training::column)
                        .map(column -> TargetScale.fit(column, range))
                        .toList());
            case QUANTILE_REGRESSION ->
                new TargetEncoding.Quantiles(TargetScale.fit(training.column(first), range), choice.quantiles());
            case COUNT_REGRESSION -> TargetEncoding.Counts.fit(training, first, choice.exposure());
        };
    }

    /// What the parts of a split should resemble each other in: the column itself, the first of several
    /// numbers, or the combination of labels.
    public static Column forSplit(TargetChoice choice, Task task, Table table) {
        List<Column> columns = choice.columns().stream().map(table::column).toList();
        if (task != Task.MULTI_LABEL_CLASSIFICATION) {
            return columns.getFirst();
        }
        CategoryColumn.Builder combination = new CategoryColumn.Builder(String.join(", ", choice.columns()));
        for (int row = 0; row < table.rows(); row++) {
            StringBuilder cells = new StringBuilder();
            for (Column column : columns) {
                cells.append(column.text(row)).append('|');
            }
            combination.add(cells.toString());
        }
        return combination.build();
    }

    public static Stratification likeness(Task task) {
        return task.isClassification() ? Stratification.SAME_VALUE : Stratification.NEIGHBOURS;
    }
}
