package slope.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.preprocess.DateEncoder;
import slope.preprocess.InputKind;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// The inputs that each recipe makes of each kind of column.
class EncodersTest {
    private static final float RARE = (float) (2 / Math.sqrt(1 + 4 / 9.0)); // a 0/1 input with quartiles of 0

    private static TableEncoder fit(Recipe recipe, Column... training) {
        return recipe.encoder(Table.of(training));
    }

    @Test
    void twoLevelsAreOneInputWithASignAndMissingIsBetween() {
        CategoryColumn training = CategoryColumn.of("x", "a", "a", "b", "b", null);
        TableEncoder encoding = fit(Recipe.tuned(), training);
        assertThat(encoding.inputNames()).containsExactly("x is a");
        // 1, 1, −1, −1, 0: median 0, quartiles −1 and 1.
        float one = (float) (0.5 / Math.sqrt(1 + 0.25 / 9));
        assertThat(encoding.encode(Table.of(CategoryColumn.of("x", "a", "b", "z", null))))
                .containsExactly(one, -one, 0, 0);
    }

    @Test
    void upToEightLevelsAreOneHotAndScaledAndMissingIsNoneOfThem() {
        String[] cells = {"a", "b", "c", "d", "e", "f", "g", "h"};
        TableEncoder encoding = fit(Recipe.tuned(), CategoryColumn.of("x", cells));
        assertThat(encoding.width()).isEqualTo(8);
        float[] inputs = encoding.encode(Table.of(CategoryColumn.of("x", "c", null)));
        float[] wanted = new float[16];
        wanted[2] = RARE;
        assertThat(inputs).containsExactly(wanted);
    }

    @Test
    void moreLevelsAreCodesAndRareOnesShareTheZero() {
        String[] cells = new String[31];
        Arrays.setAll(cells, row -> row == 30 ? "rare" : "level " + row % 10);
        TableEncoder encoding = fit(Recipe.tuned(), CategoryColumn.of("x", cells));
        assertThat(encoding.columns().getFirst().inputKind()).isEqualTo(InputKind.CATEGORY);
        assertThat(((OrdinalEncoder) encoding.columns().getFirst()).count()).isEqualTo(11);
        assertThat(encoding.encode(Table.of(CategoryColumn.of("x", "level 0", "level 9", "rare", "new", null))))
                .containsExactly(1, 10, 0, 0, 0);
    }

    @Test
    void aHundredThousandLevelsHaveACodeEach() {
        String[] cells = new String[300_000];
        Arrays.setAll(cells, row -> "customer " + row % 100_000);
        CategoryColumn training = CategoryColumn.of("x", cells);
        for (Recipe recipe : List.of(Recipe.tuned(), Recipe.ensemble())) {
            OrdinalEncoder codes =
                    (OrdinalEncoder) fit(recipe, training).columns().getFirst();
            assertThat(codes.count()).as(recipe.title()).isEqualTo(100_001);
        }
    }

    @Test
    void theEnsembleGivesOthersAnInputWhereTrainingHadMissingCells() {
        TableEncoder encoding = fit(Recipe.ensemble(), CategoryColumn.of("x", "a", "b", null));
        assertThat(encoding.encode(Table.of(CategoryColumn.of("x", "b", "z")))).containsExactly(0, 1, 0, 0, 0, 1);
    }

    @Test
    void missingNumbersAreTheMeanAndFlaggedAsACategory() {
        TableEncoder encoding = fit(Recipe.tuned(), NumberColumn.of("x", 1, 3, 8, Double.NaN));
        assertThat(encoding.inputNames()).containsExactly("x", "x is missing");
        NumberEncoder number = (NumberEncoder) encoding.columns().getFirst();
        assertThat(number.imputed()).isEqualTo(4);
        assertThat(number.scaling()).isEqualTo(new Scaler.Robust(3.5, 2.5)); // of 1, 3, 4, 8
        float[] inputs = encoding.encode(Table.of(NumberColumn.of("x", Double.NaN, 2)));
        // −1, −1, −1, 1: median −1, quartiles −1 and −0.5.
        assertThat(inputs[1]).isCloseTo((float) (4 / Math.sqrt(1 + 16 / 9.0)), within(1e-6f));
        assertThat(inputs[3]).isZero();
    }

    @Test
    void datesBecomeTheirPartsAndPartsThatNeverChangeDoNot() {
        DateColumn days = DateColumn.of(
                "day",
                LocalDateTime.parse("2026-01-05T00:00"), // a Monday
                LocalDateTime.parse("2026-07-07T00:00"),
                LocalDateTime.parse("2027-10-01T00:00"));
        TableEncoder encoding = fit(Recipe.plain(), days);
        assertThat(encoding.inputNames())
                .containsExactly(
                        "day year",
                        "day month (sine)",
                        "day month (cosine)",
                        "day weekday (sine)",
                        "day weekday (cosine)",
                        "day elapsed days");
        assertThat(DateEncoder.Part.MONTH_SINE.of(days.seconds(0))).isZero();
        assertThat(DateEncoder.Part.MONTH_COSINE.of(days.seconds(1))).isCloseTo(-1, within(1e-12));
        assertThat(DateEncoder.Part.WEEKDAY_COSINE.of(days.seconds(0))).isEqualTo(1);
        assertThat(DateEncoder.Part.DAYS.of(days.seconds(1)) - DateEncoder.Part.DAYS.of(days.seconds(0)))
                .isEqualTo(183);
        assertThat(DateEncoder.Part.HOUR_SINE.of(DateColumn.of("t", LocalDateTime.parse("2026-01-05T06:00"))
                        .seconds(0)))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void truthIsScaledLikeACategoryOfTwoLevels() {
        TableEncoder encoding = fit(Recipe.tuned(), BooleanColumn.of("x", true, true, true, false));
        // 1, 1, 1, −1: median 1, quartiles 0.5 and 1.
        float[] inputs = encoding.encode(Table.of(BooleanColumn.of("x", true, false, null)));
        assertThat(inputs[0]).isZero();
        assertThat(inputs[1]).isCloseTo((float) (-4 / Math.sqrt(1 + 16 / 9.0)), within(1e-6f));
        assertThat(inputs[2]).isCloseTo((float) (-2 / Math.sqrt(1 + 4 / 9.0)), within(1e-6f));
    }
}
