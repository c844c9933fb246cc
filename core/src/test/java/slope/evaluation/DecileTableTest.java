package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecileTableTest {
    @Test
    void rowsAreGroupedByWhatWasPredicted() {
        List<Double> predicted =
                IntStream.range(0, 20).mapToObj(row -> 19.0 - row).toList();
        List<Double> actual =
                IntStream.range(0, 20).mapToObj(row -> 100.0 * row).toList();

        List<DecileTable.Group> groups = DecileTable.of(predicted, actual).groups();

        assertThat(groups).hasSize(10);
        assertThat(groups.getFirst()).isEqualTo(new DecileTable.Group(2, 0.5, 1850));
        assertThat(groups.getLast()).isEqualTo(new DecileTable.Group(2, 18.5, 50));
    }

    @Test
    void fewRowsAreAGroupEach() {
        assertThat(DecileTable.of(List.of(3.0, 1.0), List.of(4.0, 2.0)).groups())
                .containsExactly(new DecileTable.Group(1, 1, 2), new DecileTable.Group(1, 3, 4));
    }

    @Test
    void everyRowIsInAGroup() {
        List<Double> rows =
                IntStream.range(0, 137).mapToObj(row -> (double) (row % 5)).toList();
        assertThat(DecileTable.of(rows, rows).groups().stream()
                        .mapToInt(DecileTable.Group::rows)
                        .sum())
                .isEqualTo(137);
    }
}
