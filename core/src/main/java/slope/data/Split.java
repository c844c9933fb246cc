package slope.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.random.SplitRandom;

/// Which rows of a table are learned from and which are kept apart to judge by. Rows without a target
/// are in neither.
public final class Split {
    /// How many neighbours in the order of a number make a stratum: enough to give any share, few enough to
    /// be alike.
    private static final int NEIGHBOURS = 20;

    private final int[] training; // ascending
    private final int[] validation; // ascending

    private Split(int[] training, int[] validation) {
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
    /// @param target the column to predict
    /// @param validationShare of the rows that have a target, above 0 and below 1
    /// @param seed same target, share and seed: same split
    /// @throws DataException if a part would be empty
    public static Split stratified(Column target, double validationShare, long seed) {
        if (!(validationShare > 0 && validationShare < 1)) {
            throw new IllegalArgumentException(
                    "the validation share must be above 0 and below 1, not " + validationShare);
        }
        TargetRows.refuseEmpty(target);
        int[] rows = TargetRows.rowsWithValue(target);
        boolean[] keptApart = keptApart(target, rows, validationShare, seed);
        int[] validation = Arrays.stream(rows).filter(row -> keptApart[row]).toArray();
        int[] training = Arrays.stream(rows).filter(row -> !keptApart[row]).toArray();
        if (validation.length == 0 || training.length == 0) {
            throw new DataException(
                    ("%,d rows with a value in column \"%s\" cannot be split into rows to learn from and %s of them to"
                                    + " judge by; bring more rows or choose another share")
                            .formatted(rows.length, target.name(), NumberColumn.text(validationShare)));
        }
        return new Split(training, validation);
    }

    /// The rows to learn from, ascending.
    public int[] training() {
        return training.clone();
    }

    /// The rows to judge by, ascending.
    public int[] validation() {
        return validation.clone();
    }

    private static boolean[] keptApart(Column target, int[] rows, double validationShare, long seed) {
        boolean[] keptApart = new boolean[target.rows()];
        double owed = 0; // the part of a row, up to a half, that rounding has kept from validation so far
        int index = 0;
        for (int[] stratum : strata(target, rows)) {
            SplitRandom.of(seed, index++).shuffle(stratum);
            double due = owed + stratum.length * validationShare;
            long rounded = Math.round(due);
            owed = due - rounded;
            int count = Math.clamp(rounded, 0, stratum.length - 1);
            for (int chosen = 0; chosen < count; chosen++) {
                keptApart[stratum[chosen]] = true;
            }
        }
        return keptApart;
    }

    /// Rows that resemble each other: those of a class, or neighbours in the order of a number.
    private static List<int[]> strata(Column target, int[] rows) {
        return target instanceof NumberColumn numbers
                        && TargetEncoding.classesOf(target).isEmpty()
                ? neighbours(numbers, rows)
                : classes(target, rows);
    }

    private static List<int[]> classes(Column target, int[] rows) {
        Map<String, List<Integer>> rowsOf = IntStream.of(rows)
                .boxed()
                .collect(Collectors.groupingBy(target::text, TreeMap::new, Collectors.toList()));
        return rowsOf.values().stream()
                .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static List<int[]> neighbours(NumberColumn target, int[] rows) {
        int[] ascending = IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparingDouble(target::value))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> strata = new ArrayList<>();
        for (int start = 0; start < ascending.length; start += NEIGHBOURS) {
            strata.add(Arrays.copyOfRange(ascending, start, Math.min(start + NEIGHBOURS, ascending.length)));
        }
        return strata;
    }
}
