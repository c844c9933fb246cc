package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void theVersionComesFromTheBuild() {
        assertThat(new Main.Version().getVersion()).singleElement().asString().matches("slope \\d.*");
    }
}
