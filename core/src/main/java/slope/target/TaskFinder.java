package slope.target;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// Finds out what the columns to predict ask for, where nobody says.
public final class TaskFinder {
    /// More whole numbers than this are hardly the codes of classes.
    private static final int MOST_CODES = 50;

    /// Codes name classes if the rarest has at least this part of an equal share: counts thin out towards
    /// large ones instead.
    private static final double RAREST = 0.25;

    private TaskFinder() {}

    /// A task, and what to say about how it was found.
    ///
    /// @param note a remark for people, where another task might be meant
    public record Found(Task task, Optional<String> note) {}

    /// The task that suits the columns to predict.
    ///
    /// @param rows with the columns to predict, none missing
    /// @throws DataException if their values do not suit what was asked for
    public static Found find(TargetChoice choice, Table rows) {
        List<Column> columns = choice.columns().stream().map(rows::column).toList();
        columns.forEach(TaskFinder::refuseDates);
        if (!choice.quantiles().isEmpty()) {
            requireTask(choice, Task.QUANTILE_REGRESSION, "--quantiles");
            return said(one(columns, Task.QUANTILE_REGRESSION));
        }
        if (choice.exposure().isPresent()) {
            requireTask(choice, Task.COUNT_REGRESSION, "--exposure");
            return said(one(columns, Task.COUNT_REGRESSION));
        }
        if (choice.task().isPresent()) {
            return said(checked(choice.task().get(), columns));
        }
        return columns.size() > 1 ? ofSeveral(columns) : ofOne(columns.getFirst());
    }

    private static Found ofOne(Column column) {
        return switch (column) {
            case BooleanColumn _, CategoryColumn _ -> said(classes(column));
            case DateColumn _ -> throw new AssertionError("dates were refused");
            case NumberColumn numbers -> ofNumbers(numbers);
        };
    }

    private static Found ofNumbers(NumberColumn numbers) {
        SortedMap<Double, Integer> counts = counts(numbers);
        if (counts.size() == 2) {
            return said(Task.BINARY_CLASSIFICATION);
        }
        if (areCodes(counts, numbers.rows())) {
            return new Found(
                    Task.MULTI_CLASS_CLASSIFICATION,
                    Optional.of("taken for classes, because each of the whole numbers from 0 is about as frequent;"
                            + " --task regression predicts them as numbers"));
        }
        boolean counted = Arrays.stream(values(numbers)).allMatch(value -> value >= 0 && value == Math.rint(value));
        return new Found(
                Task.REGRESSION,
                counted && counts.firstKey() == 0
                        ? Optional.of("whole numbers from 0: if they count something, --task count suits them better")
                        : Optional.empty());
    }

    /// Whether the numbers are 0, 1, … to k − 1 and none is rare.
    private static boolean areCodes(SortedMap<Double, Integer> counts, int rows) {
        if (counts.size() < 3 || counts.size() > MOST_CODES) {
            return false;
        }
        int expected = 0;
        for (var each : counts.entrySet()) {
            if (each.getKey() != expected++ || each.getValue() < RAREST * rows / counts.size()) {
                return false;
            }
        }
        return true;
    }

    /// How often each number comes, as long as there are few.
    private static SortedMap<Double, Integer> counts(NumberColumn numbers) {
        SortedMap<Double, Integer> counts = new TreeMap<>();
        for (int row = 0; row < numbers.rows() && counts.size() <= MOST_CODES; row++) {
            counts.merge(numbers.value(row) + 0.0, 1, Integer::sum); // −0.0 becomes 0.0
        }
        return counts;
    }

    private static double[] values(NumberColumn numbers) {
        double[] values = new double[numbers.rows()];
        Arrays.setAll(values, numbers::value);
        return values;
    }

    private static Found ofSeveral(List<Column> columns) {
        if (columns.stream().allMatch(column -> TargetClasses.of(column).size() == 2)) {
            return said(Task.MULTI_LABEL_CLASSIFICATION);
        }
        if (columns.stream().allMatch(NumberColumn.class::isInstance)) {
            return said(Task.REGRESSION);
        }
        Column odd = columns.stream()
                .filter(column -> !(column instanceof NumberColumn)
                        && TargetClasses.of(column).size() != 2)
                .findFirst()
                .orElse(columns.getFirst());
        throw new DataException(
                ("column \"%s\" cannot be predicted together with others: several columns are all labels"
                                + " with two values, or all numbers; predict it on its own")
                        .formatted(odd.name()));
    }

    private static Task checked(Task task, List<Column> columns) {
        return switch (task) {
            case BINARY_CLASSIFICATION -> {
                one(columns, task);
                int classes = TargetClasses.of(columns.getFirst()).size();
                if (classes != 2) {
                    throw new DataException(String.format(
                            Locale.ROOT,
                            "column \"%s\" has %,d different values; --task binary needs two%s",
                            columns.getFirst().name(),
                            classes,
                            classes > 2 ? ", --task multiclass takes more" : ""));
                }
                yield task;
            }
            case MULTI_CLASS_CLASSIFICATION -> {
                one(columns, task);
                yield classes(columns.getFirst());
            }
            case MULTI_LABEL_CLASSIFICATION, REGRESSION -> task;
            case COUNT_REGRESSION -> one(columns, task);
            case QUANTILE_REGRESSION ->
                throw new DataException("--task quantile needs --quantiles, such as --quantiles 0.1,0.5,0.9");
        };
    }

    private static Task classes(Column column) {
        return TargetClasses.of(column).size() == 2 ? Task.BINARY_CLASSIFICATION : Task.MULTI_CLASS_CLASSIFICATION;
    }

    private static Task one(List<Column> columns, Task task) {
        if (columns.size() > 1) {
            throw new DataException("%s predicts one column, not the %s of --target; predict each on its own"
                    .formatted(task.title(), columns.size()));
        }
        return task;
    }

    private static void requireTask(TargetChoice choice, Task task, String option) {
        if (choice.task().isPresent() && choice.task().get() != task) {
            throw new DataException("%s is for --task %s, not for --task %s"
                    .formatted(option, task.option(), choice.task().get().option()));
        }
    }

    private static void refuseDates(Column column) {
        if (column instanceof DateColumn) {
            throw new DataException(
                    "column \"%s\" holds dates, which are not predicted; predict a number of days instead"
                            .formatted(column.name()));
        }
    }

    private static Found said(Task task) {
        return new Found(task, Optional.empty());
    }
}
