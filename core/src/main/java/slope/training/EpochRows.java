package slope.training;

import slope.internal.random.SplitRandom;
import slope.training.Trainer.RowOrder;

/// The order in which each epoch goes through a number of rows.
///
/// An epoch's order is drawn from (seed, purpose, epoch) alone: it does not depend on the epochs
/// before it, so a training can be taken up again anywhere.
final class EpochRows {
    /// Sets these draws apart from whatever else is drawn with the same seed.
    private static final long PURPOSE = 0x726f7773; // "rows"

    private final RowOrder order;
    private final long seed;
    private final int count;
    private final int members;
    private final int[] rows; // members × count: each row's number once for each member
    private final int[] rowsOfMember; // count

    EpochRows(int count, RowOrder order, long seed) {
        this(count, order, seed, 1);
    }

    /// @param members how many orders there are, one for each
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

    /// Puts the rows in this epoch's order, or in each member's own.
    ///
    /// @return the numbers of all rows, member after member; this object's own memory, which the next
    ///     epoch overwrites
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
