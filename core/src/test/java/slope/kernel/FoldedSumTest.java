package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedSumTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 31, 32, 33, 1000})
    void sumsHaveTheirShapeOfSixteenLanes(int length) {
        Numbers numbers = Numbers.draw(3, length, 1);

        double sum = Kernels.scalar().products().sum(numbers.values(), 3, length);

        double[] lanes = new double[16];
        for (int index = 0; index < length; index++) {
            lanes[index % 16] += numbers.at(index);
        }
        assertThat(sum).isEqualTo(folded(lanes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 31, 32, 33, 1000})
    void sumsOfProductsHaveTheSameShape(int length) {
        Numbers left = Numbers.draw(3, length, 1);
        Numbers right = Numbers.draw(3, length, 2);

        double sum = FoldedSum.ofProducts(left.values(), 3, right.values(), 3, length);

        double[] lanes = new double[16];
        for (int index = 0; index < length; index++) {
            lanes[index % 16] = Math.fma((double) left.at(index), (double) right.at(index), lanes[index % 16]);
        }
        assertThat(sum).isEqualTo(folded(lanes));
    }

    /// 16 lanes become 8, 4, 2 and 1.
    private static double folded(double[] lanes) {
        for (int half = 8; half >= 1; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] += lanes[lane + half];
            }
        }
        return lanes[0];
    }
}
