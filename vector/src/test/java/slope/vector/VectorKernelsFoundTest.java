package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;
import slope.kernel.Engine;
import slope.kernel.Kernels;
import slope.kernel.KernelsChoice;

/// Fails the build where the vector kernels cannot be loaded: every comparison of vector with scalar
/// would otherwise compare scalar with itself.
class VectorKernelsFoundTest {
    @Test
    void theBestKernelsAreVectors() {
        KernelsChoice best = KernelsChoice.best();

        assertThat(best.name()).isEqualTo("vector " + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits");
        assertThat(best.reason()).isEqualTo("found slope.vector");
    }

    /// A plain loop that the vector kernels do not override would run in their place and never be missed:
    /// it has the same bits.
    @Test
    void noOperationIsLeftToThePlainLoop() throws ReflectiveOperationException {
        Kernels best = new VectorKernelsProvider().create();
        for (RecordComponent kernels : Kernels.class.getRecordComponents()) {
            Class<?> vector = kernels.getAccessor().invoke(best).getClass();
            for (Method operation : kernels.getType().getMethods()) {
                Method overriding = vector.getMethod(operation.getName(), operation.getParameterTypes());
                assertThat(overriding.getDeclaringClass()).as("%s", operation).isEqualTo(vector);
                assertThat(vector.getPackageName()).as("%s", operation).isEqualTo("slope.vector");
            }
        }
    }

    /// So nothing of this module is in `docs/api.txt`: the kernels are called through those of core alone.
    @Test
    void noPackageIsExported() throws Exception {
        Path classes = Path.of(VectorKernelsProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            assertThat(ModuleDescriptor.read(descriptor).exports()).isEmpty();
        }
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
