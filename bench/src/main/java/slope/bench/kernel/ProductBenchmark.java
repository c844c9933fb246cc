package slope.bench.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import slope.kernel.Kernels;
import slope.kernel.MatrixView;

/// The matrix product in the three forms that training needs, on one thread.
///
/// With `rows × inner × columns` of m, each call takes m multiply-adds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ProductBenchmark {
    @Param({"scalar", "vector"})
    public String kernels = "";

    /// As the layers of the workloads have them, for one of two threads.
    @Param({"64x784x128", "256x256x256", "512x784x512"})
    public String shape = "";

    /// Forward; for the gradient by the weights, where the left matrix is transposed; for the gradient by
    /// the inputs, where the right one is.
    @Param({"plain", "left", "right"})
    public String transposed = "";

    private Kernels timed = Kernels.scalar();
    private final MatrixView left = new MatrixView();
    private final MatrixView right = new MatrixView();
    private final MatrixView result = new MatrixView();

    /// Makes the matrices and passes the gate.
    @Setup
    public void prepare() {
        String[] sizes = shape.split("x", -1);
        int rows = Integer.parseInt(sizes[0]);
        int inner = Integer.parseInt(sizes[1]);
        int columns = Integer.parseInt(sizes[2]);
        timed = KernelGate.named(kernels);
        point(left, KernelGate.numbers(1, rows * inner), rows, inner, transposed.equals("left"));
        point(right, KernelGate.numbers(2, inner * columns), inner, columns, transposed.equals("right"));
        KernelGate.requireSameBits(
                kernels -> {
                    result.pointAt(new float[rows * columns], 0, rows, columns);
                    kernels.products().multiply(left, right, result);
                    return result.values();
                },
                timed);
    }

    private static void point(MatrixView view, float[] values, int rows, int columns, boolean transposed) {
        if (transposed) {
            view.pointAt(values, 0, rows, columns, 1, rows);
        } else {
            view.pointAt(values, 0, rows, columns);
        }
    }

    @Benchmark
    public MatrixView multiply() {
        timed.products().multiply(left, right, result);
        return result;
    }
}
