package slope.training;

import slope.internal.random.SplitRandom;
import slope.training.Trainer.RowOrder;

/// The order of rows in each epoch.
///
/// The order is drawn from (seed, purpose, epoch) alone: it does not depend on earlier epochs, so a
/// training can resume at any step.
final class EpochRows {
    /// Separates these random numbers from others with the same seed.
    private static final long PURPOSE = 0x726f7773; // "rows"

    private final RowOrder order;
    private final long seed;
    private final int count;
    private final int members;
    private final int[] rows; // ensemble members × count: each row's number once for each
    private final int[] rowsOfMember; // count

    EpochRows(int count, RowOrder order, long seed) {
        this(count, order, seed, 1);
    }

    /// @param members ensemble members, each with an order of its own
    EpochRows(int count, RowOrder order, long seed, int members) {
        this.order = order;
        this.seed = seed;
        this.count = count;
        this.members = members;
        this.rows = new int[Math.multiplyExact(count, members)];
        this.rowsOfMember = members == 1 ? rows : new int[count];
        for (int member = 0; member < members; member++) {
            arrangeAsGiven();
            System.arraycopy(rowsOfMember, 0, rows, member * count, count);
        }
    }

    /// Shuffles the rows for this epoch, for each ensemble member on its own.
    ///
    /// @return the row numbers, ensemble member by ensemble member; this object's own memory, which
    ///     the next epoch overwrites
    int[] arrange(int epoch) {
        switch (order) {
            case AS_GIVEN -> {}
            case SHUFFLED -> {
                for (int member = 0; member < members; member++) {
                    arrangeAsGiven();
                    generator(epoch, member).shuffle(rowsOfMember);
                    System.arraycopy(rowsOfMember, 0, rows, member * count, count);
                }
            }
        }
        return rows;
    }

    private SplitRandom generator(int epoch, int member) {
        return members == 1 ? SplitRandom.of(seed, PURPOSE, epoch) : SplitRandom.of(seed, PURPOSE, epoch, member);
    }

    private void arrangeAsGiven() {
        for (int row = 0; row < count; row++) {
            rowsOfMember[row] = row;
        }
    }
}
