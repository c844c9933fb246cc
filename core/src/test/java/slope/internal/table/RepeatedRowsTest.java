package slope.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class RepeatedRowsTest {
    private static final List<String> ALL = List.of("n", "c", "b");

    private static final Table TABLE = Table.of(
            NumberColumn.of("n", 0, -0.0, 1, Double.NaN, Double.NaN, 1),
            CategoryColumn.of("c", "x", "x", "y", "x", "x", null),
            BooleanColumn.of("b", true, true, false, true, true, false));

    @Test
    void rowsOfTheSameCellsAreRepeats() {
        assertThat(RepeatedRows.count(RepeatedRows.hashes(TABLE, ALL))).isEqualTo(2);
        assertThat(RepeatedRows.count(RepeatedRows.hashes(TABLE, List.of("b")))).isEqualTo(4);
    }

    /// The codes of categories differ from table to table.
    @Test
    void rowsOfAnotherTableAreFoundByTheirText() {
        Table other = Table.of(
                NumberColumn.of("n", 1, 0, 1),
                CategoryColumn.of("c", "a", "x", "y"),
                BooleanColumn.of("b", false, true, false));
        long[] hashes = RepeatedRows.hashes(TABLE, ALL);

        assertThat(RepeatedRows.among(RepeatedRows.hashes(other, ALL), hashes)).isEqualTo(2);
        assertThat(RepeatedRows.among(
                        RepeatedRows.of(hashes, new int[] {0, 2}), RepeatedRows.of(hashes, new int[] {1, 5})))
                .isEqualTo(1);
    }

    /// Cells that change places are another row.
    @Test
    void theOrderOfCellsCounts() {
        Table table = Table.of(NumberColumn.of("a", 1, 2), NumberColumn.of("b", 2, 1));
        assertThat(RepeatedRows.count(RepeatedRows.hashes(table, List.of("a", "b"))))
                .isZero();
    }
}
