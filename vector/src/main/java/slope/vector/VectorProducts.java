package slope.vector;

import jdk.incubator.vector.FloatVector;
import slope.kernel.MatrixView;
import slope.kernel.Products;

/// Matrix products and sums over the Vector API.
///
/// A product is computed tile by tile (see [Tile]), and the work is cut so that what a tile reads
/// is near: a block of the right matrix is packed into panels (see [Panels]), and a panel stays near
/// while the tiles of many rows pass over it; few rows read the block where it stands. Where the
/// inner dimension is longer than a panel, a later block continues the chains from what stands in the
/// result: that changes no bit.
///
/// The left matrix is read where it stands, transposed or not: a tile asks for one number of it for
/// two vectors of multiply-adds or more, so there is time to wait for the second-level cache.
final class VectorProducts implements Products {
    /// The most rows of the right matrix in a block, hence of a panel. With tiles of two vectors a panel
    /// has to be half of the first-level cache: 16 KiB of 256 bits, 32 KiB of 512. Tiles of four vectors
    /// are as quick when theirs comes from the second level. Then it is better deep: each further block
    /// loads and stores the result once more, from far memory where it is large.
    private static final int BLOCK_INNER = Tile.COLUMNS > 2 * Lanes.COUNT ? 1024 : 256;

    /// The same where there are too few rows for tiles: what is read as it stands should be read in long
    /// rows.
    private static final int FEW_ROWS_BLOCK_INNER = 256;

    /// Numbers of a block: 512 KiB, half of a second-level cache of 1 MiB.
    private static final int BLOCK = 1 << 17;

    /// Rows of the left matrix that pass over one panel before the next is taken, so that they stay
    /// in the second-level cache.
    private static final int BLOCK_ROWS = 32 * Tile.ROWS;

    /// With so many rows, or fewer, a block of the right matrix is read where it stands: to pack it would take
    /// longer than it saves.
    private static final int FEW_TILES_ROWS = 16 * Tile.ROWS;

    /// Numbers of a cache line. Sums that a thread adds to again and again keep this far from whatever else
    /// stands in memory: a line that another core writes as well travels between them every time.
    private static final int LINE = 16;

    private static final int SUMS_OF_ROW = BLOCK / FEW_ROWS_BLOCK_INNER + LINE;

    private final float[] rowSums = new float[LINE + 2 * SUMS_OF_ROW]; // of two rows
    /// A tile that reaches over the result's edge.
    private final MatrixView edge =
            new MatrixView().pointAt(new float[Tile.ROWS * Tile.COLUMNS], 0, Tile.ROWS, Tile.COLUMNS);

    private float[] rightPanels = {}; // of one block
    private final MatrixView panel = new MatrixView(); // one of them, or the right matrix's own columns
    private final MatrixView zeros = new MatrixView();
    private final VectorSum sum = new VectorSum();

    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView result) {
        multiply(left, right, zeros.pointAtZeros(result.rows(), result.columns()), result);
    }

    /// One of the left matrix's steps is 1, and so is one of the
    /// right's, and the column steps of start and result are.
    @Override
    public void multiply(MatrixView left, MatrixView right, MatrixView start, MatrixView result) {
        MatrixView.requireProduct(left, right, start, result);
        int inner = left.columns();
        int columns = right.columns();
        boolean fewRows = left.rows() < Tile.ROWS;
        if (fewRows || inner == 0) {
            copy(start, result);
        }
        int mostInner = fewRows ? FEW_ROWS_BLOCK_INNER : BLOCK_INNER;
        int mostColumns = BLOCK / mostInner;
        // Equal blocks: of 1034, two of 517 rather than one of 1024 and one of 10.
        int blockInner = inner == 0 ? 0 : Math.ceilDiv(inner, Math.ceilDiv(inner, mostInner));
        for (int column = 0; column < columns; column += mostColumns) {
            int blockColumns = Math.min(mostColumns, columns - column);
            for (int index = 0; index < inner; index += blockInner) {
                int depth = Math.min(blockInner, inner - index);
                if (fewRows) {
                    multiplyRows(left, right, result, index, depth, column, blockColumns);
                } else {
                    MatrixView from = index == 0 ? start : result;
                    multiplyTiles(left, right, from, result, index, depth, column, blockColumns);
                }
            }
        }
    }

    private static void copy(MatrixView from, MatrixView to) {
        if (from != to) {
            for (int row = 0; row < to.rows(); row++) {
                System.arraycopy(from.values(), from.at(row, 0), to.values(), to.at(row, 0), to.columns());
            }
        }
    }

    /// Where there are too few rows for a tile, packing would cost more than it saves: each number
    /// of the right matrix is used only a few times.
    private void multiplyRows(
            MatrixView left, MatrixView right, MatrixView result, int index, int inner, int column, int columns) {
        boolean packed = right.columnStep() != 1;
        if (packed) {
            packRight(right, index, inner, column, columns);
        }
        int width = packed ? Tile.COLUMNS : columns;
        for (int first = 0; first < columns; first += width) {
            int count = Math.min(width, columns - first);
            float[] from = packed ? rightPanels : right.values();
            int fromAt = packed ? inner * first : right.at(index, column);
            int fromStep = packed ? Tile.width(count) : right.rowStep();
            for (int row = 0; row < left.rows(); row += 2) {
                int rows = Math.min(2, left.rows() - row);
                copySums(result, row, column + first, rows, count, true);
                if (rows == 1) {
                    RowProduct.add(
                            left.values(),
                            left.at(row, index),
                            left.columnStep(),
                            from,
                            fromAt,
                            fromStep,
                            rowSums,
                            LINE,
                            inner,
                            count);
                } else {
                    RowProduct.addToTwo(
                            left.values(),
                            left.at(row, index),
                            left.rowStep(),
                            left.columnStep(),
                            from,
                            fromAt,
                            fromStep,
                            rowSums,
                            LINE,
                            SUMS_OF_ROW,
                            inner,
                            count);
                }
                copySums(result, row, column + first, rows, count, false);
            }
        }
    }

    /// Copies the sums of one row or two from the result, or back.
    private void copySums(MatrixView result, int firstRow, int column, int rows, int count, boolean fromResult) {
        for (int row = 0; row < rows; row++) {
            int at = result.at(firstRow + row, column);
            int sumsAt = LINE + row * SUMS_OF_ROW;
            if (fromResult) {
                System.arraycopy(result.values(), at, rowSums, sumsAt, count);
            } else {
                System.arraycopy(rowSums, sumsAt, result.values(), at, count);
            }
        }
    }

    private void multiplyTiles(
            MatrixView left,
            MatrixView right,
            MatrixView from,
            MatrixView result,
            int index,
            int inner,
            int column,
            int columns) {
        int rows = result.rows();
        // Whole tiles of columns that few rows pass over are read where they stand.
        int standing = rows <= FEW_TILES_ROWS && right.columnStep() == 1 ? columns - columns % Tile.COLUMNS : 0;
        packRight(right, index, inner, column + standing, columns - standing);
        for (int row = 0; row < rows; row += BLOCK_ROWS) {
            int end = Math.min(row + BLOCK_ROWS, rows);
            for (int at = 0; at < columns; at += Tile.COLUMNS) {
                int count = Math.min(Tile.COLUMNS, columns - at);
                if (at < standing) {
                    panel.pointAt(right.values(), right.at(index, column + at), inner, count, right.rowStep(), 1);
                } else {
                    panel.pointAt(rightPanels, inner * (at - standing), inner, Tile.width(count));
                }
                for (int tile = row; tile < end; tile += Tile.ROWS) {
                    multiplyTile(left, index, panel, from, result, tile, column + at, count);
                }
            }
        }
    }

    /// The last tile is moved up so that it ends with the last row; the rows it shares with the one
    /// before are computed again and dropped.
    private static int topOf(int tile, int rows) {
        return Math.min(tile, rows - Tile.ROWS);
    }

    /// Computes the result's rows from `row` to the tile's end, and `count` columns of them. A tile that
    /// reaches over the result's edge is computed beside it.
    private void multiplyTile(
            MatrixView left,
            int index,
            MatrixView panel,
            MatrixView from,
            MatrixView result,
            int row,
            int column,
            int count) {
        int inner = panel.rows();
        int top = topOf(row, result.rows());
        int width = Tile.width(count);
        if (row == top && count == width) {
            Tile.compute(
                    width,
                    left,
                    left.at(row, index),
                    panel.values(),
                    panel.at(0, 0),
                    panel.rowStep(),
                    from,
                    from.at(row, column),
                    result,
                    result.at(row, column),
                    inner);
            return;
        }
        edge.pointAt(edge.values(), 0, Tile.ROWS, width);
        for (int r = row; r < top + Tile.ROWS; r++) {
            copy(from.values(), from.at(r, column), edge.values(), edge.at(r - top, 0), count);
        }
        Tile.compute(
                width,
                left,
                left.at(top, index),
                panel.values(),
                panel.at(0, 0),
                panel.rowStep(),
                edge,
                0,
                edge,
                0,
                inner);
        for (int r = row; r < top + Tile.ROWS; r++) {
            copy(edge.values(), edge.at(r - top, 0), result.values(), result.at(r, column), count);
        }
    }

    /// For a few numbers a plain loop is quicker than `System.arraycopy`.
    private static void copy(float[] from, int fromAt, float[] to, int toAt, int length) {
        for (int i = 0; i < length; i++) {
            to[toAt + i] = from[fromAt + i];
        }
    }

    private void packRight(MatrixView right, int index, int inner, int column, int columns) {
        int length = inner * Math.ceilDiv(columns, Tile.COLUMNS) * Tile.COLUMNS;
        if (rightPanels.length < length) {
            rightPanels = new float[length];
        }
        Panels.packRight(right, index, column, rightPanels, inner, columns);
    }

    /// Columns side by side in vectors, each adding its rows in order.
    @Override
    public void sumColumns(MatrixView matrix, float[] result, int resultOffset) {
        float[] values = matrix.values();
        int offset = matrix.at(0, 0);
        int stride = matrix.rowStep();
        int rows = matrix.rows();
        int columns = matrix.columns();
        int column = 0;
        // Four vectors at a time: each addition waits four cycles for the one before.
        for (; column + 4 * Lanes.COUNT <= columns; column += 4 * Lanes.COUNT) {
            FloatVector sum0 = FloatVector.zero(Lanes.SPECIES);
            FloatVector sum1 = FloatVector.zero(Lanes.SPECIES);
            FloatVector sum2 = FloatVector.zero(Lanes.SPECIES);
            FloatVector sum3 = FloatVector.zero(Lanes.SPECIES);
            for (int row = 0, at = offset + column; row < rows; row++, at += stride) {
                sum0 = FloatVector.fromArray(Lanes.SPECIES, values, at).add(sum0);
                sum1 = FloatVector.fromArray(Lanes.SPECIES, values, at + Lanes.COUNT)
                        .add(sum1);
                sum2 = FloatVector.fromArray(Lanes.SPECIES, values, at + 2 * Lanes.COUNT)
                        .add(sum2);
                sum3 = FloatVector.fromArray(Lanes.SPECIES, values, at + 3 * Lanes.COUNT)
                        .add(sum3);
            }
            int to = resultOffset + column;
            sum0.intoArray(result, to);
            sum1.intoArray(result, to + Lanes.COUNT);
            sum2.intoArray(result, to + 2 * Lanes.COUNT);
            sum3.intoArray(result, to + 3 * Lanes.COUNT);
        }
        for (; column + Lanes.COUNT <= columns; column += Lanes.COUNT) {
            FloatVector sum = FloatVector.zero(Lanes.SPECIES);
            for (int row = 0, at = offset + column; row < rows; row++, at += stride) {
                sum = FloatVector.fromArray(Lanes.SPECIES, values, at).add(sum);
            }
            sum.intoArray(result, resultOffset + column);
        }
        for (; column < columns; column++) {
            float sum = 0;
            for (int row = 0, at = offset + column; row < rows; row++, at += stride) {
                sum += values[at];
            }
            result[resultOffset + column] = sum;
        }
    }

    @Override
    public double sum(float[] values, int offset, int length) {
        return sum.of(values, offset, length);
    }

    @Override
    public double sumOfProducts(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        return sum.ofProducts(left, leftOffset, right, rightOffset, length);
    }
}
