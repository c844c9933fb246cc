package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.recipe.CalibrationChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;

/// Weights of classes, alone and together with those of rows, are rows that are repeated.
class ClassWeightsTest {
    private static final Classes ABC = new Classes("y", List.of("a", "b", "c"));

    @Test
    void balancedClassesCountTheSameInTheWhole() {
        double[] weights = new ClassWeights.Balanced().of(ABC, new float[] {0, 0, 0, 1}, new double[] {1, 1, 1, 1});
        assertThat(weights).containsExactly(4 / 9.0, 4 / 3.0, 1);
    }

    @Test
    void probabilitiesOfWeightedClassesAreNotCalibrated() {
        Estimator weighted =
                Slope.predict("size").rows(RowSelection.defaults().classWeights(new ClassWeights.Balanced()));
        Recipe asked = Recipe.tuned().with(Setting.CALIBRATION, CalibrationChoice.TEMPERATURE);

        assertThatThrownBy(() -> weighted.recipe(asked).plan(Boxes.of(60)))
                .isInstanceOf(DataException.class)
                .hasMessage("the probabilities of weighted classes are shifted on purpose and are not calibrated;"
                        + " leave out the calibration or the class weights");
        assertThat(weighted.plan(Boxes.of(60)).members()).isNotEmpty();
    }

    @Test
    void eachClassNeedsAWeight() {
        assertThatThrownBy(() -> new ClassWeights.Given(Map.of("a", 1.0)).of(ABC, new float[] {0}, new double[] {1}))
                .hasMessage("the class weights have none for \"b\"; give each class one");
    }

    @Property(tries = 100, seed = "1")
    void aWeightOfAClassIsItsRowsSoOften(
            @ForAll @Size(30) List<@IntRange(max = 2) Integer> classes,
            @ForAll @Size(30) List<@IntRange(min = 1, max = 4) Integer> rowWeights,
            @ForAll @Size(3) List<@IntRange(min = 1, max = 4) Integer> classWeights) {
        ClassWeights given = new ClassWeights.Given(
                Map.of("a", weight(classWeights, 0), "b", weight(classWeights, 1), "c", weight(classWeights, 2)));
        double[] weighed = weights(given, rows(classes, rowWeights));
        for (int row = 0; row < weighed.length; row++) {
            assertThat(weighed[row]).isEqualTo(rowWeights.get(row) * classWeights.get(classes.get(row)));
        }
    }

    /// What the copies of a row count for together.
    @Property(tries = 100, seed = "1")
    void balanceSeesARowOfWeightThreeAsThreeRows(
            @ForAll @Size(30) List<@IntRange(max = 2) Integer> classes,
            @ForAll @Size(30) List<@IntRange(min = 1, max = 4) Integer> rowWeights) {
        int[] copies = IntStream.range(0, 30)
                .flatMap(row -> IntStream.generate(() -> row).limit(rowWeights.get(row)))
                .toArray();
        List<Integer> repeated = Arrays.stream(copies).mapToObj(classes::get).toList();
        double[] weighed = weights(new ClassWeights.Balanced(), rows(classes, rowWeights));
        double[] ofCopies = weights(
                new ClassWeights.Balanced(),
                rows(repeated, repeated.stream().map(_ -> 1).toList()));

        double[] together = new double[weighed.length];
        for (int copy = 0; copy < copies.length; copy++) {
            together[copies[copy]] += ofCopies[copy];
        }
        assertThat(weighed).containsExactly(together, within(1e-12));
    }

    @Test
    void weightsThatNoFloatHoldsAreRefused() {
        ClassWeights large = new ClassWeights.Given(Map.of("a", 1e308, "b", 1.0, "c", 1.0));
        assertThatThrownBy(() -> weights(large, rows(List.of(0, 1), List.of(1, 1))))
                .isInstanceOf(DataException.class)
                .hasMessage("a row has the weight 1e308; weights are at most 3.4e38, so make all of them smaller");
    }

    private static double weight(List<Integer> weights, int index) {
        return weights.get(index);
    }

    private static Table rows(List<Integer> classes, List<Integer> rowWeights) {
        return Table.of(
                CategoryColumn.of("y", classes.stream().map(ABC.classes()::get).toArray(String[]::new)),
                NumberColumn.of(
                        "times",
                        rowWeights.stream().mapToDouble(Integer::doubleValue).toArray()));
    }

    private static double[] weights(ClassWeights classWeights, Table rows) {
        RowSelection choice = RowSelection.defaults().weight("times").classWeights(classWeights);
        return TrainingWeights.of(choice, ABC, rows, ABC.encode(rows));
    }
}
