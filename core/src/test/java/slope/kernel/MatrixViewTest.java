package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixViewTest {
    private final float[] numbers = {9, 1, 2, 3, 4, 5, 6};
    private final MatrixView view = new MatrixView().pointAt(numbers, 1, 2, 3);

    @Test
    void numbersStandRowByRow() {
        assertThat(numbers[view.at(0, 2)]).isEqualTo(3);
        assertThat(numbers[view.at(1, 0)]).isEqualTo(4);
        assertThat(view).hasToString("2 × 3");
    }

    @Test
    void aTransposedViewExchangesRowsAndColumns() {
        MatrixView transposed = new MatrixView().pointAtTransposed(view);

        assertThat(transposed).hasToString("3 × 2");
        assertThat(numbers[transposed.at(2, 0)]).isEqualTo(3);
        assertThat(numbers[transposed.at(0, 1)]).isEqualTo(4);
    }

    @Test
    void aMatrixMustStandInItsArray() {
        assertThatThrownBy(() -> view.pointAt(numbers, 2, 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.pointAt(numbers, -1, 2, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.pointAt(numbers, 0, 65_536, 65_536))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void zerosAreAsWideAsAskedFor() {
        view.pointAtZeros(4, 3);

        assertThat(view).hasToString("4 × 3");
        assertThat(view.values()[view.at(3, 2)]).isZero();
    }
}
