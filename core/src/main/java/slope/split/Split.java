package slope.split;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.table.NumberColumn;
import slope.table.SortedRows;

/// Which rows of a table are learned from and which are kept apart to judge by.
///
/// Four ways to choose: [#stratified], [#grouped] and [#ofTime] by somebody's wish, and [#everyRow],
/// which keeps none apart. [Folds] makes several splits of one table.
public final class Split {
    private final int[] training; // ascending
    private final int[] validation; // ascending

    Split(int[] training, int[] validation) {
        this.training = training;
        this.validation = validation;
    }

    /// A random split in which both parts resemble each other.
    ///
    /// Each class goes to validation in proportion, rounded to whole rows, and leaves at least one row in
    /// training. Numbers are split evenly from the smallest to the largest: among each 20 neighbours in
    /// their order. What rounding takes from one class or neighbourhood the next one gives back, so the
    /// whole is as near to the share as it can be.
    ///
    /// @param rows that may be in either part, none missing in `target`
    /// @param target what both parts should resemble each other in
    /// @param likeness when two rows count as alike
    /// @param validationShare above 0 and below 1
    /// @param seed same rows, share and seed: same split
    /// @throws DataException if a part would be empty
    public static Split stratified(
            int[] rows, Column target, Stratification likeness, double validationShare, long seed) {
        requireShare(validationShare);
        boolean[] keptApart = new boolean[target.rows()];
        double owed = 0; // the part of a row, up to a half, that rounding has kept from validation so far
        int index = 0;
        for (int[] stratum : likeness.strata(rows, target)) {
            SplitRandom.of(seed, index++).shuffle(stratum);
            double due = owed + stratum.length * validationShare;
            long rounded = Math.round(due);
            owed = due - rounded;
            int count = Math.clamp(rounded, 0, stratum.length - 1);
            for (int chosen = 0; chosen < count; chosen++) {
                keptApart[stratum[chosen]] = true;
            }
        }
        return of(rows, keptApart, target, validationShare);
    }

    /// A random split that keeps rows of a group together: all of a customer's are in the same part.
    ///
    /// @param rows that may be in either part; those without a group are one each
    /// @param group the column that names the group
    /// @throws DataException if a part would be empty
    public static Split grouped(int[] rows, Column group, double validationShare, long seed) {
        requireShare(validationShare);
        List<int[]> groups = Stratification.groups(rows, group);
        int[] order = IntStream.range(0, groups.size()).toArray();
        SplitRandom.of(seed).shuffle(order);
        boolean[] keptApart = new boolean[group.rows()];
        double wanted = rows.length * validationShare;
        int count = 0;
        for (int index : order) {
            int[] next = groups.get(index);
            // Taken if that brings the count nearer to what is wanted than it is without.
            if (Math.abs(count + next.length - wanted) < Math.abs(count - wanted)) {
                count += next.length;
                Arrays.stream(next).forEach(row -> keptApart[row] = true);
            }
        }
        return of(rows, keptApart, group, validationShare);
    }

    /// The past to learn from and the rest to judge by: what a model will meet once it is used. Rows of the
    /// same time are in the same part.
    ///
    /// @param rows that may be in either part, none missing in `time`
    /// @param time dates or numbers that grow
    /// @throws DataException if a part would be empty
    public static Split ofTime(int[] rows, Column time, double validationShare) {
        requireShare(validationShare);
        int[] ascending = SortedRows.ascending(rows, row -> SortedRows.key(time, row));
        int first = Math.clamp(Math.round(rows.length * (1 - validationShare)), 1, Math.max(1, rows.length - 1));
        while (first < rows.length && isSame(time, ascending[first], ascending[first - 1])) {
            first++;
        }
        boolean[] keptApart = new boolean[time.rows()];
        for (int index = first; index < rows.length; index++) {
            keptApart[ascending[index]] = true;
        }
        return of(rows, keptApart, time, validationShare);
    }

    /// All rows to learn from, none kept apart.
    public static Split everyRow(int[] rows) {
        return new Split(rows.clone(), new int[0]);
    }

    /// The rows to learn from, ascending.
    public int[] training() {
        return training.clone();
    }

    /// The rows to judge by, ascending.
    public int[] validation() {
        return validation.clone();
    }

    /// Tells whether two splits have the same rows in each part: see [Fingerprint].
    public String fingerprint() {
        return Fingerprint.of(training, validation);
    }

    private static boolean isSame(Column column, int row, int other) {
        return SortedRows.key(column, row) == SortedRows.key(column, other);
    }

    private static Split of(int[] rows, boolean[] keptApart, Column column, double validationShare) {
        int[] validation = Arrays.stream(rows).filter(row -> keptApart[row]).toArray();
        int[] training = Arrays.stream(rows).filter(row -> !keptApart[row]).toArray();
        if (validation.length == 0 || training.length == 0) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%,d rows with a value in column \"%s\" cannot be split into rows to learn from and %s of them to"
                            + " judge by; bring more rows or choose another share",
                    rows.length,
                    column.name(),
                    NumberColumn.text(validationShare)));
        }
        return new Split(training, validation);
    }

    private static void requireShare(double validationShare) {
        if (!(validationShare > 0 && validationShare < 1)) {
            throw new IllegalArgumentException(
                    "the validation share must be above 0 and below 1, not " + validationShare);
        }
    }
}
