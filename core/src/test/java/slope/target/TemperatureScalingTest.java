package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;

class TemperatureScalingTest {
    private static final int ROWS = 4_000;
    private static final Target CLASSES = new Classes("class", List.of("a", "b", "c"));
    private static final Target LABELS =
            new Labels(List.of(new Classes("first", List.of("0", "1")), new Classes("second", List.of("no", "yes"))));

    /// Rows × 3 probabilities and classes that come true with them, each probability then raised to a power and the
    /// row made to sum to 1 again: the power's inverse is the exponent to be found.
    private static final class Drawn {
        final double[] told = new double[3 * ROWS];
        final double[] actual = new double[ROWS];

        Drawn(double power) {
            SplitRandom random = SplitRandom.of(5);
            for (int row = 0; row < ROWS; row++) {
                double[] truth = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
                double sum = Arrays.stream(truth).sum();
                double at = random.nextDouble() * sum;
                actual[row] = at < truth[0] ? 0 : at < truth[0] + truth[1] ? 1 : 2;
                double powers = 0;
                for (int k = 0; k < 3; k++) {
                    told[3 * row + k] = Math.pow(truth[k] / sum, power);
                    powers += told[3 * row + k];
                }
                for (int k = 0; k < 3; k++) {
                    told[3 * row + k] /= powers;
                }
            }
        }
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double logLoss(Target target, double[] decoded, double[] actual) {
        return target.predictions(decoded).scores(actual).score(Metric.LOG_LOSS);
    }

    @Test
    void theExponentUndoesWhatMadeTheModelTooSureOrNotSureEnough() {
        for (double power : new double[] {0.25, 1, 4}) {
            Drawn drawn = new Drawn(power);
            TemperatureScaling fitted = TemperatureScaling.fit(CLASSES, drawn.told, drawn.actual, ones(ROWS), List.of())
                    .orElseThrow();
            assertThat(fitted.exponents().getFirst() * power).isCloseTo(1, within(0.1));
        }
    }

    @Test
    void noOtherExponentHasASmallerLogLoss() {
        Drawn drawn = new Drawn(3);
        double exponent = TemperatureScaling.fit(CLASSES, drawn.told, drawn.actual, ones(ROWS), List.of())
                .orElseThrow()
                .exponents()
                .getFirst();
        double least =
                logLoss(CLASSES, new TemperatureScaling(List.of(exponent), 0).apply(CLASSES, drawn.told), drawn.actual);
        for (double factor : new double[] {0.5, 0.99, 1.01, 2}) {
            TemperatureScaling other = new TemperatureScaling(List.of(exponent * factor), 0);
            assertThat(logLoss(CLASSES, other.apply(CLASSES, drawn.told), drawn.actual))
                    .isGreaterThan(least);
        }
    }

    @Test
    void theClassesKeepTheirOrderAndEachRowSumsToOne() {
        Drawn drawn = new Drawn(0.5);
        TemperatureScaling fitted = TemperatureScaling.fit(CLASSES, drawn.told, drawn.actual, ones(ROWS), List.of())
                .orElseThrow();
        double[] calibrated = fitted.apply(CLASSES, drawn.told);
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += calibrated[3 * row + k];
                assertThat(Double.compare(calibrated[3 * row + k], calibrated[3 * row + (k + 1) % 3]))
                        .isEqualTo(Double.compare(drawn.told[3 * row + k], drawn.told[3 * row + (k + 1) % 3]));
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void whereEveryRowIsRightItsClassCountsALittleLess() {
        double[] told = {0.9, 0.1, 0.8, 0.2};
        Target two = new Classes("class", List.of("a", "b"));

        TemperatureScaling fitted = TemperatureScaling.fit(two, told, new double[] {0, 0}, ones(2), List.of())
                .orElseThrow();

        assertThat(fitted.share()).isEqualTo(1 / 3.0);
        double exponent = fitted.exponents().getFirst();
        double least = smoothedLogLoss(two, told, exponent, 1 / 3.0);
        for (double factor : new double[] {0.5, 0.99, 1.01, 2}) {
            assertThat(smoothedLogLoss(two, told, exponent * factor, 1 / 3.0)).isGreaterThan(least);
        }
    }

    /// Of rows whose first class is right.
    private static double smoothedLogLoss(Target two, double[] told, double exponent, double share) {
        double[] calibrated = new TemperatureScaling(List.of(exponent), 0).apply(two, told);
        double loss = 0;
        for (int at = 0; at < calibrated.length; at += 2) {
            loss -= (1 - share / 2) * Math.log(calibrated[at]) + share / 2 * Math.log(calibrated[at + 1]);
        }
        return loss;
    }

    @Test
    void aZeroIsRaisedToTheSmallestProbability() {
        Target two = new Classes("class", List.of("a", "b"));
        double[] calibrated = new TemperatureScaling(List.of(0.01), 0).apply(two, new double[] {0, 1});
        assertThat(calibrated[0]).isCloseTo(1 / (1 + Math.pow(10, 0.3)), within(1e-12));
    }

    @Test
    void eachLabelHasAnExponentOfItsOwn() {
        SplitRandom random = SplitRandom.of(6);
        double[] told = new double[2 * ROWS];
        double[] actual = new double[2 * ROWS];
        for (int index = 0; index < told.length; index++) {
            double truth = random.nextDouble();
            double power = index % 2 == 0 ? 2 : 0.5;
            actual[index] = random.nextDouble() < truth ? 1 : 0;
            told[index] = Math.pow(truth, power) / (Math.pow(truth, power) + Math.pow(1 - truth, power));
        }
        TemperatureScaling fitted = TemperatureScaling.fit(LABELS, told, actual, ones(ROWS), List.of())
                .orElseThrow();
        assertThat(fitted.exponents().get(0)).isCloseTo(0.5, within(0.05));
        assertThat(fitted.exponents().get(1)).isCloseTo(2, within(0.2));
        assertThat(logLoss(LABELS, fitted.apply(LABELS, told), actual)).isLessThan(logLoss(LABELS, told, actual));
    }

    @Test
    void aRowOfWeightTwoCountsLikeTheSameRowTwice() {
        Drawn drawn = new Drawn(2);
        double[] first = Arrays.copyOf(drawn.told, 300);
        double[] actual = Arrays.copyOf(drawn.actual, 100);
        double[] weights = ones(100);
        weights[7] = 2;
        double[] longer = Arrays.copyOf(first, 303);
        System.arraycopy(first, 21, longer, 300, 3);
        double[] more = Arrays.copyOf(actual, 101);
        more[100] = actual[7];
        assertThat(TemperatureScaling.fit(CLASSES, first, actual, weights, List.of())
                        .orElseThrow()
                        .exponents()
                        .getFirst())
                .isCloseTo(
                        TemperatureScaling.fit(CLASSES, longer, more, ones(101), List.of())
                                .orElseThrow()
                                .exponents()
                                .getFirst(),
                        within(1e-12));
    }

    @Test
    void numbersAndRowsThatDoNotCountAreNotCalibrated() {
        Target number = new Numbers(List.of(new TargetScale("y", 0, 1, 0, 1)));
        assertThat(TemperatureScaling.fit(number, new double[2], new double[2], ones(2), List.of()))
                .isEmpty();
        assertThat(TemperatureScaling.fit(CLASSES, new double[3], new double[1], new double[1], List.of()))
                .isEmpty();
        assertThatThrownBy(() -> new TemperatureScaling(List.of(1.0), 0).requireFor(number))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
