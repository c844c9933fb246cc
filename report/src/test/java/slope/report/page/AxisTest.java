package slope.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
    /// Ticks are all over a logarithmic axis, also where neither 1, 2, 5 nor the powers of ten suit it.
    @ParameterizedTest
    @CsvSource({"0.0016, 0.75", "0.01, 0.75", "0.4, 0.9", "1e-9, 3", "0.2, 1500"})
    void aLogarithmicAxisHasTicksInEachPart(double least, double most) {
        Axis axis = Axis.logarithmic("loss", List.of(least, most));

        List<Double> places = axis.ticks().stream().map(axis::place).toList();

        assertThat(places).hasSizeBetween(3, 10).isSorted();
        assertThat(places.getFirst()).isLessThan(0.4);
        assertThat(places.getLast()).isGreaterThan(0.6);
    }
}
