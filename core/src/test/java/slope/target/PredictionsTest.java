package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    @Test
    void whatTheCallerDoesWithItsArrayLaterChangesNothing() {
        double[] given = {0.25, 0.75};
        List<Predictions> all = List.of(
                new ClassPredictions("y", List.of("a", "b"), given),
                new LabelPredictions(List.of("p", "q"), List.of(List.of("0", "1"), List.of("no", "yes")), given),
                new NumberPredictions(List.of("x", "y"), given),
                NumberPredictions.amounts("n", 1, given),
                new QuantilePredictions("y", List.of(0.1, 0.9), given));
        List<String> before = all.stream().map(Predictions::toString).toList();
        given[0] = 7;
        given[1] = -7;
        assertThat(all.stream().map(Predictions::toString)).isEqualTo(before);
    }

    @Test
    void quantilesOfARowAscendAndTheGivenOnesStayAsTheyAre() {
        double[] given = {3, 1, 2, 4, 6, 5};
        QuantilePredictions quantiles = new QuantilePredictions("y", List.of(0.1, 0.5, 0.9), given);
        assertThat(given).containsExactly(3, 1, 2, 4, 6, 5);
        assertThat(List.of(quantiles.value(0, 0), quantiles.value(0, 1), quantiles.value(0, 2)))
                .containsExactly(1.0, 2.0, 3.0);
        assertThat(quantiles.value(1, "y_0.9")).isEqualTo(6);
    }

    @Test
    void namesFindNumbersAndUnknownOnesSayWhichThereAre() {
        assertThat(new NumberPredictions(List.of("x", "y"), new double[] {1, 2, 3, 4}).value(1, "x"))
                .isEqualTo(3);
        ClassPredictions classes = new ClassPredictions("y", List.of("a", "b"), new double[] {0.25, 0.75});
        assertThat(classes.probability(0, "b")).isEqualTo(0.75);
        assertThatThrownBy(() -> classes.probability(0, "c"))
                .hasMessage("the model does not know \"c\"; it knows a, b");
        assertThatThrownBy(() -> classes.value(0, "y")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theyPrintAsTheirFirstRows() {
        assertThat(new ClassPredictions("kind", List.of("a", "b"), new double[] {0.25, 0.75}))
                .hasToString("1 predictions of kind\nkind: b (0.75)");
        assertThat(new NumberPredictions(List.of("x", "y"), new double[] {1, 2, 3, 4}))
                .hasToString("2 predictions of x, y\nx: 1.0, y: 2.0\nx: 3.0, y: 4.0");
        assertThat(new NumberPredictions(List.of("x"), new double[1000]).toString())
                .startsWith("1,000 predictions of x\nx: 0.0\n")
                .endsWith("x: 0.0\n…")
                .hasLineCount(7);
    }
}
