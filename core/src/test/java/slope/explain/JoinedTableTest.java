package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.table.NumberColumn;
import slope.table.Table;

class JoinedTableTest {
    private static final Table ROWS = DependenceTest.mixed(60);

    @Test
    void rowsOfEveryKindStandUnderEachOther() {
        Table above = ROWS.select(IntStream.range(0, 20).toArray());
        Table below = ROWS.select(IntStream.range(20, 60).toArray());
        Table joined = JoinedTable.of(above, below, ROWS.names());
        assertThat(Fingerprint.of(joined)).isEqualTo(Fingerprint.of(ROWS));
    }

    /// A file of one row whose cell is empty does not tell the kind of the column.
    @Test
    void aColumnWithoutValuesFitsAnyKind() {
        Table above = Table.of(CategoryColumn.of("city", "Ulm"));
        Table below = Table.of(NumberColumn.of("city", Double.NaN, Double.NaN));
        for (Table joined :
                new Table[] {JoinedTable.of(above, below, Set.of("city")), JoinedTable.of(below, above, Set.of("city"))
                }) {
            assertThat(joined.column("city").kind()).isEqualTo(ColumnKind.CATEGORY);
            assertThat(joined.column("city").missingCount()).isEqualTo(2);
        }
    }

    @Test
    void otherKindsDoNotFit() {
        assertThatThrownBy(() -> JoinedTable.of(
                        Table.of(CategoryColumn.of("city", "Ulm")),
                        Table.of(NumberColumn.of("city", 3)),
                        Set.of("city")))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"city\" has text in one table and numbers in the other");
    }
}
