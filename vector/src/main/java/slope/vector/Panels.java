package slope.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import slope.kernel.MatrixView;

/// Copies blocks of matrices into panels: the order in which [Tile] reads them, without gaps.
///
/// A panel lies in a few pages and spreads evenly over the first-level cache, whatever the distance
/// of the matrix's rows; a distance such as 512 numbers would crowd them into two of the cache's 64
/// sets.
final class Panels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    // Of two vectors a and b, numbered 0 to 3 and 4 to 7: their first halves in turns, their second halves in turns.
    private static final VectorShuffle<Float> LOW = VectorShuffle.fromValues(FOUR, 0, 4, 1, 5);
    private static final VectorShuffle<Float> HIGH = VectorShuffle.fromValues(FOUR, 2, 6, 3, 7);
    private static final VectorShuffle<Float> FRONT = VectorShuffle.fromValues(FOUR, 0, 1, 4, 5);
    private static final VectorShuffle<Float> BACK = VectorShuffle.fromValues(FOUR, 2, 3, 6, 7);

    private Panels() {}

    /// Copies a block of a right matrix: panel after panel of a tile's width, each row by row; zeros fill
    /// the last one up. The panel of a column begins at rows × that column.
    static void packRight(MatrixView right, int firstRow, int firstColumn, float[] panels, int rows, int columns) {
        for (int column = 0; column < columns; column += Tile.COLUMNS) {
            int count = Math.min(Tile.COLUMNS, columns - column);
            int width = Tile.width(count);
            int at = right.at(firstRow, firstColumn + column);
            int panelAt = rows * column;
            if (right.columnStep() != 1) {
                transpose(right.values(), at, right.columnStep(), panels, panelAt, rows, count, width);
            } else if (count == width) {
                copyWhole(right.values(), at, right.rowStep(), panels, panelAt, rows, width);
            } else {
                copyPart(right.values(), at, right.rowStep(), panels, panelAt, rows, count, width);
            }
        }
    }

    private static void copyWhole(
            float[] matrix, int at, int rowStep, float[] panels, int panelAt, int rows, int width) {
        for (int row = 0, from = at, to = panelAt; row < rows; row++, from += rowStep, to += width) {
            for (int column = 0; column < width; column += LANES) {
                FloatVector.fromArray(SPECIES, matrix, from + column).intoArray(panels, to + column);
            }
        }
    }

    private static void copyPart(
            float[] matrix, int at, int rowStep, float[] panels, int panelAt, int rows, int count, int width) {
        for (int row = 0, from = at, to = panelAt; row < rows; row++, from += rowStep, to += width) {
            for (int column = 0; column < count; column++) {
                panels[to + column] = matrix[from + column];
            }
            for (int column = count; column < width; column++) {
                panels[to + column] = 0;
            }
        }
    }

    /// A panel whose columns stand as rows in memory, four by four numbers at a time.
    private static void transpose(
            float[] matrix, int at, int columnStep, float[] panels, int panelAt, int rows, int count, int width) {
        int column = 0;
        for (; column + 4 <= count; column += 4) {
            transposeFour(matrix, at + column * columnStep, columnStep, panels, panelAt + column, rows, width);
        }
        for (; column < count; column++) {
            transposeOne(matrix, at + column * columnStep, panels, panelAt + column, rows, width);
        }
        for (; column < width; column++) {
            for (int row = 0, to = panelAt + column; row < rows; row++, to += width) {
                panels[to] = 0;
            }
        }
    }

    private static void transposeFour(
            float[] matrix, int at, int columnStep, float[] panels, int panelAt, int rows, int width) {
        int at1 = at + columnStep;
        int at2 = at1 + columnStep;
        int at3 = at2 + columnStep;
        int row = 0;
        int to = panelAt;
        for (; row + 4 <= rows; row += 4, to += 4 * width) {
            FloatVector column0 = FloatVector.fromArray(FOUR, matrix, at + row);
            FloatVector column1 = FloatVector.fromArray(FOUR, matrix, at1 + row);
            FloatVector column2 = FloatVector.fromArray(FOUR, matrix, at2 + row);
            FloatVector column3 = FloatVector.fromArray(FOUR, matrix, at3 + row);
            FloatVector low01 = column0.rearrange(LOW, column1);
            FloatVector high01 = column0.rearrange(HIGH, column1);
            FloatVector low23 = column2.rearrange(LOW, column3);
            FloatVector high23 = column2.rearrange(HIGH, column3);
            low01.rearrange(FRONT, low23).intoArray(panels, to);
            low01.rearrange(BACK, low23).intoArray(panels, to + width);
            high01.rearrange(FRONT, high23).intoArray(panels, to + 2 * width);
            high01.rearrange(BACK, high23).intoArray(panels, to + 3 * width);
        }
        for (; row < rows; row++, to += width) {
            panels[to] = matrix[at + row];
            panels[to + 1] = matrix[at1 + row];
            panels[to + 2] = matrix[at2 + row];
            panels[to + 3] = matrix[at3 + row];
        }
    }

    private static void transposeOne(float[] matrix, int at, float[] panels, int panelAt, int rows, int width) {
        for (int row = 0, to = panelAt; row < rows; row++, to += width) {
            panels[to] = matrix[at + row];
        }
    }
}
