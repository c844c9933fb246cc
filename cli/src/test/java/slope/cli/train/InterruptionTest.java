package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    private final List<String> said = new ArrayList<>();

    /// Scores of a large table may take minutes.
    @Test
    void whoeverIsInterruptedAfterTheLastEpochDoesNotWaitForScores() {
        Interruption interruption = new Interruption();
        interruption.endWith(() -> said.add("saved without scores"));
        interruption.request();
        assertThat(said).containsExactly("saved without scores");
        assertThat(interruption.isRequested()).isTrue();
    }

    @Test
    void whatHasEndedByItselfIsNotEndedAgain() {
        Interruption interruption = new Interruption();
        interruption.endWith(() -> said.add("saved without scores"));
        interruption.close();
        interruption.request();
        assertThat(said).isEmpty();
    }
}
