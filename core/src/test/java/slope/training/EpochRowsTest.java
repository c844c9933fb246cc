package slope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.training.Trainer.RowOrder;

class EpochRowsTest {
    private static final int ROWS = 100;

    private final EpochRows shuffled = new EpochRows(ROWS, RowOrder.SHUFFLED, 7);

    @Test
    void everyRowComesOnce() {
        int[] rows = shuffled.arrange(1).clone();
        Arrays.sort(rows);
        assertThat(rows).isEqualTo(asGiven());
    }

    @Test
    void everyEpochHasAnOrderOfItsOwn() {
        int[] first = shuffled.arrange(1).clone();
        assertThat(first).isNotEqualTo(asGiven());
        assertThat(shuffled.arrange(2)).isNotEqualTo(first);
    }

    @Test
    void anOrderDoesNotDependOnTheEpochsBefore() {
        shuffled.arrange(1);
        shuffled.arrange(2);
        int[] afterOthers = shuffled.arrange(3).clone();

        assertThat(new EpochRows(ROWS, RowOrder.SHUFFLED, 7).arrange(3)).isEqualTo(afterOthers);
    }

    @Test
    void anotherSeedGivesAnotherOrder() {
        assertThat(new EpochRows(ROWS, RowOrder.SHUFFLED, 8).arrange(1)).isNotEqualTo(shuffled.arrange(1));
    }

    @Test
    void rowsAsGivenStayAsGiven() {
        EpochRows given = new EpochRows(ROWS, RowOrder.AS_GIVEN, 7);
        assertThat(given.arrange(1)).isEqualTo(asGiven());
        assertThat(given.arrange(2)).isEqualTo(asGiven());
    }

    private static int[] asGiven() {
        return IntStream.range(0, ROWS).toArray();
    }
}
