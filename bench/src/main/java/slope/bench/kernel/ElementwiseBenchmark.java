package slope.bench.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import slope.kernel.ElementwiseFunction;
import slope.kernel.Kernels;

/// Activations along an array that fits into the second-level cache: the time of one number.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ElementwiseBenchmark {
    private static final int LENGTH = 16_384;

    @Param({"scalar", "vector"})
    public String kernels = "";

    @Param({"RELU", "SIGMOID", "TANH", "GELU", "GELU_TANH", "SILU", "MISH", "COSINE"})
    public ElementwiseFunction function = ElementwiseFunction.RELU;

    private Kernels timed = Kernels.scalar();
    private float[] sums = {};
    private float[] outputs = {};

    /// Makes the numbers and passes the gate.
    @Setup
    public void prepare() {
        timed = KernelGate.named(kernels);
        sums = KernelGate.numbers(3, LENGTH);
        KernelGate.requireSameBits(
                kernels -> {
                    outputs = new float[LENGTH];
                    kernels.elementwise().apply(function, 0, sums, outputs, 0, LENGTH);
                    return outputs;
                },
                timed);
    }

    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public float[] apply() {
        timed.elementwise().apply(function, 0, sums, outputs, 0, LENGTH);
        return outputs;
    }
}
