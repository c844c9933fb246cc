package slope.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.network.RandomCase;
import slope.reference.LossFormulas;
import slope.reference.Matrix;

class LossMeterTest {
    private static final int WIDTH = 3;

    private static List<Loss> losses() {
        return Losses.ALL;
    }

    /// Seven rows in blocks of three, three and one: the sums of the blocks make the loss of all rows,
    /// so that a short last block counts by its rows.
    @ParameterizedTest
    @MethodSource("losses")
    void sumsOfBlocksMakeTheLossOfAllRows(Loss loss) {
        RandomCase drawn = RandomCase.draw(Architecture.inputs(WIDTH).dense(WIDTH, Activation.IDENTITY), loss, 7, 1);
        int targetWidth = loss.targetsFor(WIDTH);
        LossMeter meter = new LossMeter(Engine.scalar().start(), loss, WIDTH, 3);

        double sum = 0;
        for (int row = 0; row < 7; row += 3) {
            int rows = Math.min(3, 7 - row);
            float[] outputs = Arrays.copyOfRange(drawn.inputs(), row * WIDTH, (row + rows) * WIDTH);
            float[] targets = Arrays.copyOfRange(drawn.targets(), row * targetWidth, (row + rows) * targetWidth);
            sum += meter.measure(outputs, targets, new float[3 * WIDTH], rows);
        }

        Matrix outputs = drawn.inputMatrix();
        double exact = LossFormulas.value(loss, outputs, drawn.targetMatrix());
        assertThat(meter.loss(sum, 7)).isCloseTo(exact, within(20 * 0x1p-24 * (1 + Math.abs(exact))));
    }

    /// Rows that count 0, 1, 2 and 3 times have the loss and, row by row, the gradient of rows that
    /// stand there as often: up to the roundings of a handful of operations on numbers of size 1.
    @ParameterizedTest
    @MethodSource("losses")
    void aWeightIsARowSoOften(Loss loss) {
        int[] counts = {3, 0, 1, 2, 1, 0, 3};
        RandomCase drawn =
                RandomCase.draw(Architecture.inputs(WIDTH).dense(WIDTH, Activation.IDENTITY), loss, counts.length, 2);
        int targetWidth = loss.targetsFor(WIDTH);
        float[] weights = new float[counts.length];
        float[] repeatedOutputs = new float[10 * WIDTH];
        float[] repeatedTargets = new float[10 * targetWidth];
        int rows = 0;
        for (int row = 0; row < counts.length; row++) {
            weights[row] = counts[row];
            for (int time = 0; time < counts[row]; time++, rows++) {
                System.arraycopy(drawn.inputs(), row * WIDTH, repeatedOutputs, rows * WIDTH, WIDTH);
                System.arraycopy(drawn.targets(), row * targetWidth, repeatedTargets, rows * targetWidth, targetWidth);
            }
        }
        LossMeter meter = new LossMeter(Engine.scalar().start(), loss, WIDTH, 10);
        float[] gradient = new float[counts.length * WIDTH];
        float[] repeatedGradient = new float[10 * WIDTH];

        double weighted =
                meter.measure(drawn.inputs(), drawn.targets(), weights, LossMeter.NONE, gradient, counts.length);
        double ofWeights = meter.loss(weighted, meter.weight());
        double repeated = meter.measure(repeatedOutputs, repeatedTargets, repeatedGradient, rows);
        double ofRepeats = meter.loss(repeated, meter.weight());

        assertThat(ofWeights).isCloseTo(ofRepeats, within(20 * 0x1p-24 * (1 + Math.abs(ofRepeats))));
        int at = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int output = 0; output < WIDTH; output++) {
                double expected = counts[row] * (counts[row] == 0 ? 0 : repeatedGradient[at * WIDTH + output]);
                assertThat((double) gradient[row * WIDTH + output])
                        .isCloseTo(expected, within(8 * 0x1p-24 * (1 + Math.abs(expected))));
            }
            at += counts[row];
        }
    }

    /// An offset of ln 3 triples what is expected.
    @Test
    void anOffsetIsAddedToTheLogarithm() {
        LossMeter meter = new LossMeter(Engine.scalar().start(), Loss.poisson(), 1, 2);
        float[] gradient = new float[2];
        float[] offsets = {0, (float) Math.log(3)};

        double sum = meter.measure(new float[] {0, 0}, new float[] {2, 2}, LossMeter.NONE, offsets, gradient, 2);

        assertThat(meter.loss(sum, meter.weight())).isCloseTo((1 + 3 - 2 * Math.log(3)) / 2, within(1e-6));
        assertThat(gradient[0]).isCloseTo(-0.5f, within(1e-6f));
        assertThat(gradient[1]).isCloseTo(0.5f, within(1e-6f));
    }
}
