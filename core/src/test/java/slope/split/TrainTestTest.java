package slope.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class TrainTestTest {
    private static final int ROWS = 200;

    private static final Table TABLE = Table.of(
            NumberColumn.of("row", IntStream.range(0, ROWS).asDoubleStream().toArray()),
            CategoryColumn.of(
                    "kind",
                    IntStream.range(0, ROWS)
                            .mapToObj(row -> row % 4 == 0 ? "rare" : "frequent")
                            .toArray(String[]::new)),
            CategoryColumn.of(
                    "customer",
                    IntStream.range(0, ROWS).mapToObj(row -> "c" + row % 37).toArray(String[]::new)));

    @Test
    void eachRowIsInOnePartAndTheSameSeedGivesTheSameParts() {
        TrainTest rows = Split.random(0.8, 7).of(TABLE);
        assertThat(rows.train().rows()).isEqualTo(160);
        assertThat(rows.test().rows()).isEqualTo(40);
        assertThat(numbers(rows.train())).doesNotContainAnyElementsOf(numbers(rows.test()));
        assertThat(numbers(Split.random(0.8, 7).of(TABLE).test())).isEqualTo(numbers(rows.test()));
        assertThat(numbers(Split.random(0.8, 8).of(TABLE).test())).isNotEqualTo(numbers(rows.test()));
        assertThat(rows).hasToString("160 training rows and 40 test rows");
    }

    @Test
    void stratifiedPartsHaveTheSameShareOfEachClass() {
        TrainTest rows = Split.stratified("kind", 0.8, 3).of(TABLE);
        assertThat(rare(rows.train())).isEqualTo(40);
        assertThat(rare(rows.test())).isEqualTo(10);
    }

    @Test
    void groupsAreInOnePart() {
        TrainTest rows = Split.byGroup("customer", 0.7, 3).of(TABLE);
        assertThat(texts(rows.train(), "customer")).doesNotContainAnyElementsOf(texts(rows.test(), "customer"));
        assertThat(rows.test().rows()).isBetween(54, 66);
    }

    @Test
    void theLatestRowsAreTheTest() {
        TrainTest rows = Split.byTime("row", 0.75).of(TABLE);
        assertThat(numbers(rows.test()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(150, ROWS).mapToObj(row -> (double) row).toList());
    }

    @Test
    void foldsTestEachRowOnce() {
        for (List<TrainTest> folds :
                List.of(Folds.stratified(TABLE, "kind", 4, 1), Folds.byGroup(TABLE, "customer", 4, 1))) {
            assertThat(folds.stream().mapToInt(fold -> fold.test().rows()).sum())
                    .isEqualTo(ROWS);
            Set<Double> tested = new HashSet<>();
            folds.forEach(fold -> tested.addAll(numbers(fold.test())));
            assertThat(tested).hasSize(ROWS);
        }
    }

    @Test
    void whatCannotBeSplitIsToldInOneSentence() {
        Table one = Table.of(NumberColumn.of("x", 1));
        assertThatThrownBy(() -> Split.random(0.5, 0).of(one)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> Split.random(1, 0)).hasMessageContaining("above 0 and below 1, not 1.0");
        Table gap = Table.of(NumberColumn.of("x", 1, Double.NaN, 3));
        assertThatThrownBy(() -> Split.byTime("x", 0.5).of(gap))
                .hasMessage("column \"x\" has no value in row 2; rows are split by this column, so each needs a value");
    }

    private static List<Double> numbers(Table table) {
        NumberColumn column = (NumberColumn) table.column("row");
        return IntStream.range(0, table.rows()).mapToObj(column::value).toList();
    }

    private static Set<String> texts(Table table, String column) {
        return new HashSet<>(Arrays.asList(IntStream.range(0, table.rows())
                .mapToObj(table.column(column)::text)
                .toArray(String[]::new)));
    }

    private static long rare(Table table) {
        return IntStream.range(0, table.rows())
                .filter(row -> table.column("kind").text(row).equals("rare"))
                .count();
    }
}
