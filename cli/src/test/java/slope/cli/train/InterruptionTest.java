package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final List<String> said = new ArrayList<>();
    private final Interruption interruption = Interruption.watched(() -> said.add("nothing is saved"));

    @Test
    void aRequestBeforeTheTrainingHasTheLastWord() {
        interruption.request();
        assertThat(said).containsExactly("nothing is saved");
        assertThat(interruption.takeOver()).as("it has been said").isFalse();
        interruption.close();
    }

    @Test
    void aTrainingEndsInOrder() {
        assertThat(interruption.takeOver()).isTrue();
        assertThat(interruption.isRequested()).isFalse();
        interruption.close();
        interruption.request();
        assertThat(said).isEmpty();
        assertThat(interruption.isRequested()).isTrue();
    }
}
