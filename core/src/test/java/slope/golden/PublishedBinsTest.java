package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Architecture;
import slope.layer.BinEdges;
import slope.layer.FeatureEmbeddings;
import slope.layer.PiecewiseLinearEmbedding;
import slope.layer.Scale;
import slope.preprocess.ScalerParts;

/// TabM's preparation of numbers by its authors' code: the bins of piecewise-linear embeddings, and
/// scikit-learn's quantile transformation to a normal distribution.
class PublishedBinsTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("tabm_bins.json");
    private static final double FLOAT_ROUNDING = 0x1p-24;

    private static Stream<Arguments> encodings() {
        return Stream.of(TestedEngine.values())
                .flatMap(engine -> FILE.get("given_edges").keys().stream().map(name -> Arguments.of(engine, name)));
    }

    private static List<String> columns() {
        return FILE.get("columns").keys();
    }

    @ParameterizedTest
    @MethodSource("columns")
    void binsMeetAtTheSameQuantiles(String column) {
        double[] values = FILE.get("columns").get(column).numbers();
        float[] edges = BinEdges.ofQuantiles(
                        PublishedTabm.floats(values), FILE.get("bins_asked_for").count())
                .toArray();

        Distance.assertWithin(
                2 * FLOAT_ROUNDING, // of the column and of the edge
                FILE.get("edges").get(column),
                IntStream.range(0, edges.length)
                        .mapToDouble(edge -> edges[edge])
                        .toArray());
    }

    /// An embedding without a line, and with a dimension for each bin, is the encoding itself.
    @ParameterizedTest
    @MethodSource("encodings")
    void numbersFillTheSameShareOfEachBin(TestedEngine engine, String name) {
        BinEdges edges = PublishedTabm.edges(FILE.get("given_edges").get(name).numbers());
        int bins = edges.bins();
        Architecture encoding = Architecture.inputs(1)
                .with(new FeatureEmbeddings(List.of(new PiecewiseLinearEmbedding(List.of(edges), bins))))
                .with(new Scale()); // whose factors of 1 change nothing
        double[] parameters = new double[encoding.parameterLayout().length()];
        for (int bin = 0; bin < bins; bin++) {
            parameters[2 * bins + bin * bins + bin] = 1; // behind the slopes and the biases of lines
        }
        Arrays.fill(parameters, parameters.length - bins, parameters.length, 1);
        double[][] values = Arrays.stream(FILE.get("values").numbers())
                .mapToObj(value -> new double[] {value})
                .toArray(double[][]::new);

        Measured measured = engine.measure(encoding, parameters, values, new double[values.length * bins]);

        Distance.assertWithin(engine.bound, FILE.get("encoded").get(name), measured.outputs());
    }

    @ParameterizedTest
    @MethodSource("columns")
    void quantilesAreTheSame(String column) {
        Distance.assertWithin(
                FLOAT_ROUNDING,
                FILE.get("quantile_normal").get(column).get("quantiles"),
                fitted(column).quantiles());
    }

    /// A smallest or largest value that many rows share is the furthest one without noise and the
    /// middle of its shares with it. Slope takes the middle and needs no noise.
    @ParameterizedTest
    @MethodSource("columns")
    void numbersSpreadAsANormalDistributionTheSameWay(String column) {
        PublishedNumbers published = FILE.get("quantile_normal").get(column);
        double[] exact = published.get("normal").numbers();
        double[] withNoise = published.get("normal_fitted_with_noise").numbers();
        double[] actual = fitted(column).normal(published.get("values").numbers());

        for (int index = 0; index < actual.length; index++) {
            boolean isFurthest = Math.abs(exact[index]) > 5.19;
            boolean isMiddle = isFurthest && Math.abs(actual[index] - withNoise[index]) < 0.05;
            assertThat(isMiddle || Math.abs(actual[index] - exact[index]) < (isFurthest ? 1e-3 : 1e-6))
                    .as("value %d: %s, published %s and %s", index, actual[index], exact[index], withNoise[index])
                    .isTrue();
        }
    }

    private static ScalerParts fitted(String column) {
        return ScalerParts.fit(FILE.get("columns").get(column).numbers());
    }
}
