package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossKernelsTest {
    /// Half an ulp of a float 1.
    private static final double ROUNDING = 0x1p-24;

    private static final float SCALE = 0.125f;

    private final Kernels kernels = Kernels.scalar();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void squaredErrorsAreTheFormula(int length) {
        Numbers outputs = Numbers.draw(3, length, 1);
        Numbers targets = Numbers.draw(3, length, 2);
        Numbers gradient = Numbers.blank(3, length);
        Numbers losses = Numbers.blank(3, length);

        kernels.losses()
                .squaredErrors(
                        outputs.values(), targets.values(), gradient.values(), losses.values(), 3, length, SCALE);

        for (int i = 0; i < length; i++) {
            double error = (double) outputs.at(i) - targets.at(i);
            assertThat((double) losses.at(i)).isCloseTo(error * error, within(4 * ROUNDING * error * error));
            assertThat((double) gradient.at(i))
                    .isCloseTo(error * SCALE, within(2 * ROUNDING * Math.abs(error) * SCALE));
        }
        gradient.assertStaleAround();
        losses.assertStaleAround();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void sigmoidCrossEntropyIsTheFormula(int length) {
        Numbers logits = Numbers.draw(3, length, 1);
        Numbers targets = classes(3, length, 2);
        Numbers gradient = Numbers.blank(3, length);
        Numbers losses = Numbers.blank(3, length);

        kernels.losses()
                .sigmoidCrossEntropy(
                        logits.values(), targets.values(), gradient.values(), losses.values(), 3, length, SCALE);

        for (int i = 0; i < length; i++) {
            double z = logits.at(i);
            double loss = Math.log1p(Math.exp(z)) - targets.at(i) * z;
            double slope = (1 / (1 + Math.exp(-z)) - targets.at(i)) * SCALE;
            // softplus errs by 2 ulps of a number below 0.7 + |z|, and the difference rounds once; the
            // sigmoid errs by 2½ ulps of a number below 1, then two operations round.
            assertThat((double) losses.at(i)).isCloseTo(loss, within(4 * ROUNDING * (1 + Math.abs(z))));
            assertThat((double) gradient.at(i)).isCloseTo(slope, within(4 * ROUNDING * SCALE));
        }
        gradient.assertStaleAround();
        losses.assertStaleAround();
    }

    @Test
    void certainLogitsHaveFiniteLosses() {
        float[] logits = {1e4f, -1e4f, 1e4f, -1e4f};
        float[] targets = {1, 0, 0, 1};
        float[] gradient = new float[4];
        float[] losses = new float[4];

        kernels.losses().sigmoidCrossEntropy(logits, targets, gradient, losses, 0, 4, 1);

        assertThat(losses).containsExactly(0, 0, 1e4f, 1e4f);
        assertThat(gradient).containsExactly(0, 0, 1, -1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 15, 16, 17, 100})
    void softmaxCrossEntropyIsTheFormula(int columns) {
        int firstRow = 2;
        int rows = 5;
        Numbers logits = Numbers.draw(firstRow * columns, rows * columns, 1);
        Numbers targets = classes(firstRow, rows, columns);
        Numbers gradient = Numbers.blank(firstRow * columns, rows * columns);
        Numbers losses = Numbers.blank(firstRow, rows);

        kernels.losses()
                .softmaxCrossEntropy(
                        logits.values(),
                        targets.values(),
                        gradient.values(),
                        losses.values(),
                        firstRow,
                        rows,
                        columns,
                        SCALE);

        for (int row = 0; row < rows; row++) {
            double total = 0;
            for (int k = 0; k < columns; k++) {
                total += Math.exp(logits.at(row * columns + k));
            }
            int target = (int) targets.at(row);
            double loss = Math.log(total) - logits.at(row * columns + target);
            // Logits lie within ±5, so the differences z − m round by at most ten times the half
            // ulp of 1, in the sum and in m − z_y; exp errs by 1 ulp, ln(1 + s) by 1½ of the loss.
            double bound = (2 * 10 + 3) * ROUNDING + 4 * ROUNDING * loss;
            assertThat((double) losses.at(row)).isCloseTo(loss, within(bound));
            for (int k = 0; k < columns; k++) {
                double share = Math.exp(logits.at(row * columns + k)) / total;
                double slope = (share - (k == target ? 1 : 0)) * SCALE;
                assertThat((double) gradient.at(row * columns + k))
                        .isCloseTo(slope, within((6 + 10) * ROUNDING * SCALE));
            }
        }
        gradient.assertStaleAround();
        losses.assertStaleAround();
    }

    /// With logits 0 and −20 the loss is ln(1 + e^−20), 2e-9: in floats 1 + e^−20 is 1. A double
    /// keeps it to 1e-7 of itself.
    @Test
    void aSmallCrossEntropyKeepsItsDigits() {
        float[] gradient = new float[2];
        float[] losses = new float[1];

        kernels.losses().softmaxCrossEntropy(new float[] {0, -20}, new float[] {0}, gradient, losses, 0, 1, 2, 1);

        double small = Math.exp(-20);
        assertThat((double) losses[0]).isCloseTo(small, within(2e-7 * small));
        assertThat((double) gradient[0]).isCloseTo(-small, within(2e-7 * small));
        assertThat((double) gradient[1]).isCloseTo(small, within(2e-7 * small));
    }

    @Test
    void anInfiniteLogitIsNoNumber() {
        float[] losses = new float[1];
        kernels.losses()
                .softmaxCrossEntropy(
                        new float[] {Float.POSITIVE_INFINITY, 0}, new float[] {0}, new float[2], losses, 0, 1, 2, 1);
        assertThat(losses[0]).isNaN();
    }

    /// Classes 0, 1, 2 … over and over.
    private static Numbers classes(int offset, int length, int classes) {
        Numbers targets = Numbers.blank(offset, length);
        for (int i = 0; i < length; i++) {
            targets.values()[offset + i] = i % classes;
        }
        return targets;
    }
}
