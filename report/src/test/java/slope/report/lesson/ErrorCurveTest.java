package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCurveTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 50, 1_000, 100_000, 1_000_000_000})
    void itFitsATerminalOfAnyLength(int iterations) {
        TreeMap<Integer, Double> errors = new TreeMap<>();
        for (int done : ErrorCurve.measured(iterations)) {
            errors.put(done, 0.5 / (done + 1));
        }
        errors.put(iterations, 1e-9);

        List<String> lines = new ErrorCurve(errors).lines();

        assertThat(lines).hasSizeLessThanOrEqualTo(16).allMatch(line -> line.length() <= 76);
        assertThat(lines.getLast()).endsWith("iteration");
        assertThat(new ErrorCurve(errors).figure()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void theAreaFallsAsTheErrorDoes() {
        TreeMap<Integer, Double> errors = new TreeMap<>();
        errors.put(0, 1.0);
        errors.put(9, 0.1);
        errors.put(99, 0.01);

        List<String> lines = new ErrorCurve(errors).lines();

        assertThat(lines.get(1).strip()).matches("1    │█[▇▆▅▄▃▂▁]{3,9}");
        assertThat(lines.get(7).strip()).matches("0.1  │█{29,31}[▇▆▅▄▃▂▁]{3,9}");
        assertThat(lines.get(13)).startsWith("0.01 └─");
        assertThat(lines.get(14)).matches(" {6}1 +10 +100");
    }

    @Test
    void anErrorThatNeverMovesOrIsZeroCanBeDrawn() {
        TreeMap<Integer, Double> same = new TreeMap<>();
        same.put(0, 0.5);
        same.put(10, 0.5);
        TreeMap<Integer, Double> zero = new TreeMap<>();
        zero.put(0, 0.0);
        zero.put(10, 0.0);

        assertThat(new ErrorCurve(same).lines()).contains("0.1 └" + "─".repeat(60));
        assertThat(new ErrorCurve(zero).lines().toString()).contains("▁");
        assertThat(new ErrorCurve(zero).figure()).doesNotContain("NaN");
    }
}
