package slope.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Functions with a minimum, the first one of Moré and Thuente 1994, section 5; each from steps far
/// too short and far too long.
class LineSearchTest {
    private static final List<Double> FIRST_STEPS = List.of(1e-3, 1e-1, 1e1, 1e3);

    record Line(DoubleUnaryOperator value, DoubleUnaryOperator slope) {}

    private static final List<Line> LINES = List.of(
            new Line(a -> -a / (a * a + 2), a -> (a * a - 2) / ((a * a + 2) * (a * a + 2))), // (5.1), β = 2
            new Line(a -> a * a * a * a - 4 * a, a -> 4 * a * a * a - 4),
            new Line(a -> (a - 3) * (a - 3), a -> 2 * (a - 3)),
            new Line(a -> StrictMath.cosh(a - 2), a -> StrictMath.sinh(a - 2))); // infinite at 1e3

    @Test
    void whatItFindsMeetsTheConditions() {
        for (Line line : LINES) {
            for (double first : FIRST_STEPS) {
                double start = line.value.applyAsDouble(0);
                double slope = line.slope.applyAsDouble(0);
                LineSearch search = new LineSearch(start, slope, first);
                while (search.goesOn()) {
                    search.tried(line.value.applyAsDouble(search.step()), line.slope.applyAsDouble(search.step()));
                }

                String what = "line %s from %s: step %s after %s"
                        .formatted(LINES.indexOf(line), first, search.step(), search.trials());
                assertThat(search.hasFound()).as(what).isTrue();
                assertThat(line.value.applyAsDouble(search.step()))
                        .as(what)
                        .isLessThanOrEqualTo(start + LineSearch.DECREASE * search.step() * slope);
                assertThat(Math.abs(line.slope.applyAsDouble(search.step())))
                        .as(what)
                        .isLessThanOrEqualTo(LineSearch.CURVATURE * Math.abs(slope));
            }
        }
    }

    @Test
    void aLineThatRisesEverywhereHasNoStep() {
        LineSearch search = new LineSearch(0, -1, 1);
        while (search.goesOn()) {
            search.tried(search.step(), 1);
        }

        assertThat(search.hasFound()).isFalse();
        assertThat(search.trials()).isLessThanOrEqualTo(20);
    }

    @Test
    void aSearchUpwardsIsRefused() {
        assertThatThrownBy(() -> new LineSearch(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a line search goes down by a positive step, not by 1.0 at a slope of 1.0");
    }
}
