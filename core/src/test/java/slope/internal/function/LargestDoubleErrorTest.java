package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.golden.GoldenFile;

/// How far the functions in double precision are from the exact ones, in ulps.
///
/// The build looks at a hundred numbers for each. The bounds are the largest errors of a million, rounded
/// up: `-Ddoubles.write=FOLDER` writes what the functions give, `double_functions.py FOLDER` measures it.
class LargestDoubleErrorTest {
    private static final int MANY = 1_200_000;

    /// @param name the function's in the golden file
    /// @param low the smallest number that is drawn, `high` the largest
    /// @param ulps the largest error
    record Case(String name, DoubleUnaryOperator function, double low, double high, double ulps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("density", DoubleNormalDistribution::density, -38.5, 38.5, 2.8),
                new Case("cumulative", DoubleNormalDistribution::cumulative, -38.4, 8.5, 5.2));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noErrorIsAboveTheBound(Case tested) {
        List<List<String>> lines = GoldenFile.lines("double-functions.txt").stream()
                .filter(line -> line.getFirst().equals(tested.name))
                .toList();
        assertThat(lines).hasSize(100);
        for (List<String> line : lines) {
            double z = Double.parseDouble(line.get(1));
            double actual = tested.function.applyAsDouble(z);
            assertThat(ulps(actual, new BigDecimal(line.get(2))))
                    .as("ulps at %s", z)
                    .isLessThanOrEqualTo(tested.ulps);
        }
    }

    private static double ulps(double actual, BigDecimal exact) {
        BigDecimal error = new BigDecimal(actual).subtract(exact).abs();
        return error.divide(new BigDecimal(Math.ulp(exact.doubleValue())), MathContext.DECIMAL32)
                .doubleValue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @EnabledIfSystemProperty(named = "doubles.write", matches = ".+", disabledReason = "nobody asked for the numbers")
    void write(Case tested) throws IOException {
        Path file = Path.of(System.getProperty("doubles.write"), tested.name + ".f64");
        ByteBuffer pair = ByteBuffer.allocate(2 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (double z : numbers(tested)) {
                pair.clear();
                pair.putDouble(z).putDouble(tested.function.applyAsDouble(z));
                out.write(pair.array());
            }
        }
    }

    /// A third each near 0, from all of the range in equal steps, and of every exponent.
    private static double[] numbers(Case tested) {
        SplittableRandom random = new SplittableRandom(1);
        double nearLow = Math.max(tested.low, -3);
        double nearHigh = Math.min(tested.high, 3);
        double[] numbers = new double[MANY];
        Arrays.setAll(numbers, index -> {
            double z;
            do {
                z = switch (index % 3) {
                    case 0 -> random.nextDouble(nearLow, nearHigh);
                    case 1 -> random.nextDouble(tested.low, tested.high);
                    default -> Double.longBitsToDouble(random.nextLong());
                };
            } while (!(z > tested.low && z < tested.high));
            return z;
        });
        return numbers;
    }
}
