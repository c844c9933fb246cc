package slope.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.table.Column;
import slope.table.DataException;
import slope.table.SortedRows;

/// Several splits of one table, in which each row is kept apart exactly once.
public final class Folds {
    private Folds() {}

    /// Random folds that resemble each other, as in [Split#stratified].
    ///
    /// @param count at least 2
    /// @throws DataException if there are fewer rows than folds
    public static List<Split> stratified(int[] rows, Column target, Stratification likeness, int count, long seed) {
        int[] foldOf = new int[target.rows()];
        int index = 0;
        int next = 0;
        for (int[] stratum : likeness.strata(rows, target)) {
            SplitRandom.of(seed, index++).shuffle(stratum);
            for (int row : stratum) {
                foldOf[row] = next++ % count;
            }
        }
        return splits(rows, foldOf, count);
    }

    /// Random folds that keep the rows of a group together, as in [Split#grouped]: the largest groups first,
    /// each to the fold with the fewest rows so far.
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
