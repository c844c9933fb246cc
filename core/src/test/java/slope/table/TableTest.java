package slope.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.table.Schema.Field;

class TableTest {
    private static final Table TABLE = Table.of(
            NumberColumn.of("bill_length", 1, 2, 3),
            CategoryColumn.of("species", "a", "b", "a"),
            BooleanColumn.of("adult", true, false, true));

    @Test
    void aTableWithoutColumnsHasNoRows() {
        assertThat(new Table(List.of()).rows()).isZero();
        assertThat(new Table(List.of()).select(new int[0]).columns()).isEmpty();
    }

    @Test
    void theSchemaTellsNamesAndKinds() {
        assertThat(TABLE.schema())
                .isEqualTo(new Schema(List.of(
                        new Field("bill_length", ColumnKind.NUMBER),
                        new Field("species", ColumnKind.CATEGORY),
                        new Field("adult", ColumnKind.BOOLEAN))));
        assertThat(TABLE.names()).containsExactly("bill_length", "species", "adult");
    }

    @Test
    void rowsAndColumnsAreSelected() {
        Table selected = TABLE.select(new int[] {2, 0}).without(Set.of("adult"));
        assertThat(selected.rows()).isEqualTo(2);
        assertThat(selected.names()).containsExactly("bill_length", "species");
        assertThat(selected.column("bill_length").text(0)).isEqualTo("3");
    }

    @Test
    void columnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Table.of(NumberColumn.of("x", 1), NumberColumn.of("x", 2)))
                .isInstanceOf(DataException.class)
                .hasMessage("two columns are named \"x\"; names must differ");
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> Table.of(NumberColumn.of("x", 1), NumberColumn.of("y", 1, 2)))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has 2 rows, the first column 1");
    }

    @Test
    void anUnknownColumnIsAnsweredWithTheNearestName() {
        assertThat(TABLE.find("specie")).isEmpty();
        assertThatThrownBy(() -> TABLE.column("Specie"))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"Specie\"; did you mean \"species\"?");
    }

    @Test
    void anUnknownColumnUnlikeAllIsAnsweredWithTheNamesThereAre() {
        assertThatThrownBy(() -> TABLE.column("temperature"))
                .hasMessage("there is no column \"temperature\"; the columns are bill_length, species, adult");
        assertThatThrownBy(() -> new Table(List.of()).column("x"))
                .hasMessage("there is no column \"x\"; the table has no columns");
        Table wide = new Table(IntStream.range(0, 1_500)
                .mapToObj(index -> (Column) NumberColumn.of("a" + index, 1))
                .toList());
        assertThatThrownBy(() -> wide.column("temperature")).hasMessageEndingWith("a18, a19 and 1,480 more");
    }
}
