package slope.training.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;

class TwinUnitsTest {
    private static final OptionalInt NONE = OptionalInt.empty();

    @Test
    void nearlyTheSameWeightsMakeATwinOfTheFirstSuchUnit() {
        float[] weights = { // two inputs × four units
            1, 2, 1.001f, 1, 3, -1, 3, 2.9999f
        };
        assertThat(TwinUnits.of(weights, new float[0], 4))
                .containsExactly(NONE, NONE, OptionalInt.of(0), OptionalInt.of(0));
    }

    @Test
    void anotherBiasOrTheOppositeMakesNone() {
        float[] weights = {1, 1, -1};
        assertThat(TwinUnits.of(weights, new float[] {0, 0.5f, 0}, 3)).containsOnly(NONE);
        assertThat(TwinUnits.of(weights, new float[] {0.5f, 0.5f, -0.5f}, 3))
                .containsExactly(NONE, OptionalInt.of(0), NONE);
    }

    @Property(seed = "7")
    void copiesAreFoundAmongRandomUnitsAndNothingElse(
            @ForAll @IntRange(min = 3, max = 20) int inputs, @ForAll @IntRange(min = 2, max = 12) int units) {
        SplitRandom random = SplitRandom.of(3, inputs, units);
        float[] weights = new float[inputs * units];
        for (int index = 0; index < weights.length; index++) {
            weights[index] = (float) random.nextDouble() - 0.5f;
        }
        for (int input = 0; input < inputs; input++) {
            weights[input * units + units - 1] = weights[input * units];
        }
        List<OptionalInt> twins = TwinUnits.of(weights, new float[0], units);
        assertThat(twins.getLast()).hasValue(0);
        assertThat(twins.subList(0, units - 1)).containsOnly(NONE);
    }
}
