package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.explain.NearestRows.Neighbour;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class NearestRowsTest {
    private static final Table TABLE = Table.of(
            NumberColumn.of("size", 0, 5, 10, Double.NaN),
            CategoryColumn.of("color", "red", "blue", "red", null),
            BooleanColumn.of("new", true, true, false, null));
    private static final List<String> COLUMNS = List.of("size", "color", "new");

    @Test
    void distancesAreMeansOverTheColumns() {
        Table row = Table.of(
                NumberColumn.of("size", 2.5), CategoryColumn.of("color", "red"), BooleanColumn.of("new", true));
        List<Neighbour> near = NearestRows.of(TABLE, row, COLUMNS, 4);
        assertThat(near).extracting(Neighbour::row).containsExactly(0, 1, 2, 3);
        assertThat(near.get(0).distance()).isCloseTo(0.25 / 3, within(1e-15));
        assertThat(near.get(1).distance()).isCloseTo(1.25 / 3, within(1e-15));
        assertThat(near.get(2).distance()).isCloseTo((0.75 + 0 + 1) / 3, within(1e-15));
        assertThat(near.get(3).distance()).isEqualTo(1);
    }

    @Test
    void aMissingValueIsLikeAnother() {
        Table row = TABLE.select(new int[] {3});
        assertThat(NearestRows.of(TABLE, row, COLUMNS, 1)).containsExactly(new Neighbour(3, 0));
    }

    @Test
    void aValueOutsideTheRangeIsAtMostOneAway() {
        Table row = Table.of(NumberColumn.of("size", 1e9));
        assertThat(NearestRows.of(TABLE, row, List.of("size"), 2))
                .containsExactly(new Neighbour(0, 1), new Neighbour(1, 1));
    }
}
