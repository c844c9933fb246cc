package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.profile.ColumnFinding.Kind;
import slope.table.profile.InputColumns;
import slope.target.Classes;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.TargetKind;

class EstimatorTest {
    private static final Recipe SHORT = Recipe.plain().hidden(List.of(8)).epochs(5);

    @Test
    void wordsAreLearnedAsClasses() {
        FitResult trained = Slope.predict("size").recipe(Recipe.plain()).fit(Boxes.of(200));

        assertThat(trained.model().target().kind()).isEqualTo(TargetKind.BINARY);
        Predictions predictions = trained.model().predict(Boxes.of(200));
        Column actual = Boxes.of(200).column("size");
        int right = 0;
        for (int row = 0; row < actual.rows(); row++) {
            right += predictions.text(row).equals(actual.text(row)) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(190);
    }

    @Test
    void numbersAreLearnedAsNumbersInTheirOwnUnit() {
        FitResult trained = Slope.predict("volume")
                .recipe(Recipe.plain())
                .ignoring(Set.of("size"))
                .fit(Boxes.of(400));

        assertThat(trained.model().target().kind()).isEqualTo(TargetKind.REGRESSION);
        NumberPredictions predictions = (NumberPredictions) trained.model().predict(Boxes.of(400));
        NumberColumn actual = (NumberColumn) Boxes.of(400).column("volume");
        for (int row = 0; row < actual.rows(); row++) {
            assertThat(Math.abs(predictions.value(row) - actual.value(row))).isLessThan(60);
        }
    }

    @Test
    void rowsOfWeightZeroMustLeaveTwoValues() {
        Table table = Table.of(
                NumberColumn.of("x", 1, 2, 3, 4),
                NumberColumn.of("w", 1, 0, 2, 0),
                CategoryColumn.of("y", "lo", "hi", "lo", "hi"));
        assertThatThrownBy(() -> Slope.predict("y")
                        .rows(RowSelection.defaults().weight("w"))
                        .plan(table))
                .hasMessage("all rows of \"hi\" in column \"y\" have weight 0; a target needs two values with rows that"
                        + " count");
    }

    @Test
    void aClassHasSeveralRows() {
        Table table =
                Table.of(NumberColumn.of("x", 1, 2, 3, 4, 5, 6), CategoryColumn.of("y", "a", "b", "c", "d", "e", "f"));
        assertThatThrownBy(() -> Slope.predict("y").plan(table))
                .hasMessage(
                        "each of the 6 rows has a value of its own in column \"y\"; classes have several rows each");
    }

    @Test
    void aWeightIsSmallEnoughToBeSummed() {
        Table table = Table.of(
                NumberColumn.of("x", 1, 2, 3), NumberColumn.of("w", 1, 2, 1e31), CategoryColumn.of("y", "a", "b", "a"));
        assertThatThrownBy(() -> Slope.predict("y")
                        .rows(RowSelection.defaults().weight("w"))
                        .plan(table))
                .hasMessage(
                        "column \"w\" has \"1.0E31\" in row 3; a weight is at most 1e30, so make all of them smaller");
    }

    @Test
    void rowsWithoutTargetAreCountedAndLeftOut() {
        Table table = Table.of(
                NumberColumn.of("x", 1, 2, 3, 4, 5, 6), CategoryColumn.of("y", "a", null, "b", "a", "b", null));
        FitPlan prepared = Slope.predict("y").validationShare(0.5).plan(table);

        assertThat(prepared.rows().leftOut()).isEqualTo(2);
        assertThat(prepared.members().getFirst().training().rows()
                        + prepared.members().getFirst().validation().rows())
                .isEqualTo(4);
    }

    @Test
    void validationRowsTeachTheEncodingNothing() {
        Table table = Boxes.of(100);
        FitPlan prepared = Slope.predict("size").recipe(SHORT).plan(table);
        double[] poisoned = new double[100];
        for (int row = 0; row < 100; row++) {
            poisoned[row] = ((NumberColumn) table.column("width")).value(row);
        }
        for (int row : prepared.members().getFirst().split().validation()) {
            poisoned[row] = 1e9;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(0, NumberColumn.of("width", poisoned));
        FitPlan other = Slope.predict("size").recipe(SHORT).plan(new Table(columns));

        assertThat(other.first().encoder()).isEqualTo(prepared.first().encoder());
        assertThat(other.members().getFirst().split().validation())
                .isEqualTo(prepared.members().getFirst().split().validation());
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        Estimator estimator = Slope.predict("size").recipe(SHORT);
        float[] first = estimator
                .fit(Boxes.of(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();
        float[] again = estimator
                .fit(Boxes.of(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();
        float[] other = estimator
                .seed(1)
                .fit(Boxes.of(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void ignoredColumnsAreLeftOutWithTheReason() {
        FitPlan prepared =
                Slope.predict("size").ignoring(Set.of("volume")).recipe(SHORT).plan(Boxes.of(100));

        assertThat(prepared.columns().used()).containsExactly("width", "height");
        assertThat(prepared.columns().leftOut())
                .containsExactly(new InputColumns.LeftOut("volume", List.of(Kind.IGNORED.finding())));
    }

    @Test
    void anUnknownTargetIsNamedWithTheNearestColumn() {
        assertThatThrownBy(() -> Slope.predict("volum").fit(Boxes.of(30)))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"volum\"; did you mean \"volume\"?");
    }

    @Test
    void oneClassIsNothingToLearn() {
        Table table = Table.of(NumberColumn.of("x", 1, 2, 3, 4), CategoryColumn.of("y", "a", "a", "a", "a"));

        assertThatThrownBy(() -> Slope.predict("y").fit(table))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has one value only, \"a\"; a target needs at least two values");
    }

    @Test
    void aTargetAloneIsNothingToPredictFrom() {
        assertThatThrownBy(() -> Slope.predict("y").fit(Table.of(CategoryColumn.of("y", "a", "b", "a", "b"))))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" is the only one; there is nothing to predict it from");
    }

    @Test
    void aTargetWithTwoNumbersMakesTwoClasses() {
        Table table = Table.of(NumberColumn.of("x", 3, 1, 4, 1, 5, 9), NumberColumn.of("y", 10, 9, 10, 9, 9, 10));

        assertThat(Slope.predict("y").plan(table).first().target()).isEqualTo(new Classes("y", List.of("9", "10")));
    }
}
