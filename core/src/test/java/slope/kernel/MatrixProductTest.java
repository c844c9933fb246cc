package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Kernels.Start;

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
        Numbers left = Numbers.draw(5, sizes.rows * sizes.inner, 1);
        Numbers right = Numbers.draw(2, sizes.inner * sizes.columns, 2);
        Numbers result = Numbers.blank(7, sizes.rows * sizes.columns);

        kernels.multiply(
                left.values(),
                left.offset(),
                sizes.inner,
                right.values(),
                right.offset(),
                sizes.columns,
                result.values(),
                result.offset(),
                sizes.columns,
                sizes.rows,
                sizes.inner,
                sizes.columns,
                Start.ZERO);

        assertChains(left, sizes.inner, 1, right, sizes.columns, 1, null, result, sizes);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void leftTransposedIsTheSameChain(Sizes sizes) {
        int stride = sizes.rows + 2;
        Numbers left = Numbers.draw(5, sizes.inner * stride, 1);
        Numbers right = Numbers.draw(2, sizes.inner * sizes.columns, 2);
        Numbers result = Numbers.blank(7, sizes.rows * sizes.columns);

        kernels.multiplyLeftTransposed(
                left.values(),
                left.offset(),
                stride,
                right.values(),
                right.offset(),
                sizes.columns,
                result.values(),
                result.offset(),
                sizes.columns,
                sizes.rows,
                sizes.inner,
                sizes.columns,
                Start.ZERO);

        assertChains(left, 1, stride, right, sizes.columns, 1, null, result, sizes);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void rightTransposedIsTheSameChain(Sizes sizes) {
        Numbers left = Numbers.draw(5, sizes.rows * sizes.inner, 1);
        Numbers right = Numbers.draw(2, sizes.columns * sizes.inner, 2);
        Numbers result = Numbers.blank(7, sizes.rows * sizes.columns);

        kernels.multiplyRightTransposed(
                left.values(),
                left.offset(),
                sizes.inner,
                right.values(),
                right.offset(),
                sizes.inner,
                result.values(),
                result.offset(),
                sizes.columns,
                sizes.rows,
                sizes.inner,
                sizes.columns,
                Start.ZERO);

        assertChains(left, sizes.inner, 1, right, 1, sizes.inner, null, result, sizes);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void chainsMayStartAtWhatTheResultHolds(Sizes sizes) {
        Numbers left = Numbers.draw(0, sizes.rows * sizes.inner, 1);
        Numbers right = Numbers.draw(0, sizes.inner * sizes.columns, 2);
        Numbers result = Numbers.draw(3, sizes.rows * sizes.columns, 3);
        Numbers before = result.copy();

        kernels.multiply(
                left.values(),
                0,
                sizes.inner,
                right.values(),
                0,
                sizes.columns,
                result.values(),
                3,
                sizes.columns,
                sizes.rows,
                sizes.inner,
                sizes.columns,
                Start.RESULT);

        assertChains(left, sizes.inner, 1, right, sizes.columns, 1, before, result, sizes);
    }

    @ParameterizedTest
    @EnumSource(Start.class)
    void noRowsAreFine(Start start) {
        float[] none = {};
        kernels.multiply(none, 0, 2, new float[6], 0, 3, none, 0, 3, 0, 2, 3, start);
        kernels.multiplyLeftTransposed(none, 0, 0, new float[6], 0, 3, none, 0, 3, 0, 2, 3, start);
        kernels.multiplyRightTransposed(none, 0, 2, new float[6], 0, 2, none, 0, 3, 0, 2, 3, start);
    }

    /// Against the chain of floats for equality, and against the sum in double within Higham's
    /// bound for an inner product (Accuracy and Stability of Numerical Algorithms, eq. 3.5): n
    /// roundings of half an ulp, 2⁻²⁴, each of at most Σ |left·right| and the start.
    private static void assertChains(
            Numbers left,
            int leftRowStep,
            int leftInnerStep,
            Numbers right,
            int rightInnerStep,
            int rightColumnStep,
            @Nullable Numbers start,
            Numbers result,
            Sizes sizes) {
        for (int row = 0; row < sizes.rows; row++) {
            for (int column = 0; column < sizes.columns; column++) {
                int at = row * sizes.columns + column;
                float chain = start == null ? 0 : start.at(at);
                double exact = chain;
                double magnitude = Math.abs(chain);
                for (int k = 0; k < sizes.inner; k++) {
                    float factor = left.at(row * leftRowStep + k * leftInnerStep);
                    float other = right.at(k * rightInnerStep + column * rightColumnStep);
                    chain = Math.fma(factor, other, chain);
                    exact += (double) factor * other;
                    magnitude += Math.abs((double) factor * other);
                }
                assertThat(result.at(at)).isEqualTo(chain);
                double bound = sizes.inner * 0x1p-24 / (1 - sizes.inner * 0x1p-24) * magnitude;
                assertThat((double) result.at(at)).isCloseTo(exact, within(bound));
            }
        }
        result.assertStaleAround();
    }
}
