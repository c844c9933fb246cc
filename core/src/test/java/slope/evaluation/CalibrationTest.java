package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.golden.GoldenFile;
import slope.internal.random.SplitRandom;

class CalibrationTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void binsAreThoseOfScikitLearn() {
        List<List<String>> lines = set("different");
        Calibration calibration = calibration(lines);
        List<List<String>> bins =
                lines.stream().filter(line -> line.getFirst().equals("bin")).toList();

        assertThat(calibration.bins()).hasSameSizeAs(bins).hasSize(15);
        for (int index = 0; index < bins.size(); index++) {
            Calibration.Bin bin = calibration.bins().get(index);
            assertThat(bin.rows()).isEqualTo(10);
            assertThat(bin.predicted())
                    .isCloseTo(Double.parseDouble(bins.get(index).get(1)), within(ROUNDING));
            assertThat(bin.observed())
                    .isCloseTo(Double.parseDouble(bins.get(index).get(2)), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"different", "few"})
    void partsOfTheBrierScoreAddUpAndAreThoseOfIsotonicRegression(String name) {
        List<List<String>> lines = set(name);
        List<String> expected = lines.getLast();
        BrierParts brier = calibration(lines).brier();

        assertThat(brier.score()).isCloseTo(Double.parseDouble(expected.get(1)), within(ROUNDING));
        assertThat(brier.score() - brier.miscalibration())
                .isCloseTo(Double.parseDouble(expected.get(2)), within(ROUNDING));
        assertThat(brier.miscalibration() - brier.discrimination() + brier.uncertainty())
                .isCloseTo(brier.score(), within(1e-15));
        assertThat(brier.miscalibration()).isPositive();
        assertThat(brier.discrimination()).isPositive();
    }

    private static List<List<String>> set(String name) {
        List<List<String>> all = GoldenFile.lines("calibration.txt");
        List<List<String>> lines = new ArrayList<>();
        boolean isIn = false;
        for (List<String> line : all) {
            isIn = line.getFirst().equals("set") ? line.get(1).equals(name) : isIn;
            if (isIn) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Calibration calibration(List<List<String>> lines) {
        List<List<String>> rows =
                lines.stream().filter(line -> line.getFirst().equals("row")).toList();
        boolean[] observed = new boolean[rows.size()];
        IntStream.range(0, observed.length)
                .forEach(row -> observed[row] = rows.get(row).get(2).equals("1"));
        return Calibration.of(
                rows.stream().mapToDouble(row -> Double.parseDouble(row.get(1))).toArray(), observed);
    }

    /// Equal probabilities are in one bin, however many they are.
    @Test
    void equalProbabilitiesStayTogether() {
        double[] probabilities = {0.2, 0.2, 0.2, 0.2, 0.7, 0.7, 0.9};
        boolean[] observed = {true, false, false, false, true, false, true};
        Calibration calibration = Calibration.of(probabilities, observed);

        assertThat(calibration.bins()).extracting(Calibration.Bin::rows).containsExactly(4, 2, 1);
        assertThat(calibration.bins()).extracting(Calibration.Bin::observed).containsExactly(0.25, 0.5, 1.0);
        // (4·0.05 + 2·0.2 + 0.1) / 7, by hand
        assertThat(calibration.error()).isCloseTo(0.1, within(ROUNDING));
    }

    @Test
    void rightProbabilitiesHaveAboutTheErrorOfTheirSize() {
        SplitRandom random = SplitRandom.of(4);
        double[] probabilities = new double[3000];
        boolean[] observed = new boolean[3000];
        boolean[] opposite = new boolean[3000];
        for (int row = 0; row < 3000; row++) {
            probabilities[row] = random.nextDouble();
            observed[row] = random.nextDouble() < probabilities[row];
            opposite[row] = !observed[row];
        }
        Calibration right = Calibration.of(probabilities, observed);
        assertThat(right.error()).isBetween(0.5 * right.calibratedError(), 1.7 * right.calibratedError());
        assertThat(Calibration.of(probabilities, opposite).error()).isGreaterThan(10 * right.calibratedError());
        double[] few = Arrays.copyOf(probabilities, 100);
        assertThat(Calibration.of(few, Arrays.copyOf(observed, 100)).calibratedError())
                .isGreaterThan(4 * right.calibratedError());
    }

    /// A model that is not finite has no probability for some rows.
    @Test
    void rowsWithoutAProbabilityAreLeftOut() {
        Calibration calibration =
                Calibration.of(new double[] {Double.NaN, 0.5, 0.5}, new boolean[] {true, true, false});
        assertThat(calibration.bins()).extracting(Calibration.Bin::rows).containsExactly(2);
        assertThat(calibration.error()).isZero();
        assertThat(Calibration.of(new double[] {Double.NaN}, new boolean[] {true})
                        .bins())
                .isEmpty();
    }
}
