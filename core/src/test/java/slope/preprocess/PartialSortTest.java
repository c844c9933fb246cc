package slope.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;

class PartialSortTest {
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

    @Test
    void quantilesAreThoseOfSortedNumbers() {
        SplitRandom random = SplitRandom.of(1);
        List<IntToDoubleFunction> kinds = List.of(
                index -> random.nextGaussian(),
                index -> random.nextInt(3),
                index -> random.nextInt(3) == 0 ? -0.0 : random.nextInt(3) - 1.0,
                index -> index,
                index -> -index,
                index -> Math.abs(index - 500),
                index -> index % 2 == 0 ? index : -index,
                index -> 7,
                index -> index % 100 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        for (IntToDoubleFunction kind : kinds) {
            for (int count : List.of(0, 1, 2, 3, 64, 65, 66, 67, 1_000, 1_001, 10_002)) {
                double[] values = new double[count];
                Arrays.setAll(values, kind);
                double[] sorted = values.clone();
                Arrays.sort(sorted);
                double[] prepared = values.clone();
                Quantiles.sortFor(prepared, SHARES);
                for (double share : SHARES) {
                    assertThat(Double.doubleToRawLongBits(Quantiles.of(prepared, share)))
                            .isEqualTo(Double.doubleToRawLongBits(Quantiles.of(sorted, share)));
                }
                Arrays.sort(prepared);
                assertThat(prepared).isEqualTo(sorted);
            }
        }
    }
}
