package slope.vector;

import java.util.Objects;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;

/// Runs the loops that every training needs, on little work, until they are compiled.
///
/// A training would find them one after the other, each in the middle of long work. The compiler would
/// then replace a loop that runs, which takes it several times as long as a method between two calls,
/// and compile the method as well; and until it is done a loop over vectors is a thousand times slower.
final class Warmup {
    /// By the thresholds of `slope.args` a method is compiled for good after some 64 calls.
    private static final int CALLS = 128;

    /// Rounds of a loop in a call: enough to count beside the calls, too few for the loop to be replaced.
    private static final int ROUNDS = 32;

    /// A tile and one that is moved up.
    private static final int ROWS = Tile.ROWS + 2;

    private final Kernels kernels =
            new Kernels(new VectorProducts(), new VectorElementwise(), new VectorLosses(), new VectorSteps());
    private final MatrixView left = new MatrixView();
    private final MatrixView right = new MatrixView();
    private final MatrixView result = new MatrixView();
    private final float[] some = new float[ROUNDS * Tile.COLUMNS];
    private final float[] others = new float[some.length];
    private final float[] results = new float[ROWS * Tile.COLUMNS];

    /// Once in a process: who asks while it runs waits for its end.
    private static final class Once {
        static final Warmup RUN = new Warmup();
    }

    private Warmup() {
        for (int call = 0; call < CALLS; call++) {
            products(Lanes.COUNT);
            products(2 * Lanes.COUNT);
            products(Tile.COLUMNS);
            products(Tile.COLUMNS - 3);
            step();
        }
    }

    /// Returns when it has been run.
    static void done() {
        Objects.requireNonNull(Once.RUN);
    }

    /// Those of a layer forward, to its inputs and to its weights.
    private void products(int columns) {
        multiply(
                left.pointAt(some, 0, ROWS, ROUNDS),
                right.pointAt(others, 0, ROUNDS, columns),
                result.pointAt(results, 0, ROWS, columns));
        multiply(left, right.pointAt(others, 0, ROUNDS, columns, 1, ROUNDS), result);
        multiply(left.pointAt(some, 0, ROWS, ROUNDS, 1, ROWS), right.pointAt(others, 0, ROUNDS, columns), result);
        kernels.products().sumColumns(right, results, 0);
    }

    private void multiply(MatrixView left, MatrixView right, MatrixView result) {
        kernels.products().multiply(left, right, result);
    }

    private void step() {
        kernels.steps().adam(some, others, others, results, 0, ROUNDS * Lanes.COUNT / 4, 0, 0, 0, 1, 1, 0);
    }
}
