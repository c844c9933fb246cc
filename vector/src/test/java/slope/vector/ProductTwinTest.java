package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;

/// The matrix products: vector and scalar kernels give the same bits for sizes on both sides of
/// every cut, and write nothing outside the result.
class ProductTwinTest {
    private static final int N = FloatVector.SPECIES_PREFERRED.length();
    private static final int STALE = 40;

    private final Kernels scalar = Kernels.scalar();
    private final Kernels vector = new VectorKernelsProvider().create();

    record Sizes(int rows, int inner, int columns, Values values) {

        /// A matrix with gaps between its rows, in an array that ends with it, so that a read too far
        /// throws.
        MatrixView matrix(int seed, int rows, int columns) {
            int stride = columns + seed;
            float[] numbers = values.draw(rows == 0 ? seed : seed + (rows - 1) * stride + columns, seed);
            return new MatrixView().pointAt(numbers, seed, rows, columns, stride, 1);
        }
    }

    /// A family of small products: around a tile's rows (6); in each, around its columns (N, 2N and 4N)
    /// and four numbers of the inner dimension.
    record Family(int rows, Values values) {
        Stream<Sizes> sizes() {
            List<Integer> columns = List.of(
                    0, 1, 3, N - 1, N, N + 1, 4 * N / 3, 2 * N - 1, 2 * N, 2 * N + 1, 4 * N - 1, 4 * N, 5 * N,
                    8 * N + 2);
            return Stream.of(0, 1, 3, 4, 5, 33)
                    .flatMap(inner -> columns.stream().map(width -> new Sizes(rows, inner, width, values)));
        }
    }

    static Stream<Family> families() {
        return Stream.of(Values.values())
                .flatMap(values -> Stream.of(0, 1, 3, 5, 6, 7, 12, 17).map(rows -> new Family(rows, values)));
    }

    /// Around the blocks: 192 rows, 256 or 1024 numbers of the inner dimension, 512 or 128 columns. From 97 rows on the
    /// right matrix is packed.
    static Stream<Sizes> large() {
        return Stream.of(
                new Sizes(191, 257, 2 * N + 1, Values.ORDINARY),
                new Sizes(193, 256, 10, Values.ORDINARY),
                new Sizes(200, 515, 33, Values.ORDINARY),
                new Sizes(7, 1025, 130, Values.ORDINARY),
                new Sizes(6, 1024, 4 * N, Values.ORDINARY),
                new Sizes(1, 259, 512 + N + 5, Values.ORDINARY),
                new Sizes(7, 9, 512 + 2 * N + 1, Values.ORDINARY),
                new Sizes(391, 3, 1, Values.ORDINARY),
                new Sizes(96, 40, 8 * N + 3, Values.ORDINARY),
                new Sizes(97, 40, 8 * N + 3, Values.ORDINARY));
    }

    @ParameterizedTest
    @MethodSource("families")
    void small(Family family) {
        family.sizes().forEach(this::everyWayRound);
    }

    @ParameterizedTest
    @MethodSource("large")
    void everyWayRound(Sizes sizes) {
        same(sizes, sizes.matrix(1, sizes.rows, sizes.inner), sizes.matrix(2, sizes.inner, sizes.columns));
        same(
                sizes,
                new MatrixView().pointAtTransposed(sizes.matrix(1, sizes.inner, sizes.rows)),
                sizes.matrix(2, sizes.inner, sizes.columns));
        same(
                sizes,
                sizes.matrix(1, sizes.rows, sizes.inner),
                new MatrixView().pointAtTransposed(sizes.matrix(2, sizes.columns, sizes.inner)));
    }

    /// From zero, added to the result, and from a repeated row. The result is surrounded by numbers
    /// that must stay.
    private void same(Sizes sizes, MatrixView left, MatrixView right) {
        float[] row = sizes.values.draw(sizes.columns, 4);
        MatrixView repeated = new MatrixView().pointAt(row, 0, sizes.rows, sizes.columns, 0, 1);
        same(sizes, (kernels, result) -> kernels.products().multiply(left, right, result));
        same(sizes, (kernels, result) -> kernels.products().multiply(left, right, result, result));
        same(sizes, (kernels, result) -> kernels.products().multiply(left, right, repeated, result));
    }

    private void same(Sizes sizes, BiConsumer<Kernels, MatrixView> product) {
        int stride = sizes.columns + 2;
        float[] expected = sizes.values.draw(3 + sizes.rows * stride + STALE, 3);
        float[] actual = expected.clone();

        product.accept(scalar, new MatrixView().pointAt(expected, 3, sizes.rows, sizes.columns, stride, 1));
        product.accept(vector, new MatrixView().pointAt(actual, 3, sizes.rows, sizes.columns, stride, 1));

        assertThat(actual).as("%s", sizes).isEqualTo(expected);
    }
}
