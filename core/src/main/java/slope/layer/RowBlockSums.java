package slope.layer;

import java.util.Arrays;
import slope.kernel.Team;

/// Sums down the rows of a batch, column by column, that many threads work at.
///
/// Their shape does not depend on the threads: rows go into blocks of
/// [ElementwisePass#BLOCK_ROWS]; each block is one chain from 0, first row first, and then the blocks
/// are added, first block first. The thread that has the rows at hand adds to their
/// block.
final class RowBlockSums {
    private static final int BLOCK_ROWS = ElementwisePass.BLOCK_ROWS;

    /// Columns are shared in whole vectors of the widest hardware.
    private static final int GRAIN = 16;

    private final Team team;
    private final int width;
    private final float[] blocks; // blocks of rows × width

    RowBlockSums(Team team, int width, int batchSize, TrainingStep step) {
        this.team = team;
        this.width = width;
        this.blocks = step.numbersToTrain(Math.multiplyExact(blocks(batchSize), width));
    }

    /// Numbers of memory for so many rows.
    static long numbers(long width, int rows) {
        return blocks(rows) * width;
    }

    private static int blocks(int rows) {
        return Math.ceilDiv(rows, BLOCK_ROWS);
    }

    /// Where to add some columns of a row and those behind it: in [#blocks], from the number returned on.
    /// A block's first row finds zeros; rows come in order.
    int startBlock(int row, int firstColumn, int columns) {
        int at = row / BLOCK_ROWS * width + firstColumn;
        if (row % BLOCK_ROWS == 0) {
            Arrays.fill(blocks, at, at + columns, 0);
        }
        return at;
    }

    float[] blocks() {
        return blocks;
    }

    /// Adds the blocks up, for some shares of the columns out of as many as the team has threads.
    ///
    /// @param results width, from `resultsOffset` on
    void addUp(int rows, int firstShare, int endShare, float[] results, int resultsOffset) {
        int start = team.startOf(firstShare, width, GRAIN);
        int end = team.startOf(endShare, width, GRAIN);
        System.arraycopy(blocks, start, results, resultsOffset + start, end - start);
        for (int at = width; at < blocks(rows) * width; at += width) {
            for (int column = start; column < end; column++) {
                results[resultsOffset + column] += blocks[at + column];
            }
        }
    }

    /// What adding the blocks up costs, in multiply-adds.
    long cost(int rows) {
        return numbers(width, rows);
    }
}
