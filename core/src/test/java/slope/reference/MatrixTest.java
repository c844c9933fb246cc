package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
    private final Matrix matrix = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void theProductIsRowsTimesColumns() {
        Matrix other = Matrix.of(3, 2, 7, 8, 9, 10, 11, 12);

        assertThat(matrix.times(other)).isEqualTo(Matrix.of(2, 2, 58, 64, 139, 154));
    }

    @Test
    void rowsBecomeColumns() {
        assertThat(matrix.transposed()).isEqualTo(Matrix.of(3, 2, 1, 4, 2, 5, 3, 6));
    }

    @Test
    void arithmeticIsNumberByNumber() {
        Matrix other = Matrix.of(2, 3, 1, 1, 1, 2, 2, 2);

        assertThat(matrix.plus(other)).isEqualTo(Matrix.of(2, 3, 2, 3, 4, 6, 7, 8));
        assertThat(matrix.minus(other)).isEqualTo(Matrix.of(2, 3, 0, 1, 2, 2, 3, 4));
        assertThat(matrix.timesEach(other)).isEqualTo(Matrix.of(2, 3, 1, 2, 3, 8, 10, 12));
        assertThat(matrix.scaled(2)).isEqualTo(Matrix.of(2, 3, 2, 4, 6, 8, 10, 12));
        assertThat(matrix.plusToEachRow(Matrix.of(1, 3, 10, 20, 30)))
                .isEqualTo(Matrix.of(2, 3, 11, 22, 33, 14, 25, 36));
        assertThat(matrix.sumOfRows()).isEqualTo(Matrix.of(1, 3, 5, 7, 9));
        assertThat(matrix.sum()).isEqualTo(21);
    }

    /// Minus zero would print as "-0.0".
    @Test
    void turningTheSignLeavesZeroPlain() {
        assertThat(Matrix.of(1, 3, 0, -0.0, 2).negated()).isEqualTo(Matrix.of(1, 3, 0, 0, -2));
    }

    @Test
    void oneNumberThatIsNotFiniteIsNoticed() {
        assertThat(matrix.isFinite()).isTrue();
        assertThat(Matrix.of(1, 2, 1, Double.NaN).isFinite()).isFalse();
        assertThat(Matrix.of(1, 2, Double.NEGATIVE_INFINITY, 1).isFinite()).isFalse();
    }

    @Test
    void nobodyCanChangeItsNumbers() {
        double[][] rows = {{1, 2}};
        double[] values = {1, 2};
        Matrix fromRows = Matrix.of(rows);
        Matrix fromValues = Matrix.of(1, 2, values);
        rows[0][0] = 9;
        values[0] = 9;
        fromRows.toArray()[0] = 9;
        fromRows.toRows()[0][0] = 9;

        assertThat(fromRows).isEqualTo(Matrix.of(1, 2, 1, 2)).isEqualTo(fromValues);
    }

    @Test
    void equalNumbersInAnotherShapeAreNotEqual() {
        assertThat(Matrix.of(1, 2, 1, 2)).isNotEqualTo(Matrix.of(2, 1, 1, 2)).hasSameHashCodeAs(Matrix.of(1, 2, 1, 2));
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> matrix.times(matrix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a 2 × 3 matrix cannot be multiplied by a 2 × 3 one");
        assertThatThrownBy(() -> matrix.plus(matrix.transposed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a 2 × 3 matrix does not fit a 3 × 2 one");
        assertThatThrownBy(() -> matrix.plusToEachRow(matrix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a 2 × 3 matrix cannot be added to each row of a 2 × 3 one");
        assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 2 of a matrix has 1 numbers, the first has 2");
        assertThatThrownBy(() -> Matrix.of(2, 2, 1, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 numbers do not make a matrix of 2 × 2");
        assertThatThrownBy(() -> Matrix.of(new double[0][]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a matrix needs at least 1 row and 1 column");
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> matrix.at(0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("column 3 of a 2 × 3 matrix");
    }
}
