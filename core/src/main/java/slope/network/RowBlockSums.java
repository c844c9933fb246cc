package slope.network;

import java.util.Arrays;
import slope.kernel.Kernels;
import slope.kernel.Team;

/// Sums of products down the rows of a batch, column by column, that many threads work at.
///
/// Their shape does not depend on the threads: rows go into blocks of 32; each block is one chain
/// from 0, first row first, and then the blocks are added, first block first. A thread that owned
/// columns instead would read what other cores have just written.
final class RowBlockSums {
    private static final int BLOCK_ROWS = 32;

    /// What a product costs, in multiply-adds: it comes from another layer's arrays.
    private static final int COST = 4;

    private final Team team;
    private final Team.Part addBlocks = this::addBlocks;
    private final int width;
    private final float[] blocks; // blocks of rows × width

    // What is being added, for all threads to read.
    private float[] left = {}; // rows × width
    private float[] right = {}; // rows × width, from rightOffset on
    private int rightOffset;
    private int rows;

    RowBlockSums(Team team, int width, int batchSize) {
        this.team = team;
        this.width = width;
        this.blocks = new float[Math.multiplyExact(blocks(batchSize), width)];
    }

    /// Numbers of memory for so many rows.
    static long numbers(long width, int rows) {
        return blocks(rows) * width;
    }

    private static int blocks(int rows) {
        return Math.ceilDiv(rows, BLOCK_ROWS);
    }

    /// results = Σ over rows of left · right.
    ///
    /// @param results width, from `resultsOffset` on
    void add(float[] left, float[] right, int rightOffset, int rows, float[] results, int resultsOffset) {
        this.left = left;
        this.right = right;
        this.rightOffset = rightOffset;
        this.rows = rows;
        team.share(addBlocks, blocks(rows), 1, (long) rows * width * COST);
        System.arraycopy(blocks, 0, results, resultsOffset, width);
        for (int at = width; at < blocks(rows) * width; at += width) {
            for (int column = 0; column < width; column++) {
                results[resultsOffset + column] += blocks[at + column];
            }
        }
    }

    private void addBlocks(int member, Kernels kernels, int start, int end) {
        Arrays.fill(blocks, start * width, end * width, 0);
        for (int block = start; block < end; block++) {
            int endRow = Math.min(rows, (block + 1) * BLOCK_ROWS);
            for (int row = block * BLOCK_ROWS; row < endRow; row++) {
                int at = row * width;
                kernels.addProducts(left, at, right, rightOffset + at, blocks, block * width, width);
            }
        }
    }
}
