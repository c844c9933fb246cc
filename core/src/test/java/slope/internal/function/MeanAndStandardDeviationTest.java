package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class MeanAndStandardDeviationTest {

    @Test
    void workedByHand() {
        MeanAndStandardDeviation scale = MeanAndStandardDeviation.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9});
        assertThat(scale.mean()).isCloseTo(5, within(1e-15));
        assertThat(scale.standardDeviation()).isCloseTo(2, within(1e-15));
    }

    @Test
    void equalNumbersDoNotDeviateAtAll() {
        // Ten times a tenth of 0.1 is not quite 0.1 in doubles.
        for (int count : new int[] {1, 3, 10, 1_000}) {
            double[] values = new double[count];
            Arrays.fill(values, 0.1);
            assertThat(MeanAndStandardDeviation.of(values)).isEqualTo(new MeanAndStandardDeviation(0.1, 0));
        }
    }

    @Test
    void theLargestNumbersOverflowNothing() {
        double[] values = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        assertThat(MeanAndStandardDeviation.of(values)).isEqualTo(new MeanAndStandardDeviation(0, Double.MAX_VALUE));
    }

    @Test
    void nothingHasTheMeanZero() {
        assertThat(MeanAndStandardDeviation.of(new double[0])).isEqualTo(new MeanAndStandardDeviation(0, 0));
    }

    @Property(seed = "1")
    void theMeanIsAmongTheNumbersAndBothAreFinite(@ForAll @NotEmpty double[] values) {
        MeanAndStandardDeviation scale = MeanAndStandardDeviation.of(values);
        double smallest = Arrays.stream(values).min().orElseThrow();
        double largest = Arrays.stream(values).max().orElseThrow();
        assertThat(scale.mean()).isBetween(smallest, largest);
        assertThat(scale.standardDeviation()).isBetween(0.0, Double.MAX_VALUE);
    }
}
