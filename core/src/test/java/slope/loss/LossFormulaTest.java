package slope.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LossFormulaTest {
    @Test
    void eachLossSaysItsFormulaWithItsSettings() {
        assertThat(Losses.ALL).extracting(Loss::formula).doesNotHaveDuplicates();
        assertThat(Losses.ALL).noneMatch(loss -> loss.formula().equals(loss.title()));
        assertThat(new HuberLoss(0.7).formula()).endsWith("δ = 0.7");
        assertThat(new MultiClassCrossEntropy(0.1).formula()).endsWith("ε = 0.1");
        assertThat(new QuantileLoss(List.of(0.1, 0.5)).formula()).endsWith("q = 0.1, 0.5");
    }
}
