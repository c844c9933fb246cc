package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import slope.report.text.DisplayWidth;

class ProgressLineTest {
    private static final ProgressLine LINE = new ProgressLine(
            "network 2 of 5, ", "epoch 103 of 256", 0.5, "loss 0.1234, validation 0.2345", "12 min 20 s left");

    @Test
    void allOfItIsShownWhereThereIsRoom() {
        assertThat(LINE.within(200))
                .isEqualTo("network 2 of 5, epoch 103 of 256 ████████████░░░░░░░░░░░░  loss 0.1234, validation 0.2345,"
                        + " 12 min 20 s left");
    }

    @Test
    void whatMattersLessIsLeftOutFirst() {
        assertThat(LINE.within(100)).contains("█", "░", "network", "loss", "left");
        assertThat(LINE.within(80))
                .isEqualTo("network 2 of 5, epoch 103 of 256 ████████████░░░░░░░░░░░░  12 min 20 s left");
        assertThat(LINE.within(52)).isEqualTo("network 2 of 5, epoch 103 of 256, 12 min 20 s left");
        assertThat(LINE.within(40)).isEqualTo("epoch 103 of 256, 12 min 20 s left");
        assertThat(LINE.within(20)).isEqualTo("epoch 103 of 256");
        assertThat(LINE.within(10)).isEqualTo("epoch 10…");
    }

    @Test
    void whatIsNotKnownYetLeavesNoGap() {
        ProgressLine first = new ProgressLine("", "epoch 1 of 30", 0, "", "9 s left");
        assertThat(first.within(80)).isEqualTo("epoch 1 of 30 ░░░░░░░░░░░░░░░░░░░░░░░░  9 s left");
        assertThat(first.within(30)).isEqualTo("epoch 1 of 30, 9 s left");
    }

    @Test
    void itNeverReachesTheLastColumn() {
        for (int width = 2; width < 130; width++) {
            assertThat(DisplayWidth.of(LINE.within(width))).isLessThan(width);
        }
    }
}
