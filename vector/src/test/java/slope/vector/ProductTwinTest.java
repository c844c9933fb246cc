package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Kernels;
import slope.kernel.Kernels.Start;

/// The matrix products: vector and scalar kernels give the same bits for sizes on both sides of
/// every cut, and write nothing outside the result.
class ProductTwinTest {
    private static final int N = FloatVector.SPECIES_PREFERRED.length();
    private static final int STALE = 40;

    private final Kernels scalar = Kernels.scalar();
    private final Kernels vector = new VectorKernels();

    record Sizes(int rows, int inner, int columns, Values values) {}

    /// Around a tile's rows (6) and columns (2N), a vector, and four numbers of the inner dimension.
    static Stream<Sizes> small() {
        List<Integer> columns = List.of(0, 1, 3, N - 1, N, N + 1, 4 * N / 3, 2 * N - 1, 2 * N, 2 * N + 1, 8 * N + 2);
        return Stream.of(Values.values())
                .flatMap(values -> Stream.of(0, 1, 3, 5, 6, 7, 12, 17)
                        .flatMap(rows -> Stream.of(0, 1, 3, 4, 5, 33)
                                .flatMap(inner ->
                                        columns.stream().map(width -> new Sizes(rows, inner, width, values)))));
    }

    /// Around the blocks: 192 rows, 4096 / 2N numbers of the inner dimension, 64N columns.
    static Stream<Sizes> large() {
        return Stream.of(
                new Sizes(191, 2048 / N + 1, 2 * N + 1, Values.ORDINARY),
                new Sizes(193, 2048 / N, 10, Values.ORDINARY),
                new Sizes(200, 4096 / N + 3, 33, Values.ORDINARY),
                new Sizes(1, 4096 / N + 3, 64 * N + 5, Values.ORDINARY),
                new Sizes(7, 9, 64 * N + 2 * N + 1, Values.ORDINARY),
                new Sizes(391, 3, 1, Values.ORDINARY));
    }

    @ParameterizedTest
    @MethodSource({"small", "large"})
    void plain(Sizes sizes) {
        int leftStride = sizes.inner + 1;
        int rightStride = sizes.columns + 3;
        same(
                sizes,
                sizes.rows * leftStride,
                sizes.inner * rightStride,
                (kernels, left, right, result, start) -> kernels.multiply(
                        left,
                        1,
                        leftStride,
                        right,
                        2,
                        rightStride,
                        result,
                        3,
                        sizes.columns + 2,
                        sizes.rows,
                        sizes.inner,
                        sizes.columns,
                        start));
    }

    @ParameterizedTest
    @MethodSource({"small", "large"})
    void leftTransposed(Sizes sizes) {
        int leftStride = sizes.rows + 1;
        int rightStride = sizes.columns + 3;
        same(
                sizes,
                sizes.inner * leftStride,
                sizes.inner * rightStride,
                (kernels, left, right, result, start) -> kernels.multiplyLeftTransposed(
                        left,
                        1,
                        leftStride,
                        right,
                        2,
                        rightStride,
                        result,
                        3,
                        sizes.columns + 2,
                        sizes.rows,
                        sizes.inner,
                        sizes.columns,
                        start));
    }

    @ParameterizedTest
    @MethodSource({"small", "large"})
    void rightTransposed(Sizes sizes) {
        int leftStride = sizes.inner + 1;
        int rightStride = sizes.inner + 3;
        same(
                sizes,
                sizes.rows * leftStride,
                sizes.columns * rightStride,
                (kernels, left, right, result, start) -> kernels.multiplyRightTransposed(
                        left,
                        1,
                        leftStride,
                        right,
                        2,
                        rightStride,
                        result,
                        3,
                        sizes.columns + 2,
                        sizes.rows,
                        sizes.inner,
                        sizes.columns,
                        start));
    }

    private interface Product {
        void compute(Kernels kernels, float[] left, float[] right, float[] result, Start start);
    }

    /// The arrays end with the matrices, so that a read too far throws; the result is surrounded by
    /// numbers that must stay.
    private void same(Sizes sizes, int leftLength, int rightLength, Product product) {
        float[] left = sizes.values.draw(1 + leftLength, 1);
        float[] right = sizes.values.draw(2 + rightLength, 2);
        float[] before = sizes.values.draw(3 + sizes.rows * (sizes.columns + 2) + STALE, 3);
        for (Start start : Start.values()) {
            float[] expected = before.clone();
            float[] actual = before.clone();

            product.compute(scalar, left, right, expected, start);
            product.compute(vector, left, right, actual, start);

            assertThat(actual).isEqualTo(expected);
            assertThat(Arrays.equals(
                            actual, actual.length - STALE, actual.length, before, actual.length - STALE, actual.length))
                    .as("what stands behind the result is untouched")
                    .isTrue();
        }
    }
}
