package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slope.kernel.Engine;
import slope.network.Activation;
import slope.network.Architecture;
import slope.network.RandomCase;
import slope.reference.LossFormulas;
import slope.reference.Matrix;

class LossMeterTest {

    /// Seven rows in blocks of three, three and one: the sums of the blocks make the loss of all rows,
    /// so that a short last block counts by its rows.
    @ParameterizedTest
    @EnumSource
    void sumsOfBlocksMakeTheLossOfAllRows(Loss loss) {
        RandomCase drawn = RandomCase.draw(Architecture.inputs(4).dense(4, Activation.IDENTITY), loss, 7, 1);
        int targetWidth = loss.targetsFor(4);
        LossMeter meter = new LossMeter(Engine.scalar().start(), loss, 4, 3);

        double sum = 0;
        for (int row = 0; row < 7; row += 3) {
            int rows = Math.min(3, 7 - row);
            float[] outputs = Arrays.copyOfRange(drawn.inputs(), row * 4, (row + rows) * 4);
            float[] targets = Arrays.copyOfRange(drawn.targets(), row * targetWidth, (row + rows) * targetWidth);
            sum += meter.measure(outputs, targets, new float[12], rows);
        }

        Matrix outputs = drawn.inputMatrix();
        double exact = LossFormulas.value(loss, outputs, drawn.targetMatrix());
        assertThat(meter.loss(sum, 7)).isCloseTo(exact, within(20 * 0x1p-24 * (1 + exact)));
    }
}
