package slope.vector;

import java.util.Arrays;
import slope.kernel.Kernels.Start;

/// The matrix product of [VectorKernels], for all three forms.
///
/// The result is computed tile by tile (see [Tile]), and the work is cut so that what a tile reads
/// is near: a block of the right matrix is packed into panels (see [Panels]), and a panel stays in
/// the first-level cache while the tiles of many rows pass over it. Where the inner dimension is
/// longer than a panel, a later block continues the chains from what stands in the result: that
/// changes no bit.
///
/// The left matrix is read where it stands if its rows do. A transposed one is packed too: a number
/// of its row and the next are a whole row of the array apart.
final class VectorProduct {
    /// Numbers of a panel: 16 KiB, half of a usual first-level cache; the other half is for the left
    /// matrix and the result.
    private static final int PANEL = 4096;

    /// The most rows of the right matrix in a block.
    private static final int BLOCK_INNER = PANEL / Tile.COLUMNS;

    /// The most columns of the right matrix in a block: 512 KiB, half of a second-level cache of
    /// 1 MiB.
    private static final int BLOCK_COLUMNS = 32 * Tile.COLUMNS;

    /// Rows of the left matrix that pass over one panel before the next is taken, so that they stay
    /// in the second-level cache: 192 KiB of it.
    private static final int BLOCK_ROWS = 32 * Tile.ROWS;

    private static final float[] ZEROS = new float[Tile.COLUMNS];

    private final Operand left = new Operand(); // rows × inner, of the product at work
    private final Operand right = new Operand(); // inner × columns
    private final Operand result = new Operand(); // rows × columns
    private final float[] edge = new float[Tile.ROWS * Tile.COLUMNS]; // a tile that reaches over the result's edge
    private float[] rightPanels = {}; // of one block
    private float[] leftPanels = {}; // of one block

    /// The matrices of the next product, to be pointed at their numbers.
    Operand left() {
        return left;
    }

    Operand right() {
        return right;
    }

    Operand result() {
        return result;
    }

    /// result = left · right. One of the left matrix's steps is 1, and so is one of the right's.
    void multiply(int rows, int inner, int columns, Start start) {
        boolean fewRows = rows < Tile.ROWS;
        if (start == Start.ZERO && (inner == 0 || fewRows)) {
            clear(rows, columns);
        }
        // Equal blocks: of 784, four of 196 rather than three of 256 and one of 16.
        int blockInner = inner == 0 ? 0 : Math.ceilDiv(inner, Math.ceilDiv(inner, BLOCK_INNER));
        for (int column = 0; column < columns; column += BLOCK_COLUMNS) {
            int blockColumns = Math.min(BLOCK_COLUMNS, columns - column);
            for (int index = 0; index < inner; index += blockInner) {
                int depth = Math.min(blockInner, inner - index);
                if (fewRows) {
                    multiplyRows(index, column, rows, depth, blockColumns);
                } else {
                    multiplyTiles(index, column, rows, depth, blockColumns, start == Start.ZERO && index == 0);
                }
            }
        }
    }

    private void clear(int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            Arrays.fill(result.values, result.at(row, 0), result.at(row, columns), 0);
        }
    }

    /// Where there are too few rows for a tile, packing would cost more than it saves: each number
    /// of the right matrix is used only a few times.
    private void multiplyRows(int index, int column, int rows, int inner, int columns) {
        int rightAt = right.at(index, column);
        if (right.columnStep == 1) {
            for (int row = 0; row < rows; row++) {
                RowProduct.add(
                        left.values,
                        left.at(row, index),
                        left.columnStep,
                        right.values,
                        rightAt,
                        right.rowStep,
                        result.values,
                        result.at(row, column),
                        inner,
                        columns);
            }
            return;
        }
        packRight(index, column, inner, columns);
        for (int first = 0, panelAt = 0; first < columns; first += Tile.COLUMNS, panelAt += inner * Tile.COLUMNS) {
            for (int row = 0; row < rows; row++) {
                RowProduct.add(
                        left.values,
                        left.at(row, index),
                        left.columnStep,
                        rightPanels,
                        panelAt,
                        Tile.COLUMNS,
                        result.values,
                        result.at(row, column + first),
                        inner,
                        Math.min(Tile.COLUMNS, columns - first));
            }
        }
    }

    private void multiplyTiles(int index, int column, int rows, int inner, int columns, boolean fromZero) {
        packRight(index, column, inner, columns);
        boolean packed = left.columnStep != 1;
        for (int row = 0; row < rows; row += BLOCK_ROWS) {
            int end = Math.min(row + BLOCK_ROWS, rows);
            if (packed) {
                packLeft(index, row, end, rows, inner);
            }
            for (int at = 0, panelAt = 0; at < columns; at += Tile.COLUMNS, panelAt += inner * Tile.COLUMNS) {
                int width = Math.min(Tile.COLUMNS, columns - at);
                for (int tile = row, leftPanelAt = 0; tile < end; tile += Tile.ROWS) {
                    int top = topOf(tile, rows);
                    if (packed) {
                        multiplyTile(
                                leftPanels,
                                leftPanelAt,
                                1,
                                Tile.ROWS,
                                panelAt,
                                tile,
                                top,
                                column + at,
                                width,
                                inner,
                                fromZero);
                        leftPanelAt += inner * Tile.ROWS;
                    } else {
                        multiplyTile(
                                left.values,
                                left.at(top, index),
                                left.rowStep,
                                1,
                                panelAt,
                                tile,
                                top,
                                column + at,
                                width,
                                inner,
                                fromZero);
                    }
                }
            }
        }
    }

    /// The last tile is moved up so that it ends with the last row; the rows it shares with the one
    /// before are computed again and dropped.
    private static int topOf(int tile, int rows) {
        return Math.min(tile, rows - Tile.ROWS);
    }

    /// Computes the result's rows from `row` to the tile's end, and `width` columns of them. The
    /// tile itself starts at row `top`.
    private void multiplyTile(
            float[] leftValues,
            int leftAt,
            int leftRowStep,
            int leftInnerStep,
            int panelAt,
            int row,
            int top,
            int column,
            int width,
            int inner,
            boolean fromZero) {
        boolean whole = row == top && width == Tile.COLUMNS;
        float[] sums = whole ? result.values : edge;
        int sumsAt = whole ? result.at(row, column) : 0;
        int sumsStep = whole ? result.rowStep : Tile.COLUMNS;
        if (!whole && !fromZero) {
            for (int r = row; r < top + Tile.ROWS; r++) {
                System.arraycopy(result.values, result.at(r, column), edge, (r - top) * Tile.COLUMNS, width);
            }
        }
        Tile.compute(
                leftValues,
                leftAt,
                leftRowStep,
                leftInnerStep,
                rightPanels,
                panelAt,
                fromZero ? ZEROS : sums,
                fromZero ? 0 : sumsAt,
                fromZero ? 0 : sumsStep,
                sums,
                sumsAt,
                sumsStep,
                inner);
        if (!whole) {
            for (int r = row; r < top + Tile.ROWS; r++) {
                System.arraycopy(edge, (r - top) * Tile.COLUMNS, result.values, result.at(r, column), width);
            }
        }
    }

    private void packRight(int index, int column, int inner, int columns) {
        int length = inner * Math.ceilDiv(columns, Tile.COLUMNS) * Tile.COLUMNS;
        if (rightPanels.length < length) {
            rightPanels = new float[length];
        }
        Panels.packRight(right, index, column, rightPanels, inner, columns);
    }

    private void packLeft(int index, int row, int end, int rows, int inner) {
        int length = inner * Math.ceilDiv(end - row, Tile.ROWS) * Tile.ROWS + Panels.LEFT_MARGIN;
        if (leftPanels.length < length) {
            leftPanels = new float[length];
        }
        for (int tile = row, panelAt = 0; tile < end; tile += Tile.ROWS, panelAt += inner * Tile.ROWS) {
            Panels.packLeft(left, topOf(tile, rows), index, leftPanels, panelAt, inner);
        }
    }
}
