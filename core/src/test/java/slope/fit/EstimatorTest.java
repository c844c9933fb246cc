package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.target.Classes;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.TargetKind;

class EstimatorTest {
    private static final Recipe SHORT = Recipe.plain().hidden(List.of(8)).epochs(5);

    @Test
    void wordsAreLearnedAsClasses() {
        FitResult trained = Estimator.forTarget("size").recipe(Recipe.plain()).train(Boxes.of(200));

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
        FitResult trained = Estimator.forTarget("volume")
                .recipe(Recipe.plain())
                .ignoring(Set.of("size"))
                .train(Boxes.of(400));

        assertThat(trained.model().target().kind()).isEqualTo(TargetKind.REGRESSION);
        NumberPredictions predictions = (NumberPredictions) trained.model().predict(Boxes.of(400));
        NumberColumn actual = (NumberColumn) Boxes.of(400).column("volume");
        for (int row = 0; row < actual.rows(); row++) {
            assertThat(Math.abs(predictions.value(row) - actual.value(row))).isLessThan(60);
        }
    }

    @Test
    void rowsWithoutTargetAreCountedAndLeftOut() {
        Table table = Table.of(
                NumberColumn.of("x", 1, 2, 3, 4, 5, 6), CategoryColumn.of("y", "a", null, "b", "a", "b", null));
        FitPlan prepared = Estimator.forTarget("y").validationShare(0.5).prepare(table);

        assertThat(prepared.rows().leftOut()).isEqualTo(2);
        assertThat(prepared.members().getFirst().training().rows()
                        + prepared.members().getFirst().validation().rows())
                .isEqualTo(4);
    }

    @Test
    void validationRowsTeachTheEncodingNothing() {
        Table table = Boxes.of(100);
        FitPlan prepared = Estimator.forTarget("size").recipe(SHORT).prepare(table);
        double[] poisoned = new double[100];
        for (int row = 0; row < 100; row++) {
            poisoned[row] = ((NumberColumn) table.column("width")).value(row);
        }
        for (int row : prepared.members().getFirst().split().validation()) {
            poisoned[row] = 1e9;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(0, NumberColumn.of("width", poisoned));
        FitPlan other = Estimator.forTarget("size").recipe(SHORT).prepare(new Table(columns));

        assertThat(other.first().encoder()).isEqualTo(prepared.first().encoder());
        assertThat(other.members().getFirst().split().validation())
                .isEqualTo(prepared.members().getFirst().split().validation());
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        Estimator estimator = Estimator.forTarget("size").recipe(SHORT);
        float[] first = estimator
                .train(Boxes.of(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();
        float[] again = estimator
                .train(Boxes.of(100))
                .model()
                .members()
                .getFirst()
                .network()
                .parameters()
                .toArray();
        float[] other = estimator
                .seed(1)
                .train(Boxes.of(100))
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
        FitPlan prepared = Estimator.forTarget("size")
                .ignoring(Set.of("volume"))
                .recipe(SHORT)
                .prepare(Boxes.of(100));

        assertThat(prepared.columns().used()).containsExactly("width", "height");
        assertThat(prepared.columns().leftOut())
                .containsExactly(new InputColumns.LeftOut("volume", "ignored as asked"));
    }

    @Test
    void anUnknownTargetIsNamedWithTheNearestColumn() {
        assertThatThrownBy(() -> Estimator.forTarget("volum").train(Boxes.of(30)))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"volum\"; did you mean \"volume\"?");
    }

    @Test
    void oneClassIsNothingToLearn() {
        Table table = Table.of(NumberColumn.of("x", 1, 2, 3, 4), CategoryColumn.of("y", "a", "a", "a", "a"));

        assertThatThrownBy(() -> Estimator.forTarget("y").train(table))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has one value only, \"a\"; a target needs at least two to tell apart");
    }

    @Test
    void aTargetAloneIsNothingToPredictFrom() {
        assertThatThrownBy(() -> Estimator.forTarget("y").train(Table.of(CategoryColumn.of("y", "a", "b", "a", "b"))))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" is the only one; there is nothing to predict it from");
    }

    @Test
    void aTargetWithTwoNumbersMakesTwoClasses() {
        Table table = Table.of(NumberColumn.of("x", 3, 1, 4, 1, 5, 9), NumberColumn.of("y", 10, 9, 10, 9, 9, 10));

        assertThat(Estimator.forTarget("y").prepare(table).first().target())
                .isEqualTo(new Classes("y", List.of("9", "10")));
    }
}
