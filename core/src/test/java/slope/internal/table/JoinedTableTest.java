package slope.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.Fingerprint;
import slope.table.NumberColumn;
import slope.table.Table;

class JoinedTableTest {
    private static final Table ROWS = Table.of(
            NumberColumn.of("size", 1.5, Double.NaN, -3, 4, 5, Double.NaN),
            CategoryColumn.of("city", "Ulm", null, "Bonn", "Ulm", null, "Kiel"),
            DateColumn.of(
                    "since",
                    null,
                    LocalDateTime.of(2020, 1, 2, 3, 4),
                    null,
                    LocalDateTime.of(1999, 5, 6, 0, 0),
                    null,
                    null),
            BooleanColumn.of("garden", true, null, false, true, null, false));

    @Test
    void rowsOfEveryKindStandUnderEachOther() {
        Table above = ROWS.select(IntStream.range(0, 2).toArray());
        Table below = ROWS.select(IntStream.range(2, 6).toArray());
        Table joined = JoinedTable.of(List.of(above, below), ROWS.names());
        assertThat(Fingerprint.of(joined)).isEqualTo(Fingerprint.of(ROWS));
    }

    /// A file of one row whose cell is empty does not tell the kind of the column.
    @Test
    void aColumnWithoutValuesFitsAnyKind() {
        Table above = Table.of(CategoryColumn.of("city", "Ulm"));
        Table below = Table.of(NumberColumn.of("city", Double.NaN, Double.NaN));
        for (Table joined : new Table[] {
            JoinedTable.of(List.of(above, below), Set.of("city")), JoinedTable.of(List.of(below, above), Set.of("city"))
        }) {
            assertThat(joined.column("city").kind()).isEqualTo(ColumnKind.CATEGORY);
            assertThat(joined.column("city").missingCount()).isEqualTo(2);
        }
    }

    @Test
    void otherKindsDoNotFit() {
        assertThatThrownBy(() -> JoinedTable.of(
                        List.of(Table.of(CategoryColumn.of("city", "Ulm")), Table.of(NumberColumn.of("city", 3))),
                        Set.of("city")))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"city\" has text in one table and numbers in the other");
    }
}
