package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixProductTest {
    private final Kernels kernels = Kernels.scalar();

    /// Sizes around the lanes of vectors (16), the rows taken together (4) and the rows copied
    /// together (64).
    private static Stream<Sizes> sizes() {
        List<Integer> some = List.of(0, 1, 3, 4, 5, 15, 16, 17, 63, 64, 65, 130);
        return some.stream().flatMap(inner -> some.stream().map(columns -> new Sizes(3, inner, columns)));
    }

    record Sizes(int rows, int inner, int columns) {}

    @ParameterizedTest
    @MethodSource("sizes")
    void eachNumberIsOneChain(Sizes sizes) {
        MatrixView left = view(Numbers.draw(5, sizes.rows * sizes.inner, 1), sizes.rows, sizes.inner);
        MatrixView right = view(Numbers.draw(2, sizes.inner * sizes.columns, 2), sizes.inner, sizes.columns);

        assertChains(left, right, null);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void leftTransposedIsTheSameChain(Sizes sizes) {
        int stride = sizes.rows + 2;
        Numbers numbers = Numbers.draw(5, sizes.inner * stride, 1);
        MatrixView left =
                new MatrixView().pointAt(numbers.values(), numbers.offset(), sizes.rows, sizes.inner, 1, stride);
        MatrixView right = view(Numbers.draw(2, sizes.inner * sizes.columns, 2), sizes.inner, sizes.columns);

        assertChains(left, right, null);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void rightTransposedIsTheSameChain(Sizes sizes) {
        MatrixView left = view(Numbers.draw(5, sizes.rows * sizes.inner, 1), sizes.rows, sizes.inner);
        MatrixView stored = view(Numbers.draw(2, sizes.inner * sizes.columns, 2), sizes.columns, sizes.inner);

        assertChains(left, new MatrixView().pointAtTransposed(stored), null);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void chainsMayStartAtAnotherMatrix(Sizes sizes) {
        MatrixView left = view(Numbers.draw(0, sizes.rows * sizes.inner, 1), sizes.rows, sizes.inner);
        MatrixView right = view(Numbers.draw(0, sizes.inner * sizes.columns, 2), sizes.inner, sizes.columns);
        Numbers start = Numbers.draw(3, sizes.rows * sizes.columns, 3);

        assertChains(left, right, view(start, sizes.rows, sizes.columns));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void chainsMayStartAtARepeatedRow(Sizes sizes) {
        MatrixView left = view(Numbers.draw(0, sizes.rows * sizes.inner, 1), sizes.rows, sizes.inner);
        MatrixView right = view(Numbers.draw(0, sizes.inner * sizes.columns, 2), sizes.inner, sizes.columns);
        Numbers row = Numbers.draw(3, sizes.columns, 3);
        MatrixView start = new MatrixView().pointAt(row.values(), row.offset(), sizes.rows, sizes.columns, 0, 1);

        assertChains(left, right, start);
    }

    @Test
    void theProductMayBeAddedToItsResult() {
        Numbers sums = Numbers.draw(1, 6, 3);
        Numbers before = sums.copy();
        MatrixView result = view(sums, 2, 3);
        MatrixView left = new MatrixView().pointAt(new float[] {2, 3}, 0, 2, 1);
        MatrixView right = new MatrixView().pointAt(new float[] {5, 7, 11}, 0, 1, 3);

        kernels.products().multiply(left, right, result, result);

        assertThat(sums.at(0)).isEqualTo(Math.fma(2, 5, before.at(0)));
        assertThat(sums.at(5)).isEqualTo(Math.fma(3, 11, before.at(5)));
    }

    @Test
    void noRowsAreFine() {
        MatrixView none = new MatrixView().pointAt(new float[0], 0, 0, 2);
        MatrixView right = new MatrixView().pointAt(new float[6], 0, 2, 3);

        kernels.products().multiply(none, right, new MatrixView().pointAt(new float[0], 0, 0, 3));
    }

    @Test
    void matricesThatDoNotFitAreNamedByTheirShapes() {
        MatrixView left = new MatrixView().pointAt(new float[6], 0, 2, 3);
        MatrixView result = new MatrixView().pointAt(new float[4], 0, 2, 2);

        assertThatThrownBy(() -> kernels.products().multiply(left, left, result))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 × 3 and 2 × 3")
                .hasMessageContaining("a result of 2 × 2");
    }

    private static MatrixView view(Numbers numbers, int rows, int columns) {
        return new MatrixView().pointAt(numbers.values(), numbers.offset(), rows, columns);
    }

    /// Against the chain of floats for equality, and against the sum in double within Higham's
    /// bound for an inner product (Accuracy and Stability of Numerical Algorithms, eq. 3.5): n
    /// roundings of half an ulp, 2⁻²⁴, each of at most Σ |left·right| and the start.
    private void assertChains(MatrixView left, MatrixView right, @Nullable MatrixView start) {
        int inner = left.columns();
        Numbers numbers = Numbers.blank(7, left.rows() * right.columns());
        MatrixView result = view(numbers, left.rows(), right.columns());
        if (start == null) {
            kernels.products().multiply(left, right, result);
        } else {
            kernels.products().multiply(left, right, start, result);
        }

        for (int row = 0; row < left.rows(); row++) {
            for (int column = 0; column < right.columns(); column++) {
                float chain = start == null ? 0 : start.values()[start.at(row, column)];
                double exact = chain;
                double magnitude = Math.abs(chain);
                for (int k = 0; k < inner; k++) {
                    float factor = left.values()[left.at(row, k)];
                    float other = right.values()[right.at(k, column)];
                    chain = Math.fma(factor, other, chain);
                    exact += (double) factor * other;
                    magnitude += Math.abs((double) factor * other);
                }
                float actual = result.values()[result.at(row, column)];
                assertThat(actual).isEqualTo(chain);
                double bound = inner * 0x1p-24 / (1 - inner * 0x1p-24) * magnitude;
                assertThat((double) actual).isCloseTo(exact, within(bound));
            }
        }
        numbers.assertStaleAround();
    }
}
