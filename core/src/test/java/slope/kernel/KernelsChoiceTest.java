package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KernelsChoiceTest {
    @Test
    void coreAloneRunsOnPlainJava() {
        KernelsChoice choice = KernelsChoice.from(ServiceLoader.load(KernelsProvider.class));

        assertThat(choice.create().products()).isInstanceOf(ScalarProducts.class);
        assertThat(choice).hasToString("scalar (slope-vector is not on the path)");
        assertThat(choice.remark())
                .hasValue("the kernels in plain Java are used, which are slower: slope-vector is not on the path");
        assertThat(KernelsChoice.scalar().remark()).isEmpty();
    }

    @Test
    void eachOwnerGetsItsOwnKernels() {
        KernelsChoice choice = KernelsChoice.scalar();

        assertThat(choice.create().products()).isNotSameAs(choice.create().products());
    }

    @Test
    void workThatIsDoneBeforeVectorsAreCompiledStaysWithPlainJava() {
        KernelsProvider provider = new KernelsProvider() {
            @Override
            public String name() {
                return "vector 512 bits";
            }

            @Override
            public Kernels create() {
                return Kernels.scalar();
            }
        };
        KernelsChoice vectors = KernelsChoice.of(provider);

        assertThat(vectors.forWork(1e12)).isSameAs(vectors);
        assertThat(vectors.forWork(1e12).remark()).get().asString().endsWith("java @slope.args");
        assertThat(vectors.forWork(1e6).remark()).isEmpty();
        assertThat(vectors.forWork(1e6)).hasToString("scalar (the work is too small for vectors to pay)");
        assertThat(KernelsChoice.scalar().forWork(1e6)).isSameAs(KernelsChoice.scalar());
    }
}
