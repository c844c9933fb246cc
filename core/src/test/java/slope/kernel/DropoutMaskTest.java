package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;

class DropoutMaskTest {
    private static final int PLACES = 100_000;

    private static boolean[] places(long name, double rate) {
        DropoutMask mask = new DropoutMask();
        mask.draw(name, rate);
        boolean[] dropped = new boolean[PLACES];
        for (int place = 0; place < PLACES; place++) {
            dropped[place] = mask.drops(place);
        }
        return dropped;
    }

    private static double share(boolean[] left, boolean[] right, int shift) {
        int both = 0;
        for (int place = 0; place + shift < PLACES; place++) {
            both += left[place + shift] && right[place] ? 1 : 0;
        }
        return (double) both / (PLACES - shift);
    }

    /// Within five standard errors of the rate; and of neighbours, of distant places and of two masks
    /// both are dropped as often as if they had nothing to do with each other.
    @Test
    void placesAreDroppedAtTheRateAndIndependently() {
        double rate = 0.15;
        boolean[] first = places(SplitRandom.name(1, 1), rate);
        boolean[] second = places(SplitRandom.name(1, 2), rate);
        double single = 5 * Math.sqrt(rate * (1 - rate) / PLACES);
        double pair = 5 * Math.sqrt(rate * rate / PLACES);

        assertThat(share(first, first, 0)).isCloseTo(rate, within(single));
        for (int shift : new int[] {1, 2, 16, 256, 4096}) {
            assertThat(share(first, first, shift)).as("shift %d", shift).isCloseTo(rate * rate, within(pair));
        }
        for (int shift : new int[] {0, 1, 256}) {
            assertThat(share(first, second, shift)).isCloseTo(rate * rate, within(pair));
        }
    }

    @Test
    void keptNumbersGrowSoThatTheMeanStays() {
        DropoutMask mask = new DropoutMask();
        mask.draw(5, 0.2);
        float[] ones = new float[64];
        Arrays.fill(ones, 1);
        float[] results = new float[64];

        Kernels.scalar().elementwise().dropout(ones, results, 0, 64, 1, 1, mask);

        for (int place = 0; place < 64; place++) {
            assertThat(results[place]).isEqualTo(mask.drops(place) ? 0 : 1.25f);
        }
    }

    @Test
    void someColumnsOfSomeRowsAreDroppedByTheirPlaces() {
        DropoutMask mask = new DropoutMask();
        mask.draw(6, 0.5);
        float[] ones = new float[40];
        Arrays.fill(ones, 1);
        float[] results = new float[40];
        Arrays.fill(results, 7);

        Kernels.scalar().elementwise().dropout(ones, results, 13, 2, 4, 10, mask);

        for (int place = 0; place < 40; place++) {
            boolean within = place / 10 >= 1 && place / 10 <= 2 && place % 10 >= 3 && place % 10 <= 6;
            float expected = mask.drops(place) ? 0 : 2;
            assertThat(results[place]).as("place %d", place).isEqualTo(within ? expected : 7);
        }
    }

    @Test
    void aRateOfNothingDropsNothing() {
        assertThat(share(places(9, 0), places(9, 0), 0)).isZero();
    }
}
