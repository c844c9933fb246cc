package slope.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// K-fold splits of one table, in which each row is a validation row exactly once.
public final class Folds {
    private Folds() {}

    /// Stratified folds of a table by a column: each row is in one test part.
    ///
    /// @param count at least 2
    /// @throws DataException if there are fewer rows than folds, or a row has no value in the
    ///     column
    public static List<TrainTest> stratified(Table table, String column, int count, long seed) {
        Column cells = Split.complete(table, column);
        return of(table, stratified(Split.everyRow(table), cells, Stratification.of(cells), count, seed));
    }

    /// Folds of a table that keep the rows of a group together: each row is in one test part.
    ///
    /// @param count at least 2
    /// @throws DataException if there are fewer groups than folds
    public static List<TrainTest> byGroup(Table table, String column, int count, long seed) {
        return of(table, grouped(Split.everyRow(table), table.column(column), count, seed));
    }

    private static List<TrainTest> of(Table table, List<Split> splits) {
        return splits.stream().map(split -> new TrainTest(table, split)).toList();
    }

    /// Stratified folds, as in [Split#stratified].
    ///
    /// @param count at least 2
    /// @throws DataException if there are fewer rows than folds
    public static List<Split> stratified(
            int[] rows, Column target, Stratification stratification, int count, long seed) {
        int[] foldOf = new int[target.rows()];
        int index = 0;
        int next = 0;
        for (int[] stratum : stratification.strata(rows, target)) {
            SplitRandom.of(seed, index++).shuffle(stratum);
            for (int row : stratum) {
                foldOf[row] = next++ % count;
            }
        }
        return splits(rows, foldOf, count);
    }

    /// Folds that keep the rows of a group together, as in [Split#grouped]: the largest groups
    /// first, each to the fold with the fewest rows so far.
    ///
    /// @param count at least 2
    /// @throws DataException if there are fewer groups than folds
    public static List<Split> grouped(int[] rows, Column group, int count, long seed) {
        List<int[]> groups = Stratification.groups(rows, group);
        int[] order = IntStream.range(0, groups.size()).toArray();
        SplitRandom.of(seed).shuffle(order);
        order = SortedRows.ascending(order, index -> -groups.get(index).length);
        int[] foldOf = new int[group.rows()];
        int[] sizes = new int[count];
        for (int index : order) {
            int smallest = 0;
            for (int fold = 1; fold < count; fold++) {
                smallest = sizes[fold] < sizes[smallest] ? fold : smallest;
            }
            sizes[smallest] += groups.get(index).length;
            for (int row : groups.get(index)) {
                foldOf[row] = smallest;
            }
        }
        return splits(rows, foldOf, count);
    }

    private static List<Split> splits(int[] rows, int[] foldOf, int count) {
        List<Split> splits = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int fold = number;
            int[] training =
                    Arrays.stream(rows).filter(row -> foldOf[row] != fold).toArray();
            int[] validation =
                    Arrays.stream(rows).filter(row -> foldOf[row] == fold).toArray();
            if (validation.length == 0 || training.length == 0) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "%,d rows cannot be shared among %s folds so that each has some; use fewer folds",
                        rows.length,
                        count));
            }
            splits.add(new Split(training, validation));
        }
        return splits;
    }
}
