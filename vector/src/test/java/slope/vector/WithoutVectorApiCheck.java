package slope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slope.kernel.KernelsChoice;

/// Run by itself, in a JVM without the incubator module; its name keeps it out of the other runs.
class WithoutVectorApiCheck {
    @Test
    void scalarKernelsRunAndTheReasonSaysWhatToDo() {
        KernelsChoice best = KernelsChoice.best();

        assertThat(best.name()).isEqualTo("scalar");
        assertThat(best.reason())
                .isEqualTo("Java was started without the Vector API; it needs the option --add-modules"
                        + " jdk.incubator.vector");
        assertThat(best.remark()).hasValue("the kernels in plain Java are used, which are slower: " + best.reason());
        assertThat(best.create()).isNotNull();
    }
}
