package slope.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.DataException;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassSets;
import slope.target.Classes;
import slope.target.Numbers;
import slope.target.TargetScale;

class AdaptiveSetTest {
    private static final int SEEDS = 200;
    private static final Classes CLASSES = new Classes("y", List.of("a", "b", "c", "d"));
    private static final CoverageChoice ADAPTIVE = CoverageChoice.of(0.9).sets(ClassSetKind.ADAPTIVE);

    /// 0.5 + 0.3 + u · 0.2 for the last, worked out by hand.
    @Test
    void aScoreAddsUpTheLikelierClasses() {
        double[] decoded = {9, 0.2, 0.5, 0.3, 9};
        assertThat(AdaptiveSet.scores(decoded, 1, 3, 0.25)).containsExactly(0.8 + 0.25 * 0.2, 0.125, 0.5 + 0.25 * 0.3);
    }

    @Test
    void ofEquallyLikelyClassesTheFirstCountsAsLikelier() {
        assertThat(AdaptiveSet.scores(new double[] {0.25, 0.5, 0.25}, 0, 3, 0)).containsExactly(0.5, 0, 0.75);
    }

    /// Rows whose class is easy to tell where x is small and hard where it is large; the probabilities are
    /// right.
    private static ConformalRows rows(int count, SplitRandom random) {
        double[] x = new double[count];
        double[] decoded = new double[4 * count];
        String[] words = new String[count];
        for (int row = 0; row < count; row++) {
            x[row] = random.nextDouble();
            double[] told = {1 - 0.75 * x[row], 0.25 * x[row], 0.3 * x[row], 0.2 * x[row]};
            System.arraycopy(told, 0, decoded, 4 * row, 4);
            double left = random.nextDouble();
            int index = 0;
            while (index < 3 && left >= told[index]) {
                left -= told[index++];
            }
            words[row] = CLASSES.classes().get(index);
        }
        return new ConformalRows(CLASSES, decoded, Table.of(NumberColumn.of("x", x), CategoryColumn.of("y", words)));
    }

    private static SplitConformal fitted(int count, SplitRandom random) {
        ConformalRows rows = rows(count, random);
        AdaptiveSet score = new AdaptiveSet(RowHash.of(List.of("x"), rows.table(), 7));
        return SplitConformal.fit(ADAPTIVE, DrawnRows.AT_RANDOM, List.of(score), rows);
    }

    private static ClassSets sets(SplitConformal conformal, ConformalRows rows) {
        return (ClassSets) conformal
                .predictions(CLASSES, rows.decoded(), rows.table())
                .sets()
                .orElseThrow();
    }

    private static boolean[] covered(SplitConformal conformal, ConformalRows rows) {
        ClassSets sets = sets(conformal, rows);
        double[] actual = CLASSES.actual(rows.table());
        boolean[] covered = new boolean[actual.length];
        for (int row = 0; row < covered.length; row++) {
            covered[row] = sets.covers(row, 0, actual[row]);
        }
        return covered;
    }

    @Test
    void inTwoHundredDrawsAsManyRowsAreCoveredAsTheBetaBinomialDistributionSays() {
        BetaBinomial expected = new BetaBinomial(100, 90, 10);
        int all = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplitRandom random = SplitRandom.of(seed, 29);
            boolean[] covered = covered(fitted(99, random), rows(100, random));
            all += (int) IntStream.range(0, 100).filter(row -> covered[row]).count();
        }
        assertThat(Math.abs(all - SEEDS * expected.mean())).isLessThan(3.3 * Math.sqrt(SEEDS * expected.variance()));
    }

    /// Where probabilities are right, easy rows and hard ones are covered alike; the smallest sets cover easy
    /// rows always and hard ones too seldom.
    @Test
    void easyAndHardRowsAreCoveredAlike() {
        SplitRandom random = SplitRandom.of(4, 30);
        ConformalRows rows = rows(20_000, random);
        boolean[] adaptive = covered(fitted(20_000, random), rows);
        boolean[] smallest = covered(
                SplitConformal.fit(
                        CoverageChoice.of(0.9),
                        DrawnRows.AT_RANDOM,
                        List.of(new LeastAmbiguousSet()),
                        rows(20_000, random)),
                rows);
        assertThat(share(adaptive, rows, 0, 0.2)).isCloseTo(0.9, within(0.02));
        assertThat(share(adaptive, rows, 0.8, 1)).isCloseTo(0.9, within(0.02));
        assertThat(share(smallest, rows, 0, 0.2)).isLessThan(share(smallest, rows, 0.4, 0.6) + 0.2);
        double unlike = Math.abs(share(smallest, rows, 0, 0.2) - share(smallest, rows, 0.8, 1));
        assertThat(unlike).isGreaterThan(0.05);
    }

    private static double share(boolean[] covered, ConformalRows rows, double from, double to) {
        NumberColumn x = (NumberColumn) rows.table().column("x");
        int[] some = IntStream.range(0, covered.length)
                .filter(row -> x.value(row) >= from && x.value(row) < to)
                .toArray();
        return Arrays.stream(some).filter(row -> covered[row]).count() / (double) some.length;
    }

    @Test
    void aSetHoldsTheLikeliestClassesOfTheRow() {
        SplitRandom random = SplitRandom.of(5, 31);
        ConformalRows rows = rows(500, random);
        ClassSets sets = sets(fitted(300, random), rows);
        for (int row = 0; row < 500; row++) {
            double least = 2;
            double most = -1;
            for (int index = 0; index < 4; index++) {
                double probability = rows.decoded()[4 * row + index];
                least = sets.holds(row, 0, index) ? Math.min(least, probability) : least;
                most = sets.holds(row, 0, index) ? most : Math.max(most, probability);
            }
            assertThat(least).isGreaterThanOrEqualTo(most);
        }
    }

    @Test
    void aRowHasTheSameNumberInAnyCompany() {
        Table rows = Table.of(
                NumberColumn.of("x", 1, Double.NaN, 3e12, -2.5),
                BooleanColumn.of("t", true, false, null, true),
                CategoryColumn.of("w", "a", "b", "a", "c"));
        RowHash hash = RowHash.of(List.of("x", "t", "w"), rows, 3);
        double[] together = hash.of(rows);
        for (int row = 0; row < 4; row++) {
            assertThat(hash.of(rows.select(new int[] {row}))).containsExactly(together[row]);
        }
        assertThat(hash.parts()).extracting(RowHash.Part::column).containsExactly("x", "t");
    }

    /// Numbers of any size look drawn at random: of 10,000 a tenth has each first digit, within 4 standard
    /// deviations.
    @Test
    void numbersLookDrawnAtRandom() {
        for (double size : new double[] {1e-9, 1, 40, 1e12}) {
            double[] x = SplitRandom.of(9)
                    .doubles(10_000)
                    .map(each -> size * (1 + each))
                    .toArray();
            Table rows = Table.of(NumberColumn.of("x", x));
            int[] counts = new int[10];
            for (double each : RowHash.of(List.of("x"), rows, 1).of(rows)) {
                assertThat(each).isBetween(0.0, Math.nextDown(1.0));
                counts[(int) (10 * each)]++;
            }
            for (int count : counts) {
                assertThat(count).as("of size %s", size).isBetween(880, 1_120);
            }
        }
    }

    /// Where there are only words, their levels have numbers, whatever the spelling.
    @Test
    void wordsCountWhereThereIsNothingElse() {
        Table rows = Table.of(CategoryColumn.of("w", "1", "2", "1.0", "unheard of"));
        Table fitted = Table.of(CategoryColumn.of("w", "1", "2", "1.0"));
        RowHash hash = RowHash.of(List.of("w"), fitted, 3);
        double[] drawn = hash.of(rows);
        assertThat(hash.parts().getFirst().levels()).extracting(Level::name).containsExactly("1", "2");
        assertThat(drawn[0]).isEqualTo(drawn[2]).isNotEqualTo(drawn[1]);
        assertThat(drawn[3]).isZero();
        assertThat(new RowHash(List.of()).of(rows)).containsOnly(0.5);
    }

    @Test
    void numbersHaveNoSetsOfClasses() {
        Numbers numbers =
                new Numbers(List.of(new TargetScale("y", 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
        assertThatThrownBy(() -> ConformalScore.requireFor(numbers, ADAPTIVE))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("adaptive sets are of one column of classes, and");
    }
}
