package slope.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InitializerTest {
    private static final Architecture NOTEBOOK =
            Architecture.inputs(3).denseWithoutBias(4, Activation.SIGMOID).denseWithoutBias(1, Activation.SIGMOID);

    /// The first three numbers after `np.random.seed(1)`, as the notebook has them.
    private static final double[] NUMPY = {0.417022004702574, 0.7203244934421581, 0.00011437481734488664};

    @Test
    void scaledIsRandomTimesTheRootOfTwoOverInputs() {
        double[] drawn = Initializer.UNIFORM_SCALED.draw(NOTEBOOK, 1);

        assertThat(Arrays.copyOf(drawn, 3))
                .containsExactly(
                        NUMPY[0] * Math.sqrt(2.0 / 3), NUMPY[1] * Math.sqrt(2.0 / 3), NUMPY[2] * Math.sqrt(2.0 / 3));
    }

    @Test
    void centredIsTwiceRandomMinusOne() {
        double[] drawn = Initializer.UNIFORM_CENTRED.draw(NOTEBOOK, 1);

        assertThat(Arrays.copyOf(drawn, 3)).containsExactly(2 * NUMPY[0] - 1, 2 * NUMPY[1] - 1, 2 * NUMPY[2] - 1);
    }

    /// In NumPy: `np.random.seed(1)`, `random((3, 4))`, then `random((4, 1)) * sqrt(2 / 4)`, of
    /// which this is the first.
    @Test
    void oneStreamOfNumbersRunsThroughAllLayersOfTheNotebook() {
        double[] drawn = Initializer.UNIFORM_SCALED.draw(NOTEBOOK, 1);

        assertThat(drawn[12]).isEqualTo(0.20445224973151743 * Math.sqrt(2.0 / 4));
    }

    @ParameterizedTest
    @EnumSource(Initializer.class)
    void biasesStartAtZero(Initializer initializer) {
        Architecture architecture =
                Architecture.inputs(2).dense(3, Activation.RELU).dense(2, Activation.IDENTITY);
        ParameterLayout layout = architecture.parameterLayout();
        double[] drawn = initializer.draw(architecture, 5);

        for (ParameterLayout.Block block : layout.blocks()) {
            double[] values = Arrays.copyOfRange(drawn, block.offset(), block.offset() + block.length());
            boolean zero = block.role() == ParameterLayout.Role.BIAS && initializer != Initializer.FAN_IN;
            assertThat(Arrays.stream(values).allMatch(value -> value == 0)).isEqualTo(zero);
        }
    }

    /// What is not dense starts as its settings say, whatever the constant: 4,000 draws of each kind
    /// have the deviation of the formula within five standard errors.
    @Test
    void otherLayersStartAsTheySay() {
        FeatureEmbeddings features = new FeatureEmbeddings(List.of(
                new PeriodicEmbedding(1000, 16, 4, 0.1),
                new PiecewiseLinearEmbedding(List.of(BinEdges.of(0, 1, 2)), 4),
                new CategoryEmbedding(500, 8)));
        Architecture architecture = new Architecture(features.inputs(), List.of(features, new Scale()))
                .with(new ParametricActivation(Activation.MISH));
        double[] drawn = Initializer.HE.draw(architecture, 4);

        assertDeviation(drawn, architecture, ParameterLayout.Role.FREQUENCIES, 0.1);
        assertDeviation(drawn, architecture, ParameterLayout.Role.PHASES, Math.PI / Math.sqrt(3));
        assertDeviation(drawn, architecture, ParameterLayout.Role.PERIODIC_WEIGHTS, 0.25 / Math.sqrt(3));
        assertDeviation(drawn, architecture, ParameterLayout.Role.PERIODIC_BIAS, 0.25 / Math.sqrt(3));
        assertDeviation(drawn, architecture, ParameterLayout.Role.CATEGORY_EMBEDDING, 1);
        assertThat(Arrays.stream(values(drawn, architecture, ParameterLayout.Role.LINEAR_WEIGHTS)))
                .allMatch(value -> Math.abs(value) < 0.5 && value != 0);
        assertThat(values(drawn, architecture, ParameterLayout.Role.BIN_WEIGHTS))
                .containsOnly(0);
        assertThat(values(drawn, architecture, ParameterLayout.Role.SCALE)).containsOnly(1);
        assertThat(values(drawn, architecture, ParameterLayout.Role.PARAMETRIC_ACTIVATION))
                .containsOnly(1);
    }

    private static void assertDeviation(
            double[] drawn, Architecture architecture, ParameterLayout.Role role, double deviation) {
        double[] values = values(drawn, architecture, role);
        double squares = Arrays.stream(values).map(value -> value * value).sum();
        assertThat(Math.sqrt(squares / values.length))
                .as("deviation of %s", role)
                .isCloseTo(deviation, within(5 * deviation / Math.sqrt(2.0 * values.length)));
    }

    private static double[] values(double[] drawn, Architecture architecture, ParameterLayout.Role role) {
        ParameterLayout.Block block = architecture.parameterLayout().blocks().stream()
                .filter(candidate -> candidate.role() == role)
                .findFirst()
                .orElseThrow();
        return Arrays.copyOfRange(drawn, block.offset(), block.offset() + block.length());
    }

    /// 200 × 300 weights: the measured mean and deviation lie within five standard errors of the
    /// formula's.
    @ParameterizedTest
    @CsvSource({
        "UNIFORM_SCALED, 0.05, 0.02886751", // within [0, 0.1): half of it, and a twelfth of its square
        "UNIFORM_CENTRED, 0, 0.57735027", // within [−1, 1)
        "HE, 0, 0.1", // sqrt(2 / 200)
        "GLOROT, 0, 0.06324555", // sqrt(6 / 500) / sqrt(3)
        "LECUN, 0, 0.07071068", // sqrt(1 / 200)
        "FAN_IN, 0, 0.04082483", // sqrt(1 / 200) / sqrt(3)
    })
    void weightsHaveTheMeanAndDeviationOfTheFormula(Initializer initializer, double mean, double deviation) {
        double[] drawn = initializer.draw(Architecture.inputs(200).denseWithoutBias(300, Activation.RELU), 3);
        double measuredMean = Arrays.stream(drawn).average().orElseThrow();
        double measuredDeviation = Math.sqrt(Arrays.stream(drawn)
                .map(value -> (value - measuredMean) * (value - measuredMean))
                .average()
                .orElseThrow());

        assertThat(measuredMean).isCloseTo(mean, within(5 * deviation / Math.sqrt(drawn.length)));
        assertThat(measuredDeviation).isCloseTo(deviation, within(5 * deviation / Math.sqrt(drawn.length)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Initializer.class,
            names = {"HE", "GLOROT", "LECUN"})
    void aWiderLayerLeavesTheStartOfTheOthersAlone(Initializer initializer) {
        Architecture narrow = Architecture.inputs(2).dense(3, Activation.RELU).dense(3, Activation.RELU);
        Architecture wide = narrow.dense(8, Activation.RELU);
        double[] fromNarrow = initializer.draw(narrow, 9);
        double[] fromWide = initializer.draw(wide, 9);

        assertThat(Arrays.copyOf(fromWide, fromNarrow.length)).isEqualTo(fromNarrow);
    }

    @Test
    void aSeedThatNumPyWouldRefuseIsRefused() {
        assertThatThrownBy(() -> Initializer.UNIFORM_SCALED.draw(NOTEBOOK, -3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the seed must be between 0 and 4294967295, not -3");
    }
}
