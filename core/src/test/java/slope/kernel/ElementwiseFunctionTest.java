package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.kernel.ElementwiseFunction.DerivativeOf;
import slope.layer.Activation;
import slope.reference.ActivationFormulas;
import slope.reference.Matrix;

class ElementwiseFunctionTest {
    /// Half an ulp of a float 1.
    private static final double ROUNDING = 0x1p-24;

    private final Kernels kernels = Kernels.scalar();

    private static Stream<Case> cases() {
        return Stream.of(
                new Case(ElementwiseFunction.IDENTITY, 0, Activation.IDENTITY, 0),
                new Case(ElementwiseFunction.SIGMOID, 0, Activation.SIGMOID, 2.5),
                new Case(ElementwiseFunction.TANH, 0, Activation.TANH, 1.6),
                new Case(ElementwiseFunction.RELU, 0, Activation.RELU, 0),
                new Case(ElementwiseFunction.LEAKY_RELU, 0.25f, new Activation.LeakyRelu(0.25), 0.5),
                new Case(ElementwiseFunction.LEAKY_RELU, -0.5f, new Activation.LeakyRelu(-0.5), 0.5),
                new Case(ElementwiseFunction.ELU, 0.75f, new Activation.Elu(0.75), 1.5),
                new Case(ElementwiseFunction.ELU, -0.5f, new Activation.Elu(-0.5), 1.5),
                new Case(ElementwiseFunction.SELU, 0, Activation.SELU, 2),
                new Case(ElementwiseFunction.GELU, 0, Activation.GELU, 7.2),
                new Case(ElementwiseFunction.GELU_TANH, 0, Activation.GELU_TANH, 207.5),
                new Case(ElementwiseFunction.SILU, 0, Activation.SILU, 3),
                new Case(ElementwiseFunction.MISH, 0, Activation.MISH, 4));
    }

    /// @param ulps the largest error of the function within (see LargestErrorTest) and half for each
    ///     multiplication or rounded constant
    record Case(ElementwiseFunction function, float parameter, Activation oracle, double ulps) {}

    @Test
    void everyFunctionHasACase() {
        List<ElementwiseFunction> tested = Stream.concat(
                        cases().map(Case::function), Stream.of(ElementwiseFunction.COSINE))
                .toList();
        assertThat(tested).contains(ElementwiseFunction.values());
    }

    /// The cosine is no activation. It errs by at most 1.54 ulps, the sine by 1.55, and a product rounds
    /// once more.
    @Test
    void cosineAndItsSlopeAreTheFormulas() {
        float[] sums = sums();
        float[] outputs = new float[sums.length];
        float[] gradient = new float[sums.length];
        Arrays.fill(gradient, 3);

        kernels.elementwise().apply(ElementwiseFunction.COSINE, 0, sums, outputs, 0, sums.length);
        kernels.elementwise().multiplyByDerivative(ElementwiseFunction.COSINE, 0, sums, gradient, 0, sums.length);

        for (int i = 0; i < sums.length; i++) {
            assertThat((double) outputs[i]).isCloseTo(Math.cos(sums[i]), within(4 * ROUNDING));
            assertThat((double) gradient[i]).isCloseTo(-3 * Math.sin(sums[i]), within(3 * 5 * ROUNDING));
        }
    }

    /// An ulp is at most 2^−23 of a number. What is left is the oracle's: 1 + erf in double, far down
    /// GELU's tail.
    @ParameterizedTest
    @MethodSource("cases")
    void outputsAreTheFormulas(Case tested) {
        float[] sums = sums();
        float[] outputs = new float[sums.length];

        kernels.elementwise().apply(tested.function, tested.parameter, sums, outputs, 0, sums.length);

        double[] exact = outputs(tested.oracle, sums);
        for (int i = 0; i < sums.length; i++) {
            double bound =
                    2 * ROUNDING * tested.ulps * Math.abs(exact[i]) + 2e-15 * Math.abs(sums[i]) + Float.MIN_VALUE;
            assertThat((double) outputs[i])
                    .as("%s of %s", tested.oracle, sums[i])
                    .isCloseTo(exact[i], within(bound));
        }
    }

    /// Slopes are of size 1, and so are the numbers they are differences of, which err by up to 2½ of
    /// the ulps of ½; only z stands outside: in z·(1 − s) the error of 1 − s grows with it.
    @ParameterizedTest
    @MethodSource("cases")
    void slopesAreTheFormulas(Case tested) {
        float[] sums = sums();
        float[] taken = sums.clone();
        if (tested.function.derivativeOf() == DerivativeOf.OUTPUT) {
            kernels.elementwise().apply(tested.function, tested.parameter, sums, taken, 0, sums.length);
        }
        float[] gradient = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            gradient[i] = i % 2 == 0 ? 3 : -0.5f;
        }
        float[] before = gradient.clone();

        kernels.elementwise().multiplyByDerivative(tested.function, tested.parameter, taken, gradient, 0, sums.length);

        double[] exact = slopes(tested.oracle, sums);
        for (int i = 0; i < sums.length; i++) {
            double bound = 4 * ROUNDING * (1 + Math.abs(sums[i])) * Math.abs(before[i]);
            assertThat((double) gradient[i])
                    .as("slope of %s at %s", tested.oracle, sums[i])
                    .isCloseTo(exact[i] * before[i], within(bound));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 15, 16, 17, 100})
    void nothingOutsideTheStretchIsTouched(int length) {
        for (ElementwiseFunction function : ElementwiseFunction.values()) {
            Numbers sums = Numbers.draw(5, length, 1);
            Numbers outputs = Numbers.blank(5, length);
            Numbers gradient = Numbers.draw(5, length, 2);

            kernels.elementwise().apply(function, 0.5f, sums.values(), outputs.values(), 5, length);
            kernels.elementwise().multiplyByDerivative(function, 0.5f, sums.values(), gradient.values(), 5, length);

            outputs.assertStaleAround();
            gradient.assertStaleAround();
        }
    }

    @ParameterizedTest
    @EnumSource
    void inPlaceGivesTheSameBits(ElementwiseFunction function) {
        float[] sums = sums();
        float[] apart = new float[sums.length];
        kernels.elementwise().apply(function, 0.5f, sums, apart, 0, sums.length);

        kernels.elementwise().apply(function, 0.5f, sums, sums, 0, sums.length);

        assertThat(sums).isEqualTo(apart);
    }

    @ParameterizedTest
    @EnumSource
    void notANumberStaysVisible(ElementwiseFunction function) {
        float[] values = {Float.NaN};
        kernels.elementwise().apply(function, 0.5f, values, values, 0, 1);
        assertThat(values[0]).isNaN();
    }

    @Test
    void infinitiesGoToTheLimits() {
        float[] infinities = {Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
        assertThat(applied(ElementwiseFunction.SIGMOID, infinities)).containsExactly(0, 1);
        assertThat(applied(ElementwiseFunction.TANH, infinities)).containsExactly(-1, 1);
        assertThat(applied(ElementwiseFunction.RELU, infinities)).containsExactly(0, Float.POSITIVE_INFINITY);
        assertThat(applied(ElementwiseFunction.ELU, infinities)).containsExactly(-0.5f, Float.POSITIVE_INFINITY);
    }

    private float[] applied(ElementwiseFunction function, float[] sums) {
        float[] outputs = new float[sums.length];
        kernels.elementwise().apply(function, 0.5f, sums, outputs, 0, sums.length);
        return outputs;
    }

    /// From −100 to 100, close together around 0, and some tiny ones.
    private static float[] sums() {
        List<Float> sums = new ArrayList<>(List.of(0f, -0f, 1e-30f, -1e-30f, Float.MIN_VALUE, -Float.MIN_VALUE));
        for (int step = -1000; step <= 1000; step++) {
            sums.add(step * Math.abs(step) / 10_000f);
        }
        float[] values = new float[sums.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = sums.get(i);
        }
        return values;
    }

    private static double[] outputs(Activation activation, float[] sums) {
        return ActivationFormulas.outputs(activation, row(sums)).toArray();
    }

    private static double[] slopes(Activation activation, float[] sums) {
        Matrix row = row(sums);
        return ActivationFormulas.derivative(activation, row, ActivationFormulas.outputs(activation, row))
                .orElseThrow()
                .toArray();
    }

    private static Matrix row(float[] sums) {
        double[] doubles = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            doubles[i] = sums[i];
        }
        return Matrix.of(1, sums.length, doubles);
    }
}
