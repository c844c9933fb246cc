package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slope.kernel.DropoutMask;
import slope.kernel.ElementwiseFunction;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;

/// The operations that work along arrays: vector and scalar kernels leave the same bits everywhere,
/// also before and behind the numbers they are given.
class ElementwiseTwinTest {
    private static final int N = FloatVector.SPECIES_PREFERRED.length();
    private static final int STALE = 40;

    private final Kernels scalar = Kernels.scalar();
    private final Kernels vector = new VectorKernelsProvider().create();

    record Stretch(int offset, int length, Values values) {
        float[] draw(long seed) {
            return values.draw(offset + length + STALE, seed);
        }
    }

    /// Of lengths on both sides of every vector's end, from several places.
    private static Stream<Stretch> stretches(Values values) {
        return Stream.of(0, 1, 3, N - 1, N, N + 1, 4 * N / 3, 8 * N + 2, 100)
                .flatMap(length -> Stream.of(0, 1, 7).map(offset -> new Stretch(offset, length, values)));
    }

    @ParameterizedTest
    @EnumSource
    void activations(Values values) {
        stretches(values).forEach(at -> {
            for (ElementwiseFunction function : ElementwiseFunction.values()) {
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .apply(function, 0.25f, arrays[0], arrays[1], at.offset, at.length));
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .apply(function, 0.25f, arrays[0], arrays[0], at.offset, at.length));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void slopes(Values values) {
        stretches(values).forEach(at -> {
            for (ElementwiseFunction function : ElementwiseFunction.values()) {
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .multiplyByDerivative(function, -0.5f, arrays[0], arrays[1], at.offset, at.length));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void sums(Values values) {
        stretches(values).forEach(at -> {
            float[] numbers = at.draw(1);

            Double expected =
                    scalar.products().sum(numbers, at.offset, at.length); // boxed, because then NaN equals NaN
            assertThat(vector.products().sum(numbers, at.offset, at.length)).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @EnumSource
    void factors(Values values) {
        stretches(values).forEach(at -> {
            same(
                    at,
                    (kernels, arrays) -> kernels.elementwise()
                            .multiplyEach(arrays[0], at.offset, arrays[1], 2, arrays[2], 3, at.length));
            same(
                    at,
                    (kernels, arrays) -> kernels.elementwise()
                            .addProducts(arrays[0], at.offset, arrays[1], 2, arrays[2], 3, at.length));
            same(
                    at,
                    (kernels, arrays) -> kernels.elementwise()
                            .scaleAndShift(arrays[0], at.offset, 1.3f, -0.2f, arrays[1], 2, at.length));
        });
    }

    @ParameterizedTest
    @EnumSource
    void blends(Values values) {
        stretches(values).forEach(at -> {
            for (int rows : new int[] {1, 3}) {
                int columns = at.length / rows;
                int stride = (at.length + rows - 1) / rows;
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .interpolate(
                                        arrays[0], 3, arrays[1], arrays[2], at.offset, arrays[3], 2, rows, columns,
                                        stride));
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .interpolate(
                                        arrays[0], 3, arrays[1], arrays[1], at.offset, arrays[2], 2, rows, columns,
                                        stride));
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .addInterpolationGradient(
                                        arrays[0], arrays[1], at.offset, arrays[2], 3, arrays[3], 2, rows, columns,
                                        stride));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void dropout(Values values) {
        stretches(values).forEach(at -> {
            DropoutMask mask = new DropoutMask();
            mask.draw(0x1234_5678_9abc_def0L + at.length, 0.4);
            for (int rows : new int[] {1, 3}) {
                int columns = at.length / rows;
                int stride = (at.length + rows - 1) / rows;
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .dropout(arrays[0], arrays[1], at.offset, rows, columns, stride, mask));
                same(
                        at,
                        (kernels, arrays) -> kernels.elementwise()
                                .dropout(arrays[0], arrays[0], at.offset, rows, columns, stride, mask));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void sumsOfProducts(Values values) {
        stretches(values).forEach(at -> {
            float[] left = at.draw(1);
            float[] right = at.draw(2);

            Double expected = scalar.products().sumOfProducts(left, at.offset, right, 5, at.length);
            assertThat(vector.products().sumOfProducts(left, at.offset, right, 5, at.length))
                    .isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @EnumSource
    void errors(Values values) {
        stretches(values).forEach(at -> {
            same(
                    at,
                    (kernels, arrays) -> kernels.losses()
                            .squaredErrors(arrays[0], arrays[1], arrays[2], arrays[3], at.offset, at.length, 0.125f));
            same(
                    at,
                    (kernels, arrays) -> kernels.losses()
                            .sigmoidCrossEntropy(
                                    arrays[0], arrays[1], arrays[2], arrays[3], at.offset, at.length, 0.125f));
        });
    }

    @ParameterizedTest
    @EnumSource
    void steps(Values values) {
        stretches(values).forEach(at -> {
            same(at, (kernels, arrays) -> kernels.steps().sgd(arrays[0], arrays[1], at.offset, at.length, 0.1f));
            same(
                    at,
                    (kernels, arrays) -> kernels.steps()
                            .momentum(arrays[0], arrays[1], arrays[2], at.offset, at.length, 0.1f, 0.9f));
            same(
                    at,
                    (kernels, arrays) -> kernels.steps()
                            .nesterov(arrays[0], arrays[1], arrays[2], at.offset, at.length, 0.1f, 0.9f));
            same(
                    at,
                    (kernels, arrays) -> kernels.steps()
                            .adam(
                                    arrays[0], arrays[1], arrays[2], arrays[3], at.offset, at.length, 0.01f, 0.1f,
                                    0.001f, 2, 1e-8f, 0.01f));
        });
    }

    @ParameterizedTest
    @EnumSource
    void rows(Values values) {
        stretches(values).forEach(at -> {
            int rows = 5;
            int columns = at.length;
            Stretch all = new Stretch(at.offset, rows * (columns + 3), at.values);
            same(
                    all,
                    (kernels, arrays) -> kernels.products()
                            .sumColumns(
                                    new MatrixView().pointAt(arrays[0], at.offset, rows, columns, columns + 3, 1),
                                    arrays[1],
                                    1));
            same(all, (kernels, arrays) -> kernels.losses().softmax(arrays[0], at.offset, rows, columns));
            same(
                    all,
                    (kernels, arrays) ->
                            kernels.losses().softmaxBackward(arrays[0], arrays[1], at.offset, rows, columns));
        });
    }

    /// Rows one behind the other from the first array's start, as the losses of a batch lie.
    @ParameterizedTest
    @EnumSource
    void crossEntropies(Values values) {
        stretches(values).forEach(at -> {
            int firstRow = at.offset;
            int rows = 5;
            int columns = at.length + 1; // a row without columns has no class
            Stretch all = new Stretch(0, (firstRow + rows) * columns, at.values);
            same(all, (kernels, arrays) -> {
                for (int row = 0; row < firstRow + rows; row++) {
                    arrays[1][row] = row % columns;
                }
                kernels.losses()
                        .softmaxCrossEntropy(
                                arrays[0], arrays[1], arrays[2], arrays[3], firstRow, rows, columns, 0.125f);
            });
        });
    }

    /// Lets both kernels work on four arrays of the same numbers.
    private void same(Stretch at, BiConsumer<Kernels, float[][]> operation) {
        float[][] expected = {at.draw(1), at.draw(2), at.draw(3), at.draw(4)};
        float[][] actual = {at.draw(1), at.draw(2), at.draw(3), at.draw(4)};

        operation.accept(scalar, expected);
        operation.accept(vector, actual);

        for (int array = 0; array < expected.length; array++) {
            assertThat(actual[array]).as("array %d at %s", array, at).isEqualTo(expected[array]);
        }
    }
}
