package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One step of each kind against its formula in double, over lengths around the lanes of vectors.
class StepsTest {
    private static final int OFFSET = 3;

    /// Half an ulp of a float 1.
    private static final double ROUNDING = 0x1p-24;

    private final Kernels kernels = Kernels.scalar();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void plainDescent(int length) {
        Numbers parameters = Numbers.draw(OFFSET, length, 1);
        Numbers before = parameters.copy();
        Numbers gradient = Numbers.draw(OFFSET, length, 2);

        kernels.steps().sgd(parameters.values(), gradient.values(), OFFSET, length, 0.1f);

        for (int i = 0; i < length; i++) {
            assertNear(parameters.at(i), before.at(i) - (double) 0.1f * gradient.at(i), 1, before.at(i));
        }
        parameters.assertStaleAround();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void momentum(int length) {
        Numbers parameters = Numbers.draw(OFFSET, length, 1);
        Numbers before = parameters.copy();
        Numbers gradient = Numbers.draw(OFFSET, length, 2);
        Numbers velocity = Numbers.draw(OFFSET, length, 3);
        Numbers velocityBefore = velocity.copy();

        kernels.steps().momentum(parameters.values(), gradient.values(), velocity.values(), OFFSET, length, 0.1f, 0.9f);

        for (int i = 0; i < length; i++) {
            double v = (double) 0.9f * velocityBefore.at(i) + gradient.at(i);
            assertNear(velocity.at(i), v, 1, 0);
            assertNear(parameters.at(i), before.at(i) - (double) 0.1f * v, 2, Math.abs(before.at(i)) + Math.abs(v));
        }
        parameters.assertStaleAround();
        velocity.assertStaleAround();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void nesterov(int length) {
        Numbers parameters = Numbers.draw(OFFSET, length, 1);
        Numbers before = parameters.copy();
        Numbers gradient = Numbers.draw(OFFSET, length, 2);
        Numbers velocity = Numbers.draw(OFFSET, length, 3);
        Numbers velocityBefore = velocity.copy();

        kernels.steps().nesterov(parameters.values(), gradient.values(), velocity.values(), OFFSET, length, 0.1f, 0.9f);

        for (int i = 0; i < length; i++) {
            double v = (double) 0.9f * velocityBefore.at(i) + gradient.at(i);
            double ahead = gradient.at(i) + (double) 0.9f * v;
            double size = Math.abs(before.at(i)) + Math.abs(gradient.at(i)) + Math.abs(v);
            assertNear(velocity.at(i), v, 1, 0);
            assertNear(parameters.at(i), before.at(i) - (double) 0.1f * ahead, 3, size);
        }
        parameters.assertStaleAround();
        velocity.assertStaleAround();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void adam(int length) {
        Numbers parameters = Numbers.draw(OFFSET, length, 1);
        Numbers before = parameters.copy();
        Numbers gradient = Numbers.draw(OFFSET, length, 2);
        Numbers mean = Numbers.draw(OFFSET, length, 3);
        Numbers meanBefore = mean.copy();
        Numbers square = squares(length);
        Numbers squareBefore = square.copy();

        kernels.steps()
                .adam(
                        parameters.values(),
                        gradient.values(),
                        mean.values(),
                        square.values(),
                        OFFSET,
                        length,
                        0.01f,
                        0.1f,
                        0.001f,
                        2,
                        1e-8f,
                        0.0625f);

        for (int i = 0; i < length; i++) {
            double g = gradient.at(i);
            double m = meanBefore.at(i) + (double) 0.1f * (g - meanBefore.at(i));
            double v = squareBefore.at(i) + (double) 0.001f * (g * g - squareBefore.at(i));
            double step = (double) 0.01f * m / (2 * Math.sqrt(v) + (double) 1e-8f);
            double size = Math.abs(g) + Math.abs(meanBefore.at(i));
            assertNear(mean.at(i), m, 2, size);
            assertNear(square.at(i), v, 2, squareBefore.at(i));
            // The mean's rounding goes through the quotient: relative to the numbers it was made
            // of.
            double quotient = 0.01 * size / (2 * Math.sqrt(v));
            assertNear(parameters.at(i), before.at(i) * (1 - 0.0625) - step, 8, Math.abs(before.at(i)) + quotient);
        }
        parameters.assertStaleAround();
        mean.assertStaleAround();
        square.assertStaleAround();
    }

    private static Numbers squares(int length) {
        Numbers square = Numbers.draw(OFFSET, length, 4);
        for (int i = OFFSET; i < OFFSET + length; i++) {
            square.values()[i] *= square.values()[i];
        }
        return square;
    }

    /// Within so many roundings of numbers up to the given size, or the result's own.
    private static void assertNear(float actual, double exact, int roundings, double size) {
        double bound = roundings * ROUNDING * Math.max(Math.abs(size), Math.abs(exact));
        assertThat((double) actual).isCloseTo(exact, within(bound));
    }
}
