package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.recipe.CalibrationChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// Two ways to predict the same rows: what is compared of them.
class PairedRowsTest {
    private static final int ROWS = 100;

    /// Wrong in one row of twenty, and hardly sure of any, as after training with smoothed labels.
    private static double timid(int row) {
        return row % 20 == 0 ? 0.45 : 0.6;
    }

    /// Wrong in two rows of twenty, and about as sure as it may be.
    private static double sure(int row) {
        return row % 10 == 0 ? 0.1 : 0.9;
    }

    private static PairedRows rows(CalibrationChoice calibration) {
        double[] numbers = IntStream.range(0, ROWS).mapToDouble(row -> row % 7).toArray();
        String[] classes = new String[ROWS];
        Arrays.setAll(classes, row -> row % 2 == 0 ? "a" : "b");
        Table table = Table.of(NumberColumn.of("x", numbers), CategoryColumn.of("y", classes));
        return new PairedRows(Slope.predict("y")
                .recipe(Recipe.plain().with(Setting.CALIBRATION, calibration))
                .plan(table)
                .members()
                .getFirst());
    }

    /// @param ofActual the probability of each row's own class
    private static double[] decoded(PairedRows rows, IntToDoubleFunction ofActual) {
        double[] decoded = new double[2 * rows.table().rows()];
        for (int row = 0; row < decoded.length / 2; row++) {
            int actual = rows.table().column("y").text(row).equals("a") ? 0 : 1;
            decoded[2 * row + actual] = ofActual.applyAsDouble(row);
            decoded[2 * row + 1 - actual] = 1 - ofActual.applyAsDouble(row);
        }
        return decoded;
    }

    private static PairedRows.Gain gain(PairedRows rows) {
        return rows.gain(
                rows.servedLosses(decoded(rows, PairedRowsTest::timid)),
                rows.servedLosses(decoded(rows, PairedRowsTest::sure)));
    }

    /// Entropies: 20 rows are told apart with one error by the timid one, with two by the sure one.
    @Test
    void probabilitiesAreComparedAsTheyAreServed() {
        PairedRows.Gain calibrated = gain(rows(CalibrationChoice.TEMPERATURE));

        assertThat(calibrated.mean()).isLessThan(-0.1);
        assertThat(calibrated.isClear()).isFalse();
    }

    @Test
    void withoutCalibrationTheyAreComparedAsTheNetworksTellThem() {
        PairedRows.Gain asTold = gain(rows(CalibrationChoice.NONE));

        double timid = -0.95 * StrictMath.log(0.6) - 0.05 * StrictMath.log(0.45);
        double sure = -0.9 * StrictMath.log(0.9) - 0.1 * StrictMath.log(0.1);
        assertThat(asTold.mean()).isCloseTo(timid - sure, within(1e-12)).isPositive();
    }
}
