package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.target.ClassSets;
import slope.target.Intervals;

class SetEvaluationTest {
    /// SciPy 1.17.1: scipy.stats.binomtest(45, 50).proportion_ci(method="wilson"), and (0, 10), (10, 10); its z has
    /// more digits.
    @Test
    void theIntervalOfAShareIsWilsons() {
        ReachedCoverage most = new ReachedCoverage("all", 50, 45);
        assertThat(most.share()).isEqualTo(0.9);
        assertThat(most.lower()).isCloseTo(0.786398, within(1e-5));
        assertThat(most.upper()).isCloseTo(0.956524, within(1e-5));
        assertThat(new ReachedCoverage("all", 10, 0).lower()).isZero();
        assertThat(new ReachedCoverage("all", 10, 0).upper()).isCloseTo(0.277533, within(1e-5));
        assertThat(new ReachedCoverage("all", 10, 10).lower()).isCloseTo(0.722467, within(1e-5));
        assertThat(new ReachedCoverage("all", 10, 10).upper()).isEqualTo(1);
    }

    /// √(0.9 · 0.1 · 300 / (200 · 101)) = 0.03656.
    @Test
    void chanceExplainsLessTheMoreRowsThereAre() {
        ReachedCoverage reached = new ReachedCoverage("all", 200, 180);
        assertThat(reached.leastByChance(0.9, 99)).isCloseTo(0.9 - 1.96 * 0.036563, within(1e-5));
        assertThat(new ReachedCoverage("all", 1_000_000, 1).leastByChance(0.9, 1_000_000))
                .isBetween(0.898, 0.9);
        assertThat(new ReachedCoverage("all", 1, 1).leastByChance(0.1, 1)).isZero();
    }

    @Test
    void moreRowsThanThereAreAreNotCovered() {
        assertThatThrownBy(() -> new ReachedCoverage("all", 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReachedCoverage("all", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void widthsAreThoseOfIntervalsWithEnds() {
        double far = Double.POSITIVE_INFINITY;
        Intervals intervals = new Intervals(List.of("y"), new double[] {0, 1, -far, 2}, new double[] {1, 4, far, 7});
        SetSizes sizes = SetSizes.of(intervals, 0, 4);
        assertThat(sizes).isEqualTo(new SetSizes(3, 4, 1, 0, 0));
    }

    @Test
    void setsAreCountedByTheirClasses() {
        ClassSets sets = new ClassSets(List.of("y"), List.of(List.of("a", "b", "c")), new boolean[] {
            true, false, false, false, false, false, true, true, true, false, true, true
        });
        assertThat(SetSizes.of(sets, 0, 4)).isEqualTo(new SetSizes(1.5, 1.5, 0, 1, 1));
        assertThat(sets.at(3, 0)).containsExactly("b", "c");
        assertThat(sets.covers(3, 0, 1)).isTrue();
        assertThat(sets.covers(3, 0, 0)).isFalse();
    }
}
