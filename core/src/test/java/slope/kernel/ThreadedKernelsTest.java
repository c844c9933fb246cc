package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.random.SplitRandom;

/// Every operation, large enough to be shared and with sizes that no number of threads divides:
/// the bits are those of one thread.
class ThreadedKernelsTest {
    private static final int OFFSET = 3;
    private static final int LENGTH = 30_011;
    private static final int ROWS = 1001;
    private static final int COLUMNS = 29;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void products(int threads) {
        int rows = 97;
        int inner = 65;
        int columns = 131;
        same(threads, (kernels, arrays) -> {
            MatrixView left = new MatrixView().pointAt(arrays[0], OFFSET, rows, inner);
            MatrixView right = new MatrixView().pointAt(arrays[1], OFFSET, inner, columns);
            MatrixView bias = new MatrixView().pointAt(arrays[3], OFFSET, rows, columns, 0, 1);
            kernels.multiply(left, right, bias, new MatrixView().pointAt(arrays[2], OFFSET, rows, columns));
        });
        same(threads, (kernels, arrays) -> {
            MatrixView left = new MatrixView().pointAt(arrays[0], OFFSET, inner, columns);
            MatrixView right = new MatrixView().pointAt(arrays[1], OFFSET, inner, rows);
            kernels.multiply(
                    new MatrixView().pointAtTransposed(left),
                    right,
                    new MatrixView().pointAt(arrays[2], OFFSET, columns, rows));
        });
        same(threads, (kernels, arrays) -> {
            MatrixView left = new MatrixView().pointAt(arrays[0], OFFSET, rows, inner);
            MatrixView right = new MatrixView().pointAt(arrays[1], OFFSET, columns, inner);
            MatrixView result = new MatrixView().pointAt(arrays[2], OFFSET, rows, columns);
            kernels.multiply(left, new MatrixView().pointAtTransposed(right), result, result);
        });
    }

    /// Too few columns to share: rows are.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void narrowProducts(int threads) {
        same(threads, (kernels, arrays) -> {
            MatrixView left = new MatrixView().pointAt(arrays[0], OFFSET, 290, 100);
            MatrixView right = new MatrixView().pointAt(arrays[1], OFFSET, 100, 10);
            kernels.multiply(left, right, new MatrixView().pointAt(arrays[2], OFFSET, 290, 10));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void columnSums(int threads) {
        same(
                threads,
                (kernels, arrays) -> kernels.sumColumns(
                        new MatrixView().pointAt(arrays[0], OFFSET, 280, 101, 107, 1), arrays[1], 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void activations(int threads) {
        for (ElementwiseFunction function : ElementwiseFunction.values()) {
            same(threads, (kernels, a) -> kernels.apply(function, 0.3f, a[0], a[1], OFFSET, LENGTH));
            same(threads, (kernels, a) -> kernels.multiplyBySlope(function, 0.3f, a[0], a[1], OFFSET, LENGTH));
        }
        same(threads, (kernels, a) -> kernels.softmax(a[0], OFFSET, ROWS, COLUMNS));
        same(threads, (kernels, a) -> kernels.softmaxBackward(a[0], a[1], OFFSET, ROWS, COLUMNS));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void losses(int threads) {
        same(threads, (kernels, a) -> kernels.squaredErrors(a[0], a[1], a[2], a[3], OFFSET, LENGTH, 0.1f));
        same(threads, (kernels, a) -> kernels.sigmoidCrossEntropy(a[0], a[1], a[2], a[3], OFFSET, LENGTH, 0.1f));
        float[] classes = new float[2 + ROWS];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = row % COLUMNS;
        }
        same(threads, (kernels, a) -> kernels.softmaxCrossEntropy(a[0], classes, a[2], a[3], 2, ROWS, COLUMNS, 0.1f));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void steps(int threads) {
        same(threads, (kernels, a) -> kernels.descend(a[0], a[1], OFFSET, LENGTH, 0.1f));
        same(threads, (kernels, a) -> kernels.descendWithMomentum(a[0], a[1], a[2], OFFSET, LENGTH, 0.1f, 0.9f));
        same(threads, (kernels, a) -> kernels.descendWithNesterov(a[0], a[1], a[2], OFFSET, LENGTH, 0.1f, 0.9f));
        same(
                threads,
                (kernels, a) -> kernels.descendWithAdam(
                        a[0], a[1], a[2], a[3], OFFSET, LENGTH, 0.1f, 0.2f, 0.01f, 2, 1e-6f, 0.03f));
    }

    /// Lets one thread and several work on four arrays of the same numbers.
    private static void same(int threads, BiConsumer<Kernels, float[][]> operation) {
        float[][] expected = draw();
        float[][] actual = draw();

        operation.accept(Kernels.scalar(), expected);
        try (Kernels kernels = new Engine(KernelsChoice.scalar(), threads).start()) {
            operation.accept(kernels, actual);
        }

        assertThat(actual).isDeepEqualTo(expected);
    }

    private static float[][] draw() {
        float[][] arrays = new float[4][OFFSET + LENGTH + 64];
        for (int array = 0; array < arrays.length; array++) {
            var random = SplitRandom.of(1, array);
            for (int index = 0; index < arrays[array].length; index++) {
                // Positive: a mean of squares has a root.
                arrays[array][index] = random.nextFloat() + 0.01f;
            }
        }
        return arrays;
    }
}
