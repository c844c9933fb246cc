package slope.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class NumberEncoderTest {
    private static final double NONE = Double.NaN;

    private static float[] encode(NumberColumn training, Column cells) {
        return Recipe.plain().encoder(Table.of(training)).encode(Table.of(cells));
    }

    @Test
    void numbersAreScaledByTheTrainingRows() {
        NumberColumn training = NumberColumn.of("x", 2, 4, 4, 4, 5, 5, 7, 9); // mean 5, standard deviation 2
        assertThat(encode(training, NumberColumn.of("x", 5, 9, 0))).containsExactly(0, 2, -2.5f);
    }

    @Test
    void missingNumbersAreTheMedianAndAreFlagged() {
        // Filled: 1, 3, 3, 5 (the median of 1, 3, 5 is 3): mean 3, standard deviation √2.
        NumberColumn training = NumberColumn.of("x", 1, NONE, 3, 5);
        assertThat(Recipe.plain().encoder(Table.of(training)).inputNames()).containsExactly("x", "x is missing");
        assertThat(encode(training, NumberColumn.of("x", NONE, 3, 5)))
                .containsExactly(0, 1, 0, 0, (float) (2 / Math.sqrt(2)), 0);
    }

    @Test
    void theMedianOfAnEvenCountIsBetween() {
        TableEncoder encoding = Recipe.plain().encoder(Table.of(NumberColumn.of("x", 10, 1, NONE, 2, 20)));
        assertThat(((NumberEncoder) encoding.columns().getFirst()).imputed()).isEqualTo(6);
    }

    @Test
    void withoutMissingTrainingCellsThereIsNoFlag() {
        NumberColumn training = NumberColumn.of("x", 1, 2, 9);
        assertThat(Recipe.plain().encoder(Table.of(training)).inputNames()).containsExactly("x");
        assertThat(encode(training, NumberColumn.of("x", NONE))).isEqualTo(encode(training, NumberColumn.of("x", 2)));
    }

    @Test
    void equalNumbersBecomeNothing() {
        assertThat(encode(NumberColumn.of("x", 0.1, 0.1, 0.1), NumberColumn.of("x", 0.1, 7)))
                .containsExactly(0, 0);
        // Also when some are missing, so that the column is not left out as constant.
        assertThat(encode(NumberColumn.of("x", 0.1, NONE, 0.1, 0.1), NumberColumn.of("x", 0.3, NONE)))
                .containsExactly(0, 0, 0, 1);
    }

    @Test
    void aColumnWithoutValuesBecomesNothingButItsFlag() {
        assertThat(encode(NumberColumn.of("x", NONE, NONE), NumberColumn.of("x", 5, NONE)))
                .containsExactly(0, 0, 0, 1);
    }

    @Test
    void astronomicalNumbersStayInRange() {
        NumberColumn training = NumberColumn.of("x", 1, 2, 3);
        float furthest = (float) Scaler.Standard.FURTHEST;
        assertThat(encode(training, NumberColumn.of("x", 1e300, -Double.MAX_VALUE)))
                .containsExactly(furthest, -furthest);
        for (float input : encode(NumberColumn.of("x", Double.MAX_VALUE, -Double.MAX_VALUE), training)) {
            assertThat(input).isBetween(-1f, 1f);
        }
    }

    @Test
    void textWhereNumbersWereIsRefused() {
        NumberColumn training = NumberColumn.of("age", 1, 2);
        assertThatThrownBy(() -> encode(training, CategoryColumn.of("age", null, "old")))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"age\" has text (\"old\" in row 2) where training had numbers;"
                        + " write a number there or leave it empty");
        assertThatThrownBy(() -> encode(training, BooleanColumn.of("age", true)))
                .hasMessage("column \"age\" has true/false (\"true\" in row 1) where training had numbers;"
                        + " write a number there or leave it empty");
    }

    @Test
    void aColumnOfAnotherKindWithoutValuesIsMissing() {
        assertThat(encode(NumberColumn.of("x", 1, 3), CategoryColumn.of("x", null, null)))
                .containsExactly(0, 0);
    }

    @Test
    void scalesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new Scaler.Standard(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numbers cannot be scaled around 0.0 by -1.0; both must be finite, the second not below 0");
        assertThatThrownBy(() -> new Scaler.Robust(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NumberEncoder("x", Double.NaN, new Scaler.Standard(0, 1)))
                .hasMessage("the imputation value of column \"x\" is NaN; it must be finite");
    }
}
