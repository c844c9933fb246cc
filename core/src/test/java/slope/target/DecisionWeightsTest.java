package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.metric.Metric;

class DecisionWeightsTest {
    private static final Classes ABC = new Classes("y", List.of("a", "b", "c"));

    @Test
    void theClassWithTheLargestWeightTimesProbabilityIsPredicted() {
        Classes weighted = ABC.with(DecisionRule.of(List.of(1.0, 2.0, 10.0)));
        double[] decoded = {0.7, 0.25, 0.05, 0.4, 0.5, 0.1, 0.5, 0.45, 0.05};
        ClassPredictions predictions = weighted.predictions(decoded);

        assertThat(List.of(predictions.text(0), predictions.text(1), predictions.text(2)))
                .containsExactly("a", "b", "b"); // 1.0 of b and of c: the first of equals
        assertThat(predictions.scores(new double[] {0, 1, 0}).score(Metric.ACCURACY))
                .isCloseTo(2 / 3.0, within(1e-15));
        assertThat(predictions.scores(new double[] {0, 1, 0}).score(Metric.LOG_LOSS))
                .isEqualTo(
                        ABC.predictions(decoded).scores(new double[] {0, 1, 0}).score(Metric.LOG_LOSS));
    }

    @Test
    void ofTwoClassesItIsAThreshold() {
        assertThat(DecisionRule.of(List.of(1.0, 3.0))).isEqualTo(new Threshold(0.25));
    }

    @Test
    void theyAreAboveZeroAndOneForEachClass() {
        assertThatThrownBy(() -> new DecisionWeights(List.of(1.0, 0.0, 1.0)))
                .hasMessage("the weight of a class in decisions is above 0, not 0.0");
        assertThatThrownBy(() -> ABC.with(new DecisionWeights(List.of(1.0, 2.0, 1.0, 1.0))))
                .hasMessage("decisions with the weights of 4 classes are none for 3");
        assertThatThrownBy(() -> ABC.with(new Threshold(0.5))).hasMessage("a threshold is for two classes, not for 3");
    }
}
