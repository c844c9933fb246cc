package slope.split;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.internal.table.KindMismatch;
import slope.internal.table.SortedRows;
import slope.internal.text.Sentence;
import slope.table.BooleanColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.Fingerprint;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Table;

/// Which rows of a table are training rows and which are validation or test rows, as row numbers.
///
/// Of a table: [#random], [#stratified], [#byGroup] and [#byTime]. [Folds] makes several splits of
/// one table.
public final class Split {
    private final int[] training; // ascending
    private final int[] validation; // ascending

    Split(int[] training, int[] validation) {
        this.training = training;
        this.validation = validation;
    }

    /// Rows drawn at random.
    ///
    /// @param trainingShare above 0 and below 1
    /// @param seed same rows, share and seed: same split
    public static SplitRule random(double trainingShare, long seed) {
        requireTrainingShare(trainingShare);
        return table -> {
            int[] order = everyRow(table);
            SplitRandom.of(seed).shuffle(order);
            int training = Math.clamp(Math.round(order.length * trainingShare), 1, Math.max(1, order.length - 1));
            boolean[] isTest = new boolean[order.length];
            Arrays.stream(order).skip(training).forEach(row -> isTest[row] = true);
            return of(everyRow(table), isTest, "", rest(trainingShare));
        };
    }

    /// A stratified random split by a column, see [Stratification].
    public static SplitRule stratified(String column, double trainingShare, long seed) {
        requireTrainingShare(trainingShare);
        return table -> {
            Column cells = complete(table, column);
            return stratified(everyRow(table), cells, Stratification.of(cells), rest(trainingShare), seed);
        };
    }

    /// A random split of groups: the rows with the same value in a column are in the same part.
    public static SplitRule byGroup(String column, double trainingShare, long seed) {
        requireTrainingShare(trainingShare);
        return table -> grouped(everyRow(table), table.column(column), rest(trainingShare), seed);
    }

    /// A split by time: the earlier rows for training, the latest for the test.
    public static SplitRule byTime(String column, double trainingShare) {
        requireTrainingShare(trainingShare);
        return table -> ofTime(everyRow(table), complete(table, column), rest(trainingShare));
    }

    private static void requireTrainingShare(double trainingShare) {
        if (!(trainingShare > 0 && trainingShare < 1)) {
            throw new IllegalArgumentException("the training share must be above 0 and below 1, not " + trainingShare);
        }
    }

    /// Without the last digits of a difference such as 1 − 0.8.
    private static double rest(double trainingShare) {
        return Math.round((1 - trainingShare) * 1e9) / 1e9;
    }

    static int[] everyRow(Table table) {
        return IntStream.range(0, table.rows()).toArray();
    }

    static Column complete(Table table, String name) {
        Column column = table.column(name);
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                throw DataException.at(
                        Place.ofCell(name, row), "no value", "rows are split by this column, so each needs a value");
            }
        }
        return column;
    }

    /// A stratified random split.
    ///
    /// Each class goes to validation in proportion, rounded to whole rows, and keeps at least one
    /// row in training. Numbers are split evenly over their range: among each 20 neighbours in
    /// sorted order. A rounding difference is carried over to the next class or neighbourhood, so
    /// the total is as near to the share as possible.
    ///
    /// @param rows the rows to split, none missing in `target`
    /// @param target the column to stratify by
    /// @param stratification which rows form a stratum
    /// @param validationShare above 0 and below 1
    /// @param seed same rows, share and seed: same split
    /// @throws DataException if a part would be empty
    public static Split stratified(
            int[] rows, Column target, Stratification stratification, double validationShare, long seed) {
        requireShare(validationShare);
        boolean[] isValidation = new boolean[target.rows()];
        double owed = 0; // the rounding difference carried over, up to half a row
        int index = 0;
        List<int[]> strata = stratification.strata(rows, target);
        if (stratification == Stratification.SAME_VALUE && strata.size() == rows.length && rows.length > 1) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "each of the %,d rows has a value of its own in column \"%s\"; classes have several rows each",
                    rows.length,
                    target.name()));
        }
        for (int[] stratum : strata) {
            SplitRandom.of(seed, index++).shuffle(stratum);
            double due = owed + stratum.length * validationShare;
            long rounded = Math.round(due);
            owed = due - rounded;
            int count = Math.clamp(rounded, 0, stratum.length - 1);
            for (int chosen = 0; chosen < count; chosen++) {
                isValidation[stratum[chosen]] = true;
            }
        }
        return of(rows, isValidation, " with a value in column \"" + target.name() + "\"", validationShare);
    }

    /// A random split that keeps rows of a group together: all rows of a customer are in the same
    /// part.
    ///
    /// @param rows the rows to split; a row without a group is a group of its own
    /// @param group the column that names the group
    /// @throws DataException if a part would be empty
    public static Split grouped(int[] rows, Column group, double validationShare, long seed) {
        requireShare(validationShare);
        List<int[]> groups = Stratification.groups(rows, group);
        int[] order = IntStream.range(0, groups.size()).toArray();
        SplitRandom.of(seed).shuffle(order);
        boolean[] isValidation = new boolean[group.rows()];
        double wanted = rows.length * validationShare;
        int count = 0;
        for (int index : order) {
            int[] next = groups.get(index);
            // Added if that brings the count nearer to the wanted number.
            if (Math.abs(count + next.length - wanted) < Math.abs(count - wanted)) {
                count += next.length;
                Arrays.stream(next).forEach(row -> isValidation[row] = true);
            }
        }
        return of(rows, isValidation, " with a value in column \"" + group.name() + "\"", validationShare);
    }

    /// A split by time: earlier rows for training, the latest for validation, as a model is used on
    /// later rows. Rows of the same time are in the same part.
    ///
    /// @param rows the rows to split, none missing in `time`
    /// @param time dates or numbers that grow
    /// @throws DataException if the column holds neither, or a part would be empty
    public static Split ofTime(int[] rows, Column time, double validationShare) {
        requireShare(validationShare);
        if (!(time instanceof DateColumn || time instanceof NumberColumn)) {
            throw KindMismatch.noTime(time, rows[0]);
        }
        int[] ascending = SortedRows.ascending(rows, row -> SortedRows.key(time, row));
        int first = Math.clamp(Math.round(rows.length * (1 - validationShare)), 1, Math.max(1, rows.length - 1));
        while (first < rows.length && isSame(time, ascending[first], ascending[first - 1])) {
            first++;
        }
        boolean[] isValidation = new boolean[time.rows()];
        for (int index = first; index < rows.length; index++) {
            isValidation[ascending[index]] = true;
        }
        return of(rows, isValidation, " with a value in column \"" + time.name() + "\"", validationShare);
    }

    /// A split that a column gives: rows in which it is true, or 1, are validation rows.
    ///
    /// @param rows the rows to split
    /// @param validation booleans, or numbers 0 and 1
    /// @throws DataException if a cell is neither, or a part would be empty
    public static Split ofColumn(int[] rows, Column validation) {
        boolean[] isValidation = new boolean[validation.rows()];
        int count = 0;
        for (int row : rows) {
            isValidation[row] = isTrue(validation, row);
            count += isValidation[row] ? 1 : 0;
        }
        if (count == 0 || count == rows.length) {
            throw new DataException(
                    ("column \"%s\" is %s in every row; it is true in validation rows and false in training rows, and"
                                    + " both are needed")
                            .formatted(validation.name(), count > 0));
        }
        return of(rows, isValidation, "", (double) count / rows.length);
    }

    private static boolean isTrue(Column validation, int row) {
        if (!validation.isMissing(row)) {
            if (validation instanceof BooleanColumn truths) {
                return truths.isTrue(row);
            }
            if (validation instanceof NumberColumn numbers && (numbers.value(row) == 0 || numbers.value(row) == 1)) {
                return numbers.value(row) == 1;
            }
        }
        String found = validation.isMissing(row) ? "no value" : "\"" + Sentence.quote(validation.text(row)) + "\"";
        throw DataException.at(
                Place.ofCell(validation.name(), row),
                found,
                "a row is a validation row (true, or 1) or a training row (false, or 0)");
    }

    /// All rows for training, none for validation.
    public static Split everyRow(int[] rows) {
        return new Split(rows.clone(), new int[0]);
    }

    /// The training rows, ascending.
    public int[] training() {
        return training.clone();
    }

    /// The validation rows, ascending.
    public int[] validation() {
        return validation.clone();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d training rows and %,d validation rows", training.length, validation.length);
    }

    /// A hash of the split: equal for two splits with the same rows in each part, see
    /// [Fingerprint].
    public String fingerprint() {
        return Fingerprint.of(training, validation);
    }

    private static boolean isSame(Column column, int row, int other) {
        return SortedRows.key(column, row) == SortedRows.key(column, other);
    }

    private static Split of(int[] rows, boolean[] isValidation, String which, double validationShare) {
        int[] validation = Arrays.stream(rows).filter(row -> isValidation[row]).toArray();
        int[] training = Arrays.stream(rows).filter(row -> !isValidation[row]).toArray();
        if (validation.length == 0 || training.length == 0) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%,d rows%s cannot be split into training rows and a share of %s for"
                            + " validation; use more rows or choose another share",
                    rows.length,
                    which,
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
