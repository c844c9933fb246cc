package slope.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static final NumberColumn NUMBERS = NumberColumn.of("x", 1, Double.NaN, 2.5);
    private static final BooleanColumn TRUTHS = BooleanColumn.of("x", true, null, false);
    private static final CategoryColumn WORDS = CategoryColumn.of("x", "b", null, "a");
    private static final List<Column> ALL = List.of(NUMBERS, TRUTHS, WORDS);

    @Test
    void missingCellsAreFoundAndCounted() {
        for (Column column : ALL) {
            assertThat(column.isMissing(0)).isFalse();
            assertThat(column.isMissing(1)).isTrue();
            assertThat(column.missingCount()).isEqualTo(1);
            assertThat(column.text(1)).isEmpty();
        }
    }

    @Test
    void rowsAreSelectedInAnyOrderAndMoreThanOnce() {
        SelectedRows rows = SelectedRows.of(2, 1, 2);
        assertThat(text(NUMBERS.select(rows))).isEqualTo("[2.5][][2.5]");
        assertThat(text(TRUTHS.select(rows))).isEqualTo("[false][][false]");
        assertThat(text(WORDS.select(rows))).isEqualTo("[a][][a]");
        for (Column column : ALL) {
            assertThat(column.select(SelectedRows.of()).rows()).isZero();
        }
    }

    @Test
    void rowsOfAChoiceAreChosenAmongIt() {
        SelectedRows some = SelectedRows.of(2, 1);
        assertThat(text(NUMBERS.select(some).select(SelectedRows.of(1, 0, 0)))).isEqualTo("[][2.5][2.5]");
        assertThat(text(TRUTHS.select(some).select(SelectedRows.of(1, 0, 0)))).isEqualTo("[][false][false]");
        assertThat(text(WORDS.select(some).select(SelectedRows.of(1, 0, 0)))).isEqualTo("[][a][a]");
    }

    @Test
    void aNewNameChangesNothingElse() {
        for (Column column : ALL) {
            assertThat(column.renamed("y").name()).isEqualTo("y");
            assertThat(text(column.renamed("y"))).isEqualTo(text(column));
            assertThat(column.name()).isEqualTo("x");
        }
    }

    @Test
    void numbersAreWrittenAsFilesHaveThem() {
        assertThat(text(NumberColumn.of("x", 3, -0.0, 0.1, 1e15, 1e300))).isEqualTo("[3][0][0.1][1.0E15][1.0E300]");
    }

    @Test
    void infiniteNumbersAreRefused() {
        assertThatThrownBy(() -> NumberColumn.of("x", 1, Double.NEGATIVE_INFINITY))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"x\" has an infinite number in row 2; networks need finite numbers");
    }

    @Test
    void givenValuesAreCopied() {
        double[] values = {1, 2};
        NumberColumn column = NumberColumn.of("x", values);
        values[0] = 9;
        assertThat(column.value(0)).isEqualTo(1);
    }

    @Test
    void levelsAreSortedWhateverTheOrderOfRows() {
        CategoryColumn column = CategoryColumn.of("x", "c", "a", "b", "a");
        assertThat(column.categories()).containsExactly("a", "b", "c");
        assertThat(column.code(0)).isEqualTo(2);
        assertThat(column.select(SelectedRows.of(1)).categories()).containsExactly("a", "b", "c");
    }

    @Test
    void moreOrFewerRowsThanExpectedAreNoMatter() {
        for (int expected : List.of(0, 1, 7, 100, 1000)) {
            NumberColumn.Builder numbers = new NumberColumn.Builder("x", expected);
            CategoryColumn.Builder words = new CategoryColumn.Builder("x", expected);
            for (int row = 0; row < 100; row++) {
                numbers.add(row);
                words.add("w" + row % 3);
            }
            assertThat(numbers.build().rows()).isEqualTo(100);
            assertThat(words.build().text(99)).isEqualTo("w0");
        }
    }

    @Test
    void aBuilderIsEmptyAfterItHasBuilt() {
        NumberColumn.Builder numbers = new NumberColumn.Builder("x");
        BooleanColumn.Builder truths = new BooleanColumn.Builder("x");
        CategoryColumn.Builder words = new CategoryColumn.Builder("x");
        for (int row = 0; row < 100; row++) {
            numbers.add(row);
            truths.add(row % 3 == 0);
            words.add("w" + row);
        }
        assertThat(numbers.build().value(99)).isEqualTo(99);
        assertThat(truths.build().isTrue(99)).isTrue();
        assertThat(words.build().text(99)).isEqualTo("w99");

        numbers.add(7);
        truths.addMissing();
        words.add("z");
        assertThat(text(numbers.build()) + text(truths.build()) + text(words.build()))
                .isEqualTo("[7][][z]");
    }

    private static String text(Column column) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < column.rows(); row++) {
            text.append('[').append(column.text(row)).append(']');
        }
        return text.toString();
    }
}
