package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupMeansTest {
    @Test
    void rowsAreGroupedByWhatWasPredicted() {
        List<Double> predicted =
                IntStream.range(0, 20).mapToObj(row -> 19.0 - row).toList();
        List<Double> actual =
                IntStream.range(0, 20).mapToObj(row -> 100.0 * row).toList();

        List<GroupMeans.Group> groups = GroupMeans.of(predicted, actual).groups();

        assertThat(groups).hasSize(10);
        assertThat(groups.getFirst()).isEqualTo(new GroupMeans.Group(2, 0.5, 1850));
        assertThat(groups.getLast()).isEqualTo(new GroupMeans.Group(2, 18.5, 50));
    }

    @Test
    void fewRowsAreAGroupEach() {
        assertThat(GroupMeans.of(List.of(3.0, 1.0), List.of(4.0, 2.0)).groups())
                .containsExactly(new GroupMeans.Group(1, 1, 2), new GroupMeans.Group(1, 3, 4));
    }

    @Test
    void everyRowIsInAGroup() {
        List<Double> rows =
                IntStream.range(0, 137).mapToObj(row -> (double) (row % 5)).toList();
        assertThat(GroupMeans.of(rows, rows).groups().stream()
                        .mapToInt(GroupMeans.Group::rows)
                        .sum())
                .isEqualTo(137);
    }
}
