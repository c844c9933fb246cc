package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.layer.Architecture;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;
import slope.loss.Loss;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.recipe.RecipeParts;
import slope.table.Level;
import slope.target.Classes;
import slope.training.Examples;

/// What holds of RealMLP's data-driven start, beside one that the authors' code drew: of each
/// unit's sums over the rows, and of what embeddings start from.
class PublishedStartTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("realmlp_start.json");
    private static final int ROWS = 2000;
    private static final int NUMBERS = 5;
    private static final int INPUTS = NUMBERS + 1;

    private final double[][] inputs = inputs();
    private final Architecture architecture;
    private final double[] parameters;

    PublishedStartTest() {
        List<ColumnEncoder> columns = new ArrayList<>();
        for (int number = 0; number < NUMBERS; number++) {
            columns.add(new NumberEncoder("n" + number, 0, new Scaler.Unchanged()));
        }
        columns.add(new OrdinalEncoder(
                "twelve",
                Level.named(IntStream.rangeClosed(1, 12)
                        .mapToObj("t%02d"::formatted)
                        .toArray(String[]::new))));
        RecipeParts recipe = RecipeParts.tuned(new Classes("y", List.of("a", "b", "c")), ROWS, List.of(256, 256, 256));
        this.architecture = recipe.tunedArchitecture(new TableEncoder(columns));
        float[] flat = new float[ROWS * INPUTS];
        for (int index = 0; index < flat.length; index++) {
            flat[index] = (float) inputs[index / INPUTS][index % INPUTS];
        }
        Network start = recipe.tunedStart(architecture, Examples.of(flat, INPUTS, new float[ROWS], 1), 1);
        float[] drawn = start.parameters().toArray();
        this.parameters = IntStream.range(0, drawn.length)
                .mapToDouble(index -> drawn[index])
                .toArray();
    }

    private static double[][] inputs() {
        SplitRandom random = SplitRandom.of(2);
        double[][] inputs = new double[ROWS][INPUTS];
        for (double[] row : inputs) {
            for (int number = 0; number < NUMBERS; number++) {
                row[number] = (float) random.nextGaussian();
            }
            row[NUMBERS] = 1 + (int) (12 * random.nextDouble());
        }
        return inputs;
    }

    @Test
    void sumsOfEachUnitHaveDeviationOneAndABiasWithinTheirRange() {
        List<PublishedNumbers> published = FILE.get("layers").items();
        List<Block> weights = blocks(Role.WEIGHTS);
        assertThat(weights).hasSameSizeAs(published);
        for (int index = 0; index < published.size(); index++) {
            Block layer = weights.get(index);
            PublishedNumbers theirs = published.get(index);
            int units = layer.columns();
            double[] all = sums(layer.layer());
            double[] distances = new double[units];
            int within = 0;
            for (int unit = 0; unit < units; unit++) {
                int column = unit;
                double[] sums = IntStream.range(0, ROWS)
                        .mapToDouble(row -> all[row * units + column])
                        .toArray();
                DoubleSummaryStatistics of = Arrays.stream(sums).summaryStatistics();
                assertThat(deviation(sums)).isCloseTo(1, within(1e-4));
                distances[unit] = -of.getAverage(); // −bias less the mean of the sums without it
                within += 0 >= of.getMin() && 0 <= of.getMax() ? 1 : 0;
            }
            assertThat(within)
                    .isEqualTo(theirs.get("units_with_minus_bias_within_the_range_of_their_sums")
                            .count());
            assertMixture(distances);
        }
    }

    /// Mixtures of few rows, less the mean of all: 0 ± √⅓, within four deviations of their mean and
    /// of their deviation.
    private static void assertMixture(double[] distances) {
        double expected = FILE.get("expected_deviation_of_mixture").number();
        double error = 4 * expected / Math.sqrt(distances.length);
        assertThat(Arrays.stream(distances).average().orElseThrow()).isCloseTo(0, within(error));
        assertThat(deviation(distances)).isCloseTo(expected, within(error));
    }

    @Test
    void embeddingsStartAsWideAsTheAuthors() {
        PublishedNumbers features = FILE.get("features");
        assertLike(features.get("plr.weight_1"), Role.FREQUENCIES);
        assertLike(features.get("plr.bias_1"), Role.PHASES);
        assertLike(features.get("plr.weight_2"), Role.PERIODIC_WEIGHTS);
        assertLike(features.get("plr.bias_2"), Role.PERIODIC_BIAS);
        assertLike(features.get("tfms.emb"), Role.CATEGORY_EMBEDDING);
    }

    /// Two draws of few numbers differ by some tenths of their deviation; a misread width is
    /// another factor.
    private void assertLike(PublishedNumbers theirs, Role role) {
        Block block = blocks(role).getFirst();
        double[] drawn = Arrays.copyOfRange(parameters, block.offset(), block.offset() + block.length());
        double width = theirs.get("deviation").number();
        double error = 4 * width / Math.sqrt(drawn.length);
        assertThat(deviation(drawn)).as("deviation of %s", role).isCloseTo(width, within(error));
        assertThat(Arrays.stream(drawn).average().orElseThrow())
                .as("mean of %s", role)
                .isCloseTo(theirs.get("mean").number(), within(1.5 * error));
        if (role != Role.FREQUENCIES && role != Role.CATEGORY_EMBEDDING) { // which are normal; these are uniform
            double bound = Math.sqrt(3) * 1.15 * width;
            assertThat(Arrays.stream(drawn).map(Math::abs).max().orElseThrow()).isLessThan(bound);
        }
    }

    /// Rows × units: the sums with the bias, which are the outputs of a network that ends with the
    /// layer.
    private double[] sums(int layer) {
        Architecture front = Architecture.inputs(INPUTS);
        for (int index = 0; index <= layer; index++) {
            front = front.with(architecture.layers().get(index));
        }
        double[] own = Arrays.copyOf(parameters, front.parameterLayout().length());
        Batch rows = new Batch(inputs, new double[ROWS][front.outputs()]);
        return TestedEngine.FLOAT
                .measure(front, own, Loss.halfSquaredError(), rows)
                .outputs();
    }

    private List<Block> blocks(Role role) {
        return architecture.parameterLayout().blocks().stream()
                .filter(block -> block.role() == role)
                .toList();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
