package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.model.Model;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.target.Numbers;
import slope.target.TargetScale;

/// What enters a network is the same float in ONNX Runtime: seen through a network of one weight, which is 1. Only
/// logarithms and sines may be a last digit apart, which others compute.
class ServedEncodingTest {
    private static final int ROWS = 2_000;

    /// Numbers of the sizes that no float holds, and ordinary ones.
    static Stream<Arguments> scalings() {
        List<double[]> samples = Stream.of(1.0, 20_240_101.0, 1.7e12, 5_123_456.78, 1e39, 1e-50, 1e300)
                .map(centre -> IntStream.range(0, 300)
                        .mapToDouble(row -> centre * (1 + 1e-6 * (row % 90)))
                        .toArray())
                .toList();
        List<Function<double[], Scaler>> fits =
                List.of(Scaler.Standard::fit, Scaler.Robust::fit, Scaler.Normal::fit, values -> new Scaler.Unchanged());
        return samples.stream().flatMap(values -> fits.stream().map(fit -> Arguments.of(fit.apply(values), values)));
    }

    @ParameterizedTest
    @MethodSource("scalings")
    void ofNumbers(Scaler scaling, double[] values) throws Exception {
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                null,
                0.0,
                -0.0,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE));
        for (int row = 0; row < ROWS; row++) {
            SplitRandom random = SplitRandom.of(34, row);
            double value = values[random.nextInt(values.length)];
            cells.add(random.nextBoolean() ? value : value * (1 + 1e-4 * random.nextGaussian()));
        }
        assertSame(new NumberEncoder("x", values[7], scaling), cells, scaling instanceof Scaler.Normal ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("slope.preprocess.DateEncoder$Part#values")
    void ofDates(DateEncoder.Part part) throws Exception {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(null);
        for (int row = 0; row < ROWS; row++) {
            SplitRandom random = SplitRandom.of(35, row);
            long minute = random.nextLong(-150_000_000L, 150_000_000L);
            cells.add(Instant.ofEpochSecond(60 * minute + (row % 2 == 0 ? 0 : random.nextInt(60))));
        }
        boolean isHour = part == DateEncoder.Part.HOUR_SINE || part == DateEncoder.Part.HOUR_COSINE;
        assertSame(new DateEncoder("x", part, 0.25, new Scaler.Standard(0.125, 0.5)), cells, isHour ? 1 : 0);
    }

    /// @param apart how many floats may lie between
    private static void assertSame(ColumnEncoder encoder, List<@Nullable Object> cells, int apart) throws Exception {
        Architecture architecture = Architecture.inputs(1).dense(1, Activation.IDENTITY);
        Model model = new Model(
                new TableEncoder(List.of(encoder)),
                new Numbers(List.of(new TargetScale("y", 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))),
                Network.of(architecture, Parameters.of(architecture.parameterLayout(), new float[] {1, 0})));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        cells.forEach(cell -> rows.add(cell == null ? Collections.singletonMap("x", null) : Map.of("x", cell)));
        try (RuntimeSession session = new RuntimeSession(new ModelFile(model, Provenance.unknown()).toByteArray())) {
            double[][] served = (double[][]) session.run(rows).get("value");
            for (int row = 0; row < served.length; row++) {
                float expected = (float) model.predict(rows.get(row)).value();
                assertThat(Math.abs((float) served[row][0] - expected))
                        .as("%s as %s, not %s", cells.get(row), served[row][0], expected)
                        .isLessThanOrEqualTo(apart * Math.ulp(expected));
            }
        }
    }
}
