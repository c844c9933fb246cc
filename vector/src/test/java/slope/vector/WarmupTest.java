package slope.vector;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WarmupTest {
    /// Its matrices fit their arrays, whatever the width of the hardware.
    @Test
    void itRunsOnEveryMachine() {
        assertThatCode(Warmup::done).doesNotThrowAnyException();
    }
}
