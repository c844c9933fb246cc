package slope.training;

import slope.random.SplitRandom;
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
    private final int[] rows; // each row's number once

    EpochRows(int count, RowOrder order, long seed) {
        this.order = order;
        this.seed = seed;
        this.rows = new int[count];
        arrangeAsGiven();
    }

    /// Puts the rows in this epoch's order.
    ///
    /// @return the numbers of all rows; this object's own memory, which the next epoch overwrites
    int[] arrange(int epoch) {
        switch (order) {
            case AS_GIVEN -> {}
            case SHUFFLED -> {
                arrangeAsGiven();
                SplitRandom.of(seed, PURPOSE, epoch).shuffle(rows);
            }
        }
        return rows;
    }

    private void arrangeAsGiven() {
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
    }
}
