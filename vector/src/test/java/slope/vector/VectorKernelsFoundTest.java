package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;

/// Fails the build where the vector kernels cannot be loaded: every comparison of vector with scalar
/// would otherwise compare scalar with itself.
class VectorKernelsFoundTest {
    @Test
    void theBestKernelsAreVectors() {
        KernelsChoice best = KernelsChoice.best();

        assertThat(best.name()).isEqualTo("vector " + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits");
        assertThat(best.reason()).isEqualTo("found slope.vector");
        assertThat(best.create()).isInstanceOf(VectorKernels.class);
    }

    /// These tests run without them.
    @Test
    void theCompilerFlagsAreMissed() {
        assertThat(Engine.best().remark()).get().asString().endsWith("java @slope.args");
        assertThat(Engine.best().forWork(1_000).remark()).isEmpty();
    }

    /// A machine may have narrower vectors than a run asks for, but never wider ones.
    @Test
    void vectorsAreAsNarrowAsTheRunAsks() {
        int asked = Integer.getInteger("vector.bits", Integer.MAX_VALUE);

        assertThat(FloatVector.SPECIES_PREFERRED.vectorBitSize()).isLessThanOrEqualTo(asked);
    }
}
