package slope.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;

class SortedRowsTest {
    private static int[] ascending(Column column) {
        int[] rows = IntStream.range(0, column.rows()).toArray();
        return SortedRows.ascending(rows, row -> SortedRows.key(column, row));
    }

    @Test
    void cellsAreInTheOrderPeopleExpect() {
        assertThat(ascending(NumberColumn.of("n", 10, 9, -1e300, 9.5))).containsExactly(2, 1, 3, 0);
        assertThat(ascending(BooleanColumn.of("b", true, false, true))).containsExactly(1, 0, 2);
        assertThat(ascending(CategoryColumn.of("c", "b", "é", "a", "Z"))).containsExactly(3, 2, 0, 1);
        LocalDate day = LocalDate.of(1969, 12, 31);
        assertThat(ascending(DateColumn.of(
                        "d",
                        day.plusDays(2).atStartOfDay(),
                        day.atStartOfDay(),
                        day.plusDays(1).atStartOfDay())))
                .containsExactly(1, 2, 0);
    }

    @Test
    void equalNumbersStayInTheOrderGiven() {
        double[] keys = {5, 0.0, 5, -0.0, 5};
        assertThat(SortedRows.ascending(new int[] {4, 3, 2, 1, 0}, row -> keys[row]))
                .containsExactly(3, 1, 4, 2, 0);
        assertThat(SortedRows.ascending(new int[] {0, 1, 0, 1}, row -> keys[row]))
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void noRowsAndOneRowAreInOrder() {
        assertThat(SortedRows.ascending(new int[0], _ -> 1)).isEmpty();
        assertThat(SortedRows.ascending(new int[] {7}, _ -> 1)).containsExactly(7);
    }

    @Test
    void differentValuesOfSomeRowsAreCounted() {
        NumberColumn column = NumberColumn.of("n", 1, 2, 1, 0.0, -0.0, 3);
        assertThat(SortedRows.distinct(column, new int[] {0, 1, 2, 3, 4, 5})).isEqualTo(4);
        assertThat(SortedRows.distinct(column, new int[] {0, 2})).isEqualTo(1);
        assertThat(SortedRows.distinct(column, new int[] {3, 4})).isEqualTo(1);
        assertThat(SortedRows.distinct(column, new int[0])).isZero();
    }

    /// A stable sort of boxed numbers says the same.
    @Property(tries = 50, seed = "1")
    void theOrderIsThatOfAStableSort(@ForAll @Size(max = 30) List<@DoubleRange(min = -3, max = 3) Double> values) {
        double[] keys = values.stream().mapToDouble(Math::rint).toArray();
        Integer[] expected = new Integer[keys.length];
        Arrays.setAll(expected, row -> row);
        Arrays.sort(expected, Comparator.comparingDouble(row -> keys[row] + 0.0));
        assertThat(SortedRows.ascending(IntStream.range(0, keys.length).toArray(), row -> keys[row]))
                .containsExactly(expected);
    }
}
