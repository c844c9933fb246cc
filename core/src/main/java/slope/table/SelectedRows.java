package slope.table;

import org.jspecify.annotations.Nullable;

/// A selection of a column's rows, in order: all of them, or some. Columns that are selected
/// together share one selection, and share their cells with the original columns: the parts of a
/// long table take no memory but the row numbers.
public final class SelectedRows {
    private final int count;
    private final int @Nullable [] numbers; // null: all, in their order

    private SelectedRows(int count, int @Nullable [] numbers) {
        this.count = count;
        this.numbers = numbers;
    }

    /// The only row of a column that has one.
    static final SelectedRows ONE = all(1);

    /// Every row, in order.
    static SelectedRows all(int count) {
        return new SelectedRows(count, null);
    }

    /// These rows, copied; one may come up more than once.
    public static SelectedRows of(int... numbers) {
        return new SelectedRows(numbers.length, numbers.clone());
    }

    /// How many there are.
    int count() {
        return count;
    }

    /// The number of a row where it comes from.
    int number(int row) {
        return numbers == null ? row : numbers[row];
    }

    /// A choice among these.
    SelectedRows select(SelectedRows choice) {
        if (numbers == null) {
            return choice;
        }
        int[] chosen = new int[choice.count];
        for (int index = 0; index < chosen.length; index++) {
            chosen[index] = numbers[choice.number(index)];
        }
        return new SelectedRows(chosen.length, chosen);
    }
}
