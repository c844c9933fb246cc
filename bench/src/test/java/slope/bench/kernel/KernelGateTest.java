package slope.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.kernel.ElementwiseFunction;

/// Every benchmark's work passes the gate, and what differs does not.
class KernelGateTest {

    @Test
    void aDifferentBitIsRefused() {
        float[] scalar = {1, 2, 3};
        float[] other = {1, Math.nextUp(2f), 3};

        assertThatIllegalStateException()
                .isThrownBy(() -> KernelGate.requireSameBits(scalar, other))
                .withMessage("number 1 is 2.0 with the scalar kernels and 2.0000002 with those to be timed");
        assertThatIllegalStateException()
                .isThrownBy(() -> KernelGate.requireSameBits(new float[] {0f}, new float[] {-0f}));
    }

    @Test
    void theVectorKernelsAreThere() {
        assertThat(KernelGate.named("vector").products().getClass().getSimpleName())
                .isEqualTo("VectorProducts");
        assertThat(KernelGate.named("scalar").products().getClass().getSimpleName())
                .isEqualTo("ScalarProducts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "left", "right"})
    void productsPass(String transposed) {
        for (String shape : List.of("64x784x128", "7x5x3")) {
            ProductBenchmark benchmark = new ProductBenchmark();
            benchmark.kernels = "vector";
            benchmark.shape = shape;
            benchmark.transposed = transposed;
            benchmark.prepare();
            float before = benchmark.multiply().values()[0];

            assertThat(benchmark.multiply().values()[0]).isEqualTo(before).isNotZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void functionsPass(ElementwiseFunction function) {
        ElementwiseBenchmark benchmark = new ElementwiseBenchmark();
        benchmark.kernels = "vector";
        benchmark.function = function;
        benchmark.prepare();

        assertThat(benchmark.apply()).hasSize(16_384);
    }

    @Test
    void stepsPass() {
        StepBenchmark benchmark = new StepBenchmark();
        benchmark.kernels = "vector";
        benchmark.prepare();
        float before = benchmark.step()[0];

        assertThat(benchmark.step()[0]).isNotEqualTo(before);
    }
}
