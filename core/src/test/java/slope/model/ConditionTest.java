package slope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slope.model.Condition.Is;
import slope.model.Condition.IsNot;
import slope.model.Condition.Missing;
import slope.model.Condition.Present;
import slope.model.Condition.Range;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.NumberColumn;

class ConditionTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double NO_END = Double.POSITIVE_INFINITY;

    @Test
    void areToldAsPeopleWriteThem() {
        assertThat(range(30, NO_END, false).text()).isEqualTo("age ≥ 30");
        assertThat(range(NONE, 0.5, true).text()).isEqualTo("age < 0.5 or missing");
        assertThat(range(30, 50, false).text()).isEqualTo("30 ≤ age < 50");
        assertThat(new Range("day", ColumnKind.DATE, 1_700_006_400, NO_END, false).text())
                .isEqualTo("day ≥ 2023-11-15");
        assertThat(new IsNot("region", List.of("north", "west")).text()).isEqualTo("region is not north or west");
        assertThat(new Missing("age").text()).isEqualTo("age is missing");
    }

    @Test
    void aFileMayNameAnyMoment() {
        assertThat(new Range("day", ColumnKind.DATE, 1e300, NO_END, false).text())
                .contains("day ≥ +999999999");
    }

    @Test
    void holdWhereTheCellIsWithin() {
        Column ages = NumberColumn.of("age", 29, 30, 49.9, 50, Double.NaN);
        assertThat(held(range(30, 50, false), ages)).containsExactly(1, 2);
        assertThat(held(range(30, 50, true), ages)).containsExactly(1, 2, 4);
        assertThat(held(new Missing("age"), ages)).containsExactly(4);
        assertThat(held(new Present("age"), ages)).containsExactly(0, 1, 2, 3);
        Column regions = CategoryColumn.of("region", "north", "south", null);
        assertThat(held(new Is("region", "north"), regions)).containsExactly(0);
        assertThat(held(new IsNot("region", List.of("north")), regions)).containsExactly(1, 2);
    }

    /// What both hold is what the one condition holds that they become.
    @Test
    void twoOnAColumnBecomeOne() {
        Column ages = NumberColumn.of("age", 10, 20, 30, 40, 50, Double.NaN);
        List<Condition> all =
                List.of(range(20, NO_END, true), range(NONE, 40, false), range(NONE, 40, true), new Present("age"));
        for (Condition first : all) {
            for (Condition second : all) {
                Optional<Condition> both = first.and(second);
                if (both.isPresent()) {
                    List<Integer> expected = held(first, ages);
                    expected.retainAll(held(second, ages));
                    assertThat(held(both.get(), ages)).isEqualTo(expected);
                }
            }
        }
        assertThat(range(20, NO_END, true).and(range(NONE, 40, false))).contains(range(20, 40, false));
        assertThat(new IsNot("r", List.of("a")).and(new IsNot("r", List.of("b"))))
                .contains(new IsNot("r", List.of("a", "b")));
        assertThat(new IsNot("r", List.of("a")).and(new Is("r", "b"))).contains(new Is("r", "b"));
        assertThat(new IsNot("r", List.of("a")).and(new Present("r"))).isEmpty();
    }

    private static Range range(double from, double below, boolean orMissing) {
        return new Range("age", ColumnKind.NUMBER, from, below, orMissing);
    }

    private static List<Integer> held(Condition condition, Column cells) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < cells.rows(); row++) {
            if (condition.holds(cells, row)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
