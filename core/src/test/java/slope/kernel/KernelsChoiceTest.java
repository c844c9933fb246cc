package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KernelsChoiceTest {
    @Test
    void coreAloneRunsOnScalarKernels() {
        KernelsChoice choice = KernelsChoice.from(ServiceLoader.load(KernelsProvider.class));

        assertThat(choice.create()).isInstanceOf(ScalarKernels.class);
        assertThat(choice).hasToString("scalar (slope-vector is not on the path)");
    }

    @Test
    void eachOwnerGetsItsOwnKernels() {
        KernelsChoice choice = KernelsChoice.scalar();

        assertThat(choice.create()).isNotSameAs(choice.create());
    }
}
