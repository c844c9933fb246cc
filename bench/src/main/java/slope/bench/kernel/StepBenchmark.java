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
import slope.kernel.Kernels;

/// Adam's step over the parameters of 784-128-10: the time of one parameter.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StepBenchmark {
    private static final int LENGTH = 101_770;

    @Param({"scalar", "vector"})
    public String kernels = "";

    private Kernels timed = Kernels.scalar();
    private final float[] gradient = KernelGate.numbers(4, LENGTH);
    private float[] parameters = {};
    private float[] mean = {};
    private float[] square = {};

    /// Passes the gate and leaves parameters and memory as they are after a step.
    @Setup
    public void prepare() {
        timed = KernelGate.named(kernels);
        KernelGate.requireSameBits(
                kernels -> {
                    parameters = KernelGate.numbers(5, LENGTH);
                    mean = new float[LENGTH];
                    square = new float[LENGTH];
                    step(kernels);
                    return parameters;
                },
                timed);
    }

    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public float[] step() {
        step(timed);
        return parameters;
    }

    private void step(Kernels kernels) {
        kernels.steps().adam(parameters, gradient, mean, square, 0, LENGTH, 1e-3f, 0.1f, 1e-3f, 1, 1e-8f, 0);
    }
}
