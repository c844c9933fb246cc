package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import slope.loss.Loss;

class LossFormulasTest {
    private static final double TINY = 1e-15;

    private final Matrix outputs = Matrix.of(2, 2, 1, 2, 3, 4);
    private final Matrix targets = Matrix.of(2, 2, 0, 2, 5, 1);

    /// ½ · (1 + 0 + 4 + 9).
    @Test
    void halfSquaredErrorIsASum() {
        assertThat(LossFormulas.value(Loss.halfSquaredError(), outputs, targets))
                .isEqualTo(7);
        assertThat(LossFormulas.gradient(Loss.halfSquaredError(), outputs, targets))
                .isEqualTo(Matrix.of(2, 2, 1, 0, -2, 3));
    }

    /// 14 over 2 rows × 2 outputs.
    @Test
    void meanSquaredErrorIsAMean() {
        assertThat(LossFormulas.value(Loss.meanSquaredError(), outputs, targets))
                .isEqualTo(3.5);
        assertThat(LossFormulas.gradient(Loss.meanSquaredError(), outputs, targets))
                .isEqualTo(Matrix.of(2, 2, 0.5, 0, -1, 1.5));
    }

    /// Logits 0 say ½, which costs ln 2 whatever the truth is; the logit ln 3 says ¾.
    @Test
    void binaryCrossEntropyIsMinusTheLogarithmOfWhatTheTruthWasGiven() {
        Matrix logits = Matrix.of(2, 2, 0, 0, Math.log(3), Math.log(3));
        Matrix truth = Matrix.of(2, 2, 0, 1, 1, 0);
        double expected = (2 * Math.log(2) - Math.log(0.75) - Math.log(0.25)) / 4;

        assertThat(LossFormulas.value(Loss.binaryCrossEntropy(), logits, truth)).isCloseTo(expected, within(TINY));
        Matrix gradient = LossFormulas.gradient(Loss.binaryCrossEntropy(), logits, truth);
        assertThat(gradient.at(0, 0)).isEqualTo(0.125);
        assertThat(gradient.at(0, 1)).isEqualTo(-0.125);
        assertThat(gradient.at(1, 0)).isCloseTo(-0.0625, within(TINY));
        assertThat(gradient.at(1, 1)).isCloseTo(0.1875, within(TINY));
    }

    /// Logits (0, ln 3) say ¼ and ¾, (0, 0) say ½ each.
    @Test
    void multiClassCrossEntropyIsMinusTheLogarithmOfWhatTheTrueClassWasGiven() {
        Matrix logits = Matrix.of(2, 2, 0, Math.log(3), 0, 0);
        Matrix classes = Matrix.of(2, 1, 1, 0);
        double expected = (-Math.log(0.75) - Math.log(0.5)) / 2;

        assertThat(LossFormulas.value(Loss.multiClassCrossEntropy(), logits, classes))
                .isCloseTo(expected, within(TINY));
        Matrix gradient = LossFormulas.gradient(Loss.multiClassCrossEntropy(), logits, classes);
        assertThat(gradient.at(0, 0)).isCloseTo(0.125, within(TINY));
        assertThat(gradient.at(0, 1)).isCloseTo(-0.125, within(TINY));
        assertThat(gradient.at(1, 0)).isEqualTo(-0.25);
        assertThat(gradient.at(1, 1)).isEqualTo(0.25);
    }

    /// e^5000 overflows; the losses are nevertheless 5000 when wrong and 0 when right.
    @Test
    void hugeLogitsDoNotOverflow() {
        Matrix logits = Matrix.of(1, 2, 5000, 0);

        assertThat(LossFormulas.value(Loss.multiClassCrossEntropy(), logits, Matrix.of(1, 1, 0)))
                .isZero();
        assertThat(LossFormulas.value(Loss.multiClassCrossEntropy(), logits, Matrix.of(1, 1, 1)))
                .isEqualTo(5000);
        assertThat(LossFormulas.value(Loss.binaryCrossEntropy(), Matrix.of(1, 1, 5000), Matrix.of(1, 1, 1)))
                .isZero();
        assertThat(LossFormulas.value(Loss.binaryCrossEntropy(), Matrix.of(1, 1, -5000), Matrix.of(1, 1, 1)))
                .isEqualTo(5000);
    }

    /// ln(1 + e^−60) is e^−60 to full precision, though 1 + e^−60 is 1.
    @Test
    void aLossNearZeroKeepsItsDigits() {
        double expected = Math.exp(-60);

        assertThat(LossFormulas.value(Loss.multiClassCrossEntropy(), Matrix.of(1, 2, 60, 0), Matrix.of(1, 1, 0)))
                .isCloseTo(expected, within(1e-14 * expected));
        assertThat(LossFormulas.value(Loss.binaryCrossEntropy(), Matrix.of(1, 1, 60), Matrix.of(1, 1, 1)))
                .isCloseTo(expected, within(1e-14 * expected));
    }

    @Test
    void meanAbsoluteErrorIsAMean() {
        assertThat(LossFormulas.meanAbsoluteError(outputs, targets)).isEqualTo((1 + 0 + 2 + 3) / 4.0);
    }

    @Test
    void targetsOfAnotherShapeAreRefused() {
        assertThatThrownBy(
                        () -> LossFormulas.value(Loss.multiClassCrossEntropy(), outputs, Matrix.of(2, 2, 0, 1, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need targets of 2 × 1, not 2 × 2");
    }

    @Test
    void aTargetThatIsNoClassIsRefused() {
        assertThatThrownBy(() -> LossFormulas.value(Loss.multiClassCrossEntropy(), outputs, Matrix.of(2, 1, 0, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the target of row 2 must be the number of a class, 0 to 1, not 2.0");
    }
}
