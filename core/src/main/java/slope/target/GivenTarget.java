package slope.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// What the outputs of a network that was trained before mean, with the names of a table's columns. Classes
/// and scales stay as they are: the network has learned them.
public final class GivenTarget {
    private GivenTarget() {}

    /// The same encoding for the columns of a table.
    ///
    /// @throws DataException if the columns are not what the network predicts
    public static TargetEncoding fitted(TargetEncoding given, TargetChoice choice, Table table) {
        List<String> columns = choice.columns();
        Task task = Task.of(given);
        if (choice.task().isPresent() && choice.task().get() != task) {
            throw new DataException("the network does %s and no %s; leave --task out"
                    .formatted(task.title(), choice.task().get().title()));
        }
        if (!choice.quantiles().isEmpty() || choice.exposure().isPresent()) {
            throw new DataException(
                    "the network's own outputs say what is predicted; leave --quantiles and --exposure out");
        }
        if (columns.size() != given.columns().size()) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "the network predicts %,d columns, and --target names %,d: %s",
                    given.columns().size(),
                    columns.size(),
                    String.join(", ", columns)));
        }
        return switch (given) {
            case TargetEncoding.Classes classes -> classes(classes, table.column(columns.getFirst()));
            case TargetEncoding.Labels(List<TargetEncoding.Classes> labels) -> {
                List<TargetEncoding.Classes> named = new ArrayList<>();
                for (int index = 0; index < columns.size(); index++) {
                    named.add(classes(labels.get(index), table.column(columns.get(index))));
                }
                yield new TargetEncoding.Labels(named);
            }
            case TargetEncoding.Numbers(List<TargetScale> scales) -> {
                List<TargetScale> named = new ArrayList<>();
                for (int index = 0; index < columns.size(); index++) {
                    named.add(scale(scales.get(index), columns.get(index)));
                }
                yield new TargetEncoding.Numbers(named);
            }
            case TargetEncoding.Quantiles(TargetScale scale, List<Double> levels) ->
                new TargetEncoding.Quantiles(scale(scale, columns.getFirst()), levels);
            case TargetEncoding.Counts counts ->
                new TargetEncoding.Counts(columns.getFirst(), counts.rate(), counts.exposure());
        };
    }

    private static TargetEncoding.Classes classes(TargetEncoding.Classes given, Column column) {
        for (String found : TargetClasses.of(column)) {
            if (!given.classes().contains(found)) {
                throw new DataException(
                        "column \"%s\" has \"%s\", but the network's classes are %s; write those instead"
                                .formatted(column.name(), found, String.join(", ", given.classes())));
            }
        }
        return new TargetEncoding.Classes(column.name(), given.classes());
    }

    private static TargetScale scale(TargetScale given, String column) {
        return new TargetScale(column, given.mean(), given.deviation(), given.least(), given.most());
    }
}
