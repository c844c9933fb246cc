package slope.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.SelectedRows;
import slope.table.Table;

class OneHotEncoderTest {

    private static float[] encode(Column training, Column cells) {
        return Recipe.plain().encoder(Table.of(training)).encode(Table.of(cells));
    }

    @Test
    void eachLevelHasItsInput() {
        CategoryColumn training = CategoryColumn.of("x", "red", "blue", "red");
        assertThat(Recipe.plain().encoder(Table.of(training)).inputNames()).containsExactly("x is blue", "x is red");
        assertThat(encode(training, CategoryColumn.of("x", "red", "blue"))).containsExactly(0, 1, 1, 0);
    }

    @Test
    void unseenAndMissingAreAllZeroIfTrainingHadNeither() {
        CategoryColumn training = CategoryColumn.of("x", "a", "b");
        assertThat(encode(training, CategoryColumn.of("x", "z", null))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void unseenAndMissingShareTheInputThatMissingCellsTrained() {
        CategoryColumn training = CategoryColumn.of("x", "a", null, "b");
        assertThat(Recipe.plain().encoder(Table.of(training)).inputNames())
                .containsExactly("x is a", "x is b", "x is missing or another");
        assertThat(encode(training, CategoryColumn.of("x", "z", null, "a"))).containsExactly(0, 0, 1, 0, 0, 1, 1, 0, 0);
    }

    @Test
    void onlyTheMostFrequentLevelsHaveTheirOwnInput() {
        CategoryColumn.Builder training = new CategoryColumn.Builder("x");
        for (int category = 0; category < 300; category++) {
            training.add("l%03d".formatted(category));
        }
        training.add("l299"); // twice, so it is kept although it comes last by name
        TableEncoder encoding = Recipe.plain().encoder(Table.of(training.build()));
        OneHotEncoder column = (OneHotEncoder) encoding.columns().getFirst();

        assertThat(column.levels()).hasSize(255).containsAll(Level.named("l000", "l253", "l299"));
        assertThat(column.levels()).doesNotContainAnyElementsOf(Level.named("l254"));
        assertThat(encoding.width()).isEqualTo(256);
        float[] pooled = encoding.encode(Table.of(CategoryColumn.of("x", "l254", "new", null)));
        for (int row = 0; row < 3; row++) {
            assertThat(pooled[row * 256 + 255]).isEqualTo(1);
        }
    }

    @Test
    void levelsThatOnlyOtherRowsHaveAreUnseen() {
        CategoryColumn all = CategoryColumn.of("x", "a", "b", "c");
        CategoryColumn training = all.select(SelectedRows.of(0, 1));
        assertThat(encode(training, all)).containsExactly(1, 0, 0, 1, 0, 0);
    }

    @Test
    void numbersAreReadAsTheCodesThatTrainingSaw() {
        assertThat(encode(CategoryColumn.of("x", "1", "2"), NumberColumn.of("x", 2, 1, 3)))
                .containsExactly(0, 1, 1, 0, 0, 0);
    }

    @Test
    void truthIsOneInput() {
        BooleanColumn training = BooleanColumn.of("x", true, false);
        assertThat(encode(training, BooleanColumn.of("x", true, false, null))).containsExactly(1, -1, 0);
        assertThat(encode(training, CategoryColumn.of("x", (String) null))).containsExactly(0);
        assertThatThrownBy(() -> encode(training, NumberColumn.of("x", 1)))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"x\" has numbers (\"1\" in row 1) where training had true/false;"
                        + " write true or false there or leave it empty");
    }

    @Test
    void equalEncodingsAreEqual() {
        TableEncoder one = Recipe.plain().encoder(Table.of(CategoryColumn.of("x", "a", "b")));
        assertThat(one).isEqualTo(Recipe.plain().encoder(Table.of(CategoryColumn.of("x", "b", "a", "a"))));
        assertThat(one).hasSameHashCodeAs(Recipe.plain().encoder(Table.of(CategoryColumn.of("x", "b", "a"))));
        assertThat(one).isNotEqualTo(Recipe.plain().encoder(Table.of(CategoryColumn.of("x", "b", "a", null))));
    }
}
