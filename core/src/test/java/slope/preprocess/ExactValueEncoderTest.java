package slope.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class ExactValueEncoderTest {
    /// 100 rows: `zeros` of them 0, the others these values in turn.
    private static NumberColumn column(int zeros, double... others) {
        double[] values = new double[100];
        for (int row = zeros; row < 100; row++) {
            values[row] = others[row % others.length];
        }
        return NumberColumn.of("gain", values);
    }

    private static List<Double> exact(NumberColumn training) {
        return ExactValueEncoder.ofSpikes(training)
                .map(ExactValueEncoder::values)
                .orElse(List.of());
    }

    @Test
    void amountsBesideASpikeHaveCodesOfTheirOwn() {
        assertThat(exact(column(80, 2_174, 5_013, 7_688))).containsExactly(0.0, 2_174.0, 5_013.0, 7_688.0);
    }

    @Test
    void valuesInTooFewRowsShareTheCodeOfUnseenOnes() {
        NumberColumn training = column(80, 2_174, 5_013, 7_688);
        double[] values = new double[100];
        Arrays.setAll(values, training::value);
        values[99] = 99_999;
        assertThat(exact(NumberColumn.of("gain", values))).containsExactly(0.0, 2_174.0, 5_013.0, 7_688.0);
    }

    @Test
    void otherNumbersAreOnTheirScaleAlone() {
        assertThat(exact(column(40, 2_174, 5_013, 7_688)))
                .as("no value in half of the rows")
                .isEmpty();
        assertThat(exact(column(80, 2, 3, 1))).as("counts").isEmpty();
        assertThat(exact(column(80, 5_000))).as("two values").isEmpty();
        double[] all = new double[30];
        Arrays.setAll(all, index -> 1_000 + 17 * index * index);
        assertThat(exact(column(80, all))).as("values that do not repeat").isEmpty();
        assertThat(exact(NumberColumn.of("none", Double.NaN, Double.NaN)))
                .as("missing")
                .isEmpty();
    }

    @Test
    void aCellHasTheCodeOfItsValue() {
        ExactValueEncoder encoder = new ExactValueEncoder("gain", List.of(-1.5, 0.0, 2_174.0));
        Column cells = NumberColumn.of("gain", 2_174, -0.0, 1, Double.NaN, -1.5, 2_174.0000001);
        float[] inputs = new float[6];
        encoder.encode(cells, inputs, 0, 1);
        assertThat(inputs).containsExactly(3, 2, 0, 0, 1, 0);
        assertThat(encoder.count()).isEqualTo(4);
    }

    @Test
    void theTunedRecipeEmbedsItBesideTheNumber() {
        assertThat(Recipe.tuned()
                        .encoder(Table.of(column(80, 2_174, 5_013, 7_688)))
                        .inputNames())
                .containsExactly("gain", "gain exactly");
    }

    @Test
    void valuesAscendAndCellsAreNumbers() {
        assertThatThrownBy(() -> new ExactValueEncoder("gain", List.of(1.0, 1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExactValueEncoder("gain", List.of(1.0))
                        .encode(CategoryColumn.of("gain", "x"), new float[1], 0, 1))
                .isInstanceOf(DataException.class);
    }
}
