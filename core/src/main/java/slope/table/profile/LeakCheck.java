package slope.table.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;

/// Finds columns that predict the target on their own and may be derived from it (leaks): the
/// amount paid where the target is whether a customer pays.
///
/// Each row is predicted from the other rows with the same value or, if there are none, from its
/// neighbours in sorted order. If these predictions are nearly all right, the column is suspect.
final class LeakCheck {
    /// A sample is enough, and fast for tables of thousands of columns.
    private static final int MOST_ROWS = 4000;

    /// In smaller tables a column may predict everything by chance.
    private static final int FEWEST_ROWS = 50;

    /// The maximum share of the baseline's error that a suspect column leaves.
    private static final double MOST_ERROR = 0.01;

    private final List<Column> targets;
    private final int[] rows;

    private LeakCheck(List<Column> targets, int[] rows) {
        this.targets = targets;
        this.rows = rows;
    }

    /// @param targets the target columns; only a single one is checked
    static LeakCheck of(Table training, Set<String> targets) {
        int every = Math.max(1, Math.ceilDiv(training.rows(), MOST_ROWS));
        int[] sample = IntStream.range(0, training.rows())
                .filter(row -> row % every == 0)
                .toArray();
        return new LeakCheck(targets.stream().map(training::column).toList(), sample);
    }

    /// The suspicion about a column.
    Optional<ColumnFinding> warningAbout(Column column) {
        if (targets.size() != 1) {
            return Optional.empty();
        }
        Column target = targets.getFirst();
        int[] present = Arrays.stream(rows)
                .filter(row -> !column.isMissing(row) && !target.isMissing(row))
                .toArray();
        if (present.length < FEWEST_ROWS || present.length < rows.length / 2) {
            return Optional.empty();
        }
        int[] ascending = SortedRows.ascending(present, row -> SortedRows.key(column, row));
        boolean isNumber = target instanceof NumberColumn && hasMoreThanTwo(target, present);
        double left = isNumber ? squaresLeft(column, target, ascending) : wrongLeft(column, target, ascending);
        return left <= MOST_ERROR ? Optional.of(ColumnFinding.Kind.LEAK.of(target.name())) : Optional.empty();
    }

    /// Whether there are more than two values. Of numbers the first rows tell, without counting all for each column.
    private static boolean hasMoreThanTwo(Column target, int[] rows) {
        return Arrays.stream(rows)
                        .mapToDouble(row -> SortedRows.key(target, row) + 0.0) // −0.0 is 0.0
                        .distinct()
                        .limit(3)
                        .count()
                == 3;
    }

    /// Σ (prediction − actual)² divided by Σ (mean − actual)².
    private static double squaresLeft(Column column, Column target, int[] ascending) {
        double[] truths = Arrays.stream(ascending)
                .mapToDouble(row -> SortedRows.key(target, row))
                .toArray();
        double mean = Arrays.stream(truths).average().orElse(0);
        double errors = 0;
        double variance = 0;
        int start = 0;
        while (start < truths.length) {
            int end = endOfValue(column, ascending, start);
            double sum = 0;
            for (int index = start; index < end; index++) {
                sum += truths[index];
            }
            for (int index = start; index < end; index++) {
                double guess = end - start > 1
                        ? (sum - truths[index]) / (end - start - 1)
                        : (truths[Math.max(0, index - 1)] + truths[Math.min(truths.length - 1, index + 1)]) / 2;
                errors += (guess - truths[index]) * (guess - truths[index]);
                variance += (mean - truths[index]) * (mean - truths[index]);
            }
            start = end;
        }
        return errors / variance;
    }

    /// Rows with a wrong prediction divided by rows that are not of the most frequent class.
    private static double wrongLeft(Column column, Column target, int[] ascending) {
        double[] classes = Arrays.stream(ascending)
                .mapToDouble(row -> SortedRows.key(target, row))
                .toArray();
        int wrong = 0;
        int start = 0;
        while (start < classes.length) {
            int end = endOfValue(column, ascending, start);
            if (end - start > 1) {
                wrong += end - start - mostFrequent(Arrays.copyOfRange(classes, start, end));
            } else if (start > 0) {
                wrong += classes[start] == classes[start - 1] ? 0 : 1;
            }
            start = end;
        }
        return (double) wrong / (classes.length - mostFrequent(classes.clone()));
    }

    private static int mostFrequent(double[] classes) {
        Arrays.sort(classes);
        int most = 0;
        int start = 0;
        for (int end = 1; end <= classes.length; end++) {
            if (end == classes.length || classes[end] != classes[start]) {
                most = Math.max(most, end - start);
                start = end;
            }
        }
        return most;
    }

    private static int endOfValue(Column column, int[] ascending, int start) {
        double value = SortedRows.key(column, ascending[start]);
        int end = start + 1;
        while (end < ascending.length && SortedRows.key(column, ascending[end]) == value) {
            end++;
        }
        return end;
    }
}
