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
import slope.model.Model;
import slope.recipe.CalibrationChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.Classes;
import slope.target.Predictions;

/// Weights of classes, alone and together with those of rows, are rows that are repeated.
class ClassWeightsTest {
    private static final Classes ABC = new Classes("y", List.of("a", "b", "c"));

    @Test
    void balancedClassesCountTheSameInTheWhole() {
        double[] weights = new ClassWeights.Balanced().of(ABC, new float[] {0, 0, 0, 1}, new double[] {1, 1, 1, 1});
        assertThat(weights).containsExactly(4 / 9.0, 4 / 3.0, 1);
    }

    /// Half the boxes are large; who counts large ones nine times hears of far more than half from the networks, and of
    /// half from the
    /// model.
    @Test
    void probabilitiesOfWeightedClassesAreThoseOfTheRows() {
        Table noise = Table.of(
                NumberColumn.of(
                        "x",
                        IntStream.range(0, 400).mapToDouble(row -> row * 7 % 31).toArray()),
                CategoryColumn.of(
                        "y",
                        IntStream.range(0, 400)
                                .mapToObj(row -> row / 2 % 2 == 0 ? "a" : "b")
                                .toArray(String[]::new)));
        Estimator weighted = Slope.predict("y")
                .recipe(Recipe.plain().epochs(3))
                .rows(RowSelection.defaults().classWeights(new ClassWeights.Given(Map.of("a", 1.0, "b", 9.0))));

        Model model = weighted.fit(noise).model();

        assertThat(mean(model.predict(noise), 1)).isCloseTo(0.5, within(0.05));
        assertThat(model.predict(noise).text(0))
                .isEqualTo("b"); // which counts nine times, and is half as likely at least
        assertThat(((Classes) model.target()).threshold())
                .hasValueSatisfying(
                        threshold -> assertThat(threshold.probability()).isCloseTo(0.1, within(1e-15)));
        Recipe asTold = Recipe.plain().epochs(3).with(Setting.CALIBRATION, CalibrationChoice.NONE);
        Model uncalibrated = weighted.recipe(asTold).fit(noise).model();
        assertThat(mean(uncalibrated.predict(noise), 1)).isGreaterThan(0.7);
        assertThat(((Classes) uncalibrated.target()).decision()).isEmpty();
    }

    private static double mean(Predictions predictions, int index) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> ((ClassPredictions) predictions).probability(row, index))
                .average()
                .orElseThrow();
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
