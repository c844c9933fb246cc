package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.loss.Loss;

class RowLossTest {
    private static final Matrix OUTPUT = Matrix.of(1, 1, 0.4);
    private static final Matrix TARGET = Matrix.of(1, 1, 3);

    @Test
    void aRowCountsByItsWeight() {
        RowLoss loss = new RowLoss(Loss.meanSquaredError(), 2.5, List.of());
        assertThat(loss.value(OUTPUT, TARGET)).isCloseTo(2.5 * 2.6 * 2.6, within(1e-12));
        assertThat(loss.gradient(OUTPUT, TARGET).at(0, 0)).isCloseTo(2.5 * 2 * -2.6, within(1e-12));
    }

    @Test
    void anOffsetMovesTheOutputs() {
        double offset = Math.log(7);
        RowLoss loss = new RowLoss(Loss.poisson(), 1, List.of(offset));
        double expected = 7 * Math.exp(0.4);
        assertThat(loss.value(OUTPUT, TARGET)).isCloseTo(expected - 3 * (0.4 + offset), within(1e-12));
        assertThat(loss.gradient(OUTPUT, TARGET).at(0, 0)).isCloseTo(expected - 3, within(1e-12));
    }

    @Test
    void weightsBelow0AreRefused() {
        assertThatThrownBy(() -> new RowLoss(Loss.poisson(), -1, List.of())).hasMessageContaining("from 0 on");
        assertThatThrownBy(() -> new RowLoss(Loss.poisson(), 1, List.of(Double.NEGATIVE_INFINITY)))
                .hasMessageContaining("finite");
    }
}
