package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoppingTest {

    @Test
    void trainingEndsAfterItsEpochs() {
        Stopping stopping = Stopping.after(3);
        assertThat(stopping.ending(2, 1)).isEmpty();
        assertThat(stopping.ending(3, 3)).contains(Ending.EPOCHS);
    }

    @Test
    void trainingEndsOncePatienceIsSpent() {
        Stopping stopping = Stopping.after(100).withPatience(4);
        assertThat(stopping.ending(13, 10)).isEmpty();
        assertThat(stopping.ending(14, 10)).contains(Ending.PATIENCE);
    }

    @Test
    void aTimeLimitLeavesTheOtherRules() {
        Stopping stopping = Stopping.after(100).withGrowingPatience(2, 3).withTimeLimit(Duration.ofSeconds(1));
        assertThat(stopping.epochs()).isEqualTo(100);
        assertThat(stopping.ending(23, 10)).isEmpty();
        assertThat(stopping.ending(24, 10)).isPresent();
    }

    @Test
    void aTrainingThatIsBrokenOffIsAtRest() {
        Stopping stopping = Stopping.after(100).breakingOffAfter(17);
        assertThat(stopping.epochs()).isEqualTo(100);
        assertThat(stopping.ending(16, 10)).isEmpty();
        assertThat(stopping.ending(17, 10)).contains(Ending.REST);
        assertThat(Stopping.after(9).breakingOffAfter(17).ending(9, 9)).contains(Ending.EPOCHS);
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> Stopping.after(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("training needs at least 1 epoch, not 0");
        assertThatThrownBy(() -> Stopping.after(1).withPatience(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience must be at least 1 epoch, not 0");
    }
}
