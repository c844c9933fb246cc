package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowOperationsTest {
    private static final int ROWS = 3;

    /// Half an ulp of a float 1.
    private static final double ROUNDING = 0x1p-24;

    private final Kernels kernels = Kernels.scalar();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void columnsAreSummedFirstRowFirst(int columns) {
        int stride = columns + 3;
        Numbers values = Numbers.draw(4, 50 * stride, 1);
        Numbers result = Numbers.blank(2, columns);

        kernels.products()
                .sumColumns(new MatrixView().pointAt(values.values(), 4, 50, columns, stride, 1), result.values(), 2);

        for (int column = 0; column < columns; column++) {
            float sum = 0;
            for (int row = 0; row < 50; row++) {
                sum += values.at(row * stride + column);
            }
            assertThat(result.at(column)).isEqualTo(sum);
        }
        result.assertStaleAround();
    }

    @Test
    void noRowsSumToZero() {
        float[] result = {5, 5};
        kernels.products().sumColumns(new MatrixView().pointAt(new float[0], 0, 0, 2), result, 0);
        assertThat(result).containsExactly(0, 0);
    }

    /// The exponent z − m is rounded by half an ulp of itself, which moves e^(z − m) by that share;
    /// the exponential errs by 1 ulp, above and below the line, the sum and the quotient round once.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 17, 100})
    void softmaxIsTheFormula(int columns) {
        Numbers sums = Numbers.draw(3, ROWS * columns, 1);
        Numbers outputs = sums.copy();

        kernels.losses().softmax(outputs.values(), 3, ROWS, columns);

        for (int row = 0; row < ROWS; row++) {
            double total = 0;
            for (int column = 0; column < columns; column++) {
                total += Math.exp(sums.at(row * columns + column));
            }
            for (int column = 0; column < columns; column++) {
                double exact = Math.exp(sums.at(row * columns + column)) / total;
                double bound = (6 + 10) * ROUNDING * exact;
                assertThat((double) outputs.at(row * columns + column)).isCloseTo(exact, within(bound));
            }
        }
        outputs.assertStaleAround();
    }

    @Test
    void softmaxOfLargeSumsStaysFinite() {
        float[] values = {1000, 1000, -1000, 3e38f, 0, -3e38f};

        kernels.losses().softmax(values, 0, 2, 3);

        assertThat(values).containsExactly(0.5f, 0.5f, 0, 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 17, 100})
    void softmaxGoesBackThroughItsWholeJacobian(int columns) {
        Numbers outputs = Numbers.draw(3, ROWS * columns, 1);
        kernels.losses().softmax(outputs.values(), 3, ROWS, columns);
        Numbers before = Numbers.draw(3, ROWS * columns, 2);
        Numbers gradient = before.copy();

        kernels.losses().softmaxBackward(outputs.values(), gradient.values(), 3, ROWS, columns);

        for (int row = 0; row < ROWS; row++) {
            for (int j = 0; j < columns; j++) {
                double exact = 0;
                double magnitude = 0;
                for (int k = 0; k < columns; k++) {
                    double jacobian = (double) outputs.at(row * columns + k)
                            * ((j == k ? 1 : 0) - (double) outputs.at(row * columns + j));
                    exact += before.at(row * columns + k) * jacobian;
                    magnitude += Math.abs(before.at(row * columns + k) * jacobian);
                }
                // Softmax's outputs sum to 1 but for their roundings, and the two formulas differ
                // by what is missing.
                double size = magnitude + Math.abs(before.at(row * columns + j)) * outputs.at(row * columns + j);
                assertThat((double) gradient.at(row * columns + j)).isCloseTo(exact, within(8 * ROUNDING * size));
            }
        }
        gradient.assertStaleAround();
    }
}
