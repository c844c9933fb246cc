package slope.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slope.internal.random.SplitRandom;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.CategoryColumn;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.Table;

/// The weights are where the penalized loss is least, found by other means here.
class RidgeTest {
    private static final int ROWS = 120;
    private static final double STRENGTH = 1.5;
    private static final TableEncoder ENCODER = new TableEncoder(List.of(
            new NumberEncoder("x", 0, new Scaler.Unchanged()),
            new NumberEncoder("z", 0, new Scaler.Unchanged()),
            new OrdinalEncoder("town", Level.named("a", "b", "c"))));

    private final Table rows = rows();
    private final LinearInputs inputs = new LinearInputs(ENCODER, rows);

    private static Table rows() {
        SplitRandom random = SplitRandom.of(5);
        double[] x =
                IntStream.range(0, ROWS).mapToDouble(_ -> random.nextGaussian()).toArray();
        double[] z =
                IntStream.range(0, ROWS).mapToDouble(_ -> random.nextGaussian()).toArray();
        String[] towns = IntStream.range(0, ROWS)
                .mapToObj(row -> List.of("a", "b", "c", "rare").get(row % 4))
                .toArray(String[]::new);
        return Table.of(NumberColumn.of("x", x), NumberColumn.of("z", z), CategoryColumn.of("town", towns));
    }

    private static double[] targets(Link link, int outputs) {
        SplitRandom random = SplitRandom.of(6);
        double[] targets = new double[ROWS * outputs];
        for (int row = 0; row < ROWS; row++) {
            int chosen = (int) (random.nextDouble() * outputs);
            for (int output = 0; output < outputs; output++) {
                targets[row * outputs + output] = switch (link) {
                    case IDENTITY -> 3 * random.nextGaussian() + row % 4;
                    case LOG -> row % 5;
                    case LOGISTIC -> random.nextDouble() < 0.3 ? 1 : 0;
                    case SOFTMAX -> output == chosen ? 1 : 0;
                };
            }
        }
        return targets;
    }

    private static double[] weights() {
        return IntStream.range(0, ROWS).mapToDouble(row -> 0.5 + row % 3).toArray();
    }

    private static double[] offsets(Link link) {
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> link == Link.LOG ? 0.1 * (row % 7) : 0)
                .toArray();
    }

    private static Responses responses(Link link, int outputs) {
        return new Responses(link, outputs, targets(link, outputs), weights(), offsets(link));
    }

    /// (Xᵀ·W·X + strength) · weights = Xᵀ·W·y, by Gaussian elimination.
    @Test
    void squaredErrorsAreLeastWhereTheNormalEquationsSay() {
        Responses responses = responses(Link.IDENTITY, 1);
        double[] targets = targets(Link.IDENTITY, 1);
        int count = inputs.coefficients();
        double[][] equations = new double[count][count + 1];
        for (int row = 0; row < ROWS; row++) {
            double[] values = values(row, count);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    equations[i][j] += weights()[row] * values[i] * values[j];
                }
                equations[i][count] += weights()[row] * values[i] * targets[row];
            }
        }
        for (int i = 0; i < count - 1; i++) {
            equations[i][i] += STRENGTH;
        }

        double[] fitted = new Ridge(inputs, responses, STRENGTH).fit(new double[count]);

        double[] expected = solved(equations);
        for (int index = 0; index < count; index++) {
            assertThat(fitted[index]).isCloseTo(expected[index], within(1e-6));
        }
    }

    /// A row of X: two numbers, four levels of which the first is that of rare ones, and 1.
    private double[] values(int row, int count) {
        double[] values = new double[count];
        values[0] = (float) ((NumberColumn) rows.column("x")).value(row);
        values[1] = (float) ((NumberColumn) rows.column("z")).value(row);
        values[2 + (row % 4 + 1) % 4] = 1;
        values[count - 1] = 1;
        return values;
    }

    private static double[] solved(double[][] equations) {
        int count = equations.length;
        for (int column = 0; column < count; column++) {
            for (int row = column + 1; row < count; row++) {
                double factor = equations[row][column] / equations[column][column];
                for (int index = column; index <= count; index++) {
                    equations[row][index] -= factor * equations[column][index];
                }
            }
        }
        double[] solution = new double[count];
        for (int row = count - 1; row >= 0; row--) {
            double rest = equations[row][count];
            for (int column = row + 1; column < count; column++) {
                rest -= equations[row][column] * solution[column];
            }
            solution[row] = rest / equations[row][row];
        }
        return solution;
    }

    /// A small step along any weight makes it no smaller, by an objective that is written down anew.
    @ParameterizedTest
    @EnumSource(Link.class)
    void noStepFromTheResultLowersTheLoss(Link link) {
        int outputs = link == Link.LOG ? 1 : 3;
        Responses responses = responses(link, outputs);
        double[] fitted = new Ridge(inputs, responses, STRENGTH).fit(new double[inputs.coefficients() * outputs]);
        double least = objective(link, responses, fitted);

        for (int index = 0; index < fitted.length; index++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] moved = fitted.clone();
                moved[index] += step;
                assertThat(objective(link, responses, moved)).isGreaterThan(least);
            }
        }
        assertThat(least).isLessThan(objective(link, responses, new double[fitted.length]));
    }

    private double objective(Link link, Responses responses, double[] weights) {
        int outputs = responses.outputs();
        double[] targets = targets(link, outputs);
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            double[] values = values(row, inputs.coefficients());
            double[] predictors = new double[outputs];
            double[] wanted = Arrays.copyOfRange(targets, row * outputs, (row + 1) * outputs);
            for (int output = 0; output < outputs; output++) {
                predictors[output] = offsets(link)[row];
                for (int index = 0; index < values.length; index++) {
                    predictors[output] += values[index] * weights[index * outputs + output];
                }
            }
            sum += weights()[row] * loss(link, predictors, wanted);
        }
        for (int index = 0; index < weights.length - outputs; index++) {
            sum += STRENGTH / 2 * weights[index] * weights[index];
        }
        return sum;
    }

    private static double loss(Link link, double[] predictors, double[] wanted) {
        double all = Arrays.stream(predictors).map(Math::exp).sum();
        double sum = 0;
        for (int output = 0; output < wanted.length; output++) {
            double predictor = predictors[output];
            sum += switch (link) {
                case IDENTITY -> Math.pow(predictor - wanted[output], 2) / 2;
                case LOG -> Math.exp(predictor) - wanted[output] * predictor;
                case LOGISTIC ->
                    wanted[output] == 1 ? Math.log(1 + Math.exp(-predictor)) : Math.log(1 + Math.exp(predictor));
                case SOFTMAX -> -wanted[output] * (predictor - Math.log(all));
            };
        }
        return sum;
    }

    @Test
    void startingFromElsewhereEndsInTheSamePlace() {
        Responses responses = responses(Link.LOGISTIC, 1);
        double[] far = new double[inputs.coefficients()];
        Arrays.setAll(far, index -> index % 2 == 0 ? 2 : -2);

        double[] fromZero = new Ridge(inputs, responses, STRENGTH).fit(new double[far.length]);
        double[] fromFar = new Ridge(inputs, responses, STRENGTH).fit(far);

        for (int index = 0; index < far.length; index++) {
            assertThat(fromFar[index]).isCloseTo(fromZero[index], within(1e-3));
        }
    }

    @Test
    void aColumnThatExplainsEverythingIsFound() {
        double[] targets = new double[ROWS];
        Arrays.setAll(targets, row -> 5 * (float) ((NumberColumn) rows.column("x")).value(row) - 2);
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        Responses exact = new Responses(Link.IDENTITY, 1, targets, ones, new double[ROWS]);

        double[] fitted = new Ridge(inputs, exact, 1e-9).fit(new double[inputs.coefficients()]);

        assertThat(fitted[0]).isCloseTo(5, within(1e-6));
        assertThat(fitted[1]).isCloseTo(0, within(1e-6));
        assertThat(exact.loss(predictors(fitted))).isLessThan(1e-10);
    }

    private double[] predictors(double[] weights) {
        double[] predictors = new double[ROWS];
        inputs.multiply(weights, predictors);
        return predictors;
    }
}
