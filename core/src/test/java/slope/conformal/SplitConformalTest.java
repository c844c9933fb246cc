package slope.conformal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.internal.random.SplitRandom;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Intervals;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.PredictionSets;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;

class SplitConformalTest {
    private static final int SEEDS = 200;
    private static final int CONFORMAL = 99;
    private static final int FURTHER = 100;
    private static final CoverageChoice NINE_OF_TEN = CoverageChoice.of(0.9);

    private static final TargetScale SCALE =
            new TargetScale("y", 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Target NUMBER = new Numbers(List.of(SCALE));
    private static final Target QUANTILES = new Quantiles(SCALE, List.of(0.2, 0.5, 0.8));
    private static final Target AMOUNTS = new Amounts("y", 1.5, 1, Optional.empty());
    private static final Target CLASSES = new Classes("y", List.of("a", "b", "c"));
    private static final Target LABELS = new Labels(List.of(new Classes("y", List.of("no", "yes"))));

    static Stream<Target> targets() {
        return Stream.of(NUMBER, QUANTILES, AMOUNTS, CLASSES, LABELS);
    }

    /// Rows that a poor model predicts: it knows the middle, and wrongly how far off it is.
    ///
    /// @param noise how far the actual values are from it
    private static ConformalRows rows(Target target, int count, double noise, SplitRandom random) {
        double[] decoded = new double[count * target.width()];
        List<String> groups = new ArrayList<>();
        List<String> words = new ArrayList<>();
        double[] numbers = new double[count];
        for (int row = 0; row < count; row++) {
            double x = random.nextDouble();
            groups.add(x < 0.5 ? "calm" : "wild");
            double error = noise * (0.1 + x) * random.nextGaussian();
            switch (target) {
                case Numbers ignored -> {
                    decoded[row] = 10 * x;
                    numbers[row] = 10 * x + error;
                }
                case Quantiles ignored -> {
                    numbers[row] = 10 * x + error;
                    for (int level = 0; level < 3; level++) {
                        decoded[3 * row + level] = 10 * x + 0.3 * (1 - level); // descending, and too narrow
                    }
                }
                case Amounts ignored -> {
                    decoded[row] = 1 + 10 * x;
                    numbers[row] = Math.max(0, (1 + 10 * x) * (1 + error));
                }
                case Classes ignored -> {
                    double[] told = {x, (1 - x) * 0.7, (1 - x) * 0.3};
                    System.arraycopy(told, 0, decoded, 3 * row, 3);
                    double drawn = Math.pow(random.nextDouble(), 1 / noise);
                    words.add(drawn < x ? "a" : drawn < x + (1 - x) * 0.5 ? "b" : "c");
                }
                case Labels ignored -> {
                    decoded[row] = x;
                    words.add(Math.pow(random.nextDouble(), 1 / noise) < x * x ? "yes" : "no");
                }
            }
        }
        Column actual =
                words.isEmpty() ? NumberColumn.of("y", numbers) : CategoryColumn.of("y", words.toArray(String[]::new));
        return new ConformalRows(
                target, decoded, new Table(List.of(actual, CategoryColumn.of("g", groups.toArray(String[]::new)))));
    }

    private static SplitConformal fitted(CoverageChoice choice, Target target, int count, SplitRandom random) {
        List<ConformalScore> scores = ConformalScore.of(choice.coverage(), rows(target, 120, 1, random));
        return SplitConformal.fit(choice, DrawnRows.AT_RANDOM, scores, rows(target, count, 1, random));
    }

    private static boolean[] covered(SplitConformal conformal, ConformalRows rows) {
        PredictionSets sets = conformal
                .predictions(rows.target(), rows.decoded(), rows.table())
                .sets()
                .orElseThrow();
        double[] actual = rows.target().actual(rows.table());
        boolean[] covered = new boolean[actual.length];
        for (int row = 0; row < covered.length; row++) {
            covered[row] = sets.covers(row, 0, actual[row]);
        }
        return covered;
    }

    private static int count(boolean[] covered) {
        return (int)
                IntStream.range(0, covered.length).filter(row -> covered[row]).count();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void inTwoHundredDrawsAsManyRowsAreCoveredAsTheBetaBinomialDistributionSays(Target target) {
        BetaBinomial expected = new BetaBinomial(FURTHER, 90, 10);
        int all = 0;
        int unusual = 0; // by the distribution 1 of 10
        for (int seed = 0; seed < SEEDS; seed++) {
            SplitRandom random = SplitRandom.of(seed, 19);
            SplitConformal conformal = fitted(NINE_OF_TEN, target, CONFORMAL, random);
            int covered = count(covered(conformal, rows(target, FURTHER, 1, random)));
            all += covered;
            unusual += expected.upTo(covered) < 0.05 || expected.upTo(covered - 1) > 0.95 ? 1 : 0;
        }
        double standardDeviation = Math.sqrt(SEEDS * expected.variance());
        assertThat(Math.abs(all - SEEDS * expected.mean())).isLessThan(3.3 * standardDeviation);
        assertThat(unusual).isLessThan(SEEDS / 10 + 14); // 3.3 standard deviations of 200 trials of 0.1
    }

    @ParameterizedTest
    @MethodSource("targets")
    void rowsThatAreUnlikeTheConformalOnesAreNotCovered(Target target) {
        BetaBinomial expected = new BetaBinomial(FURTHER, 90, 10);
        int all = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplitRandom random = SplitRandom.of(seed, 20);
            SplitConformal conformal = fitted(NINE_OF_TEN, target, CONFORMAL, random);
            all += count(covered(conformal, rows(target, FURTHER, 2, random)));
        }
        assertThat(all).isLessThan((int) (SEEDS * expected.mean() - 10 * Math.sqrt(SEEDS * expected.variance())));
    }

    @Test
    void eachGroupIsCoveredByItself() {
        int[] pooled = new int[2]; // calm, wild
        int[] own = new int[2];
        int[] rows = new int[2];
        for (int seed = 0; seed < SEEDS; seed++) {
            SplitRandom random = SplitRandom.of(seed, 21);
            ConformalRows conformal = rows(NUMBER, 2 * CONFORMAL, 1, random);
            ConformalRows further = rows(NUMBER, FURTHER, 1, random);
            boolean[] byAll = covered(absolute(NINE_OF_TEN, conformal), further);
            boolean[] byGroup = covered(absolute(NINE_OF_TEN.by("g"), conformal), further);
            for (int row = 0; row < FURTHER; row++) {
                int group = further.table().column("g").text(row).equals("calm") ? 0 : 1;
                rows[group]++;
                pooled[group] += byAll[row] ? 1 : 0;
                own[group] += byGroup[row] ? 1 : 0;
            }
        }
        for (int group = 0; group < 2; group++) {
            assertThat((double) own[group] / rows[group]).isBetween(0.885, 0.92);
        }
        assertThat((double) pooled[0] / rows[0]).isGreaterThan(0.95);
        assertThat((double) pooled[1] / rows[1]).isLessThan(0.85);
    }

    private static SplitConformal absolute(CoverageChoice choice, ConformalRows rows) {
        return SplitConformal.fit(choice, DrawnRows.AT_RANDOM, List.of(new AbsoluteResidual()), rows);
    }

    @Test
    void aGroupWithTooFewRowsHasTheQuantileOfAll() {
        ConformalRows conformal = rows(NUMBER, 40, 1, SplitRandom.of(3));
        String[] groups = IntStream.range(0, 40)
                .mapToObj(row -> row < 31 ? "large" : row < 32 ? "" : "small")
                .toArray(String[]::new);
        Table table = new Table(List.of(conformal.table().column("y"), CategoryColumn.of("g", groups)));
        SplitConformal fitted = absolute(NINE_OF_TEN.by("g"), new ConformalRows(NUMBER, conformal.decoded(), table));

        GroupQuantiles by = fitted.groups().orElseThrow();
        assertThat(by.groups()).extracting(group -> group.level().name()).containsExactly("large");
        assertThat(by.groups().getFirst().quantiles().getFirst().rows()).isEqualTo(31);
        Intervals intervals = (Intervals) fitted.predictions(
                        NUMBER,
                        new double[] {0, 0, 0},
                        Table.of(CategoryColumn.of("g", "large", "small", "never seen")))
                .sets()
                .orElseThrow();
        double pooled = fitted.quantiles().getFirst().value();
        assertThat(intervals.at(0, 0).upper())
                .isEqualTo(by.groups().getFirst().quantiles().getFirst().value());
        assertThat(intervals.at(1, 0).upper()).isEqualTo(pooled);
        assertThat(intervals.at(2, 0).upper()).isEqualTo(pooled);
    }

    @Test
    void withTooFewRowsEveryValueIsPossible() {
        SplitRandom random = SplitRandom.of(1);
        for (Target target : targets().toList()) {
            SplitConformal fitted = fitted(NINE_OF_TEN, target, 8, random);
            assertThat(fitted.quantiles().getFirst().isFinite()).isFalse();
            assertThat(covered(fitted, rows(target, 50, 9, random))).containsOnly(true);
        }
    }

    @Test
    void intervalsOfErrorsThatGrowAreNormalized() {
        SplitRandom random = SplitRandom.of(2);
        ConformalRows growing = rows(NUMBER, 1000, 1, random);
        assertThat(ConformalScore.of(NINE_OF_TEN.coverage(), growing).getFirst())
                .isInstanceOf(NormalizedResidual.class);
        double[] steady = new double[1000];
        Arrays.setAll(steady, row -> growing.decoded()[row] + random.nextGaussian());
        Table table = new Table(List.of(NumberColumn.of("y", steady)));
        assertThat(ConformalScore.of(NINE_OF_TEN.coverage(), new ConformalRows(NUMBER, growing.decoded(), table))
                        .getFirst())
                .isInstanceOf(AbsoluteResidual.class);
    }

    @Test
    void aDifficultyIsLinearBetweenTheMeansOfLikePredictions() {
        Difficulty difficulty = new Difficulty(List.of(0.0, 10.0, 20.0), List.of(1.0, 3.0, 2.0));
        assertThat(Stream.of(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0, 99.0).map(difficulty::of))
                .containsExactly(1.0, 1.0, 2.0, 3.0, 2.5, 2.0, 2.0);
    }

    @Test
    void eachQuantileIsShiftedToWhereItsShareOfRowsIs() {
        SplitRandom random = SplitRandom.of(4);
        ConformalRows conformal = rows(QUANTILES, 499, 1, random);
        SplitConformal fitted =
                SplitConformal.fit(NINE_OF_TEN, DrawnRows.AT_RANDOM, List.of(new QuantileDistance(3)), conformal);
        double[] shifted = fitted.shifted(QUANTILES, conformal.decoded());
        double[] actual = QUANTILES.actual(conformal.table());
        for (int level = 0; level < 3; level++) {
            int upToIt = 0;
            for (int row = 0; row < actual.length; row++) {
                upToIt += actual[row] <= shifted[3 * row + level] + 1e-12 ? 1 : 0;
            }
            int rank = Coverage.of(List.of(0.2, 0.5, 0.8).get(level)).rank(499);
            assertThat(upToIt).as("the rows up to quantile %s", level).isEqualTo(rank);
        }
    }

    @Test
    void anIntervalThatWouldEndBeforeItBeginsIsItsMiddle() {
        var interval = new QuantileDistance(2).interval(new double[] {1, 3}, 0, -5);
        assertThat(interval.lower()).isEqualTo(2);
        assertThat(interval.upper()).isEqualTo(2);
    }

    @Test
    void amountsHaveNoIntervalBelowNothing() {
        AnscombeResidual score = new AnscombeResidual(1.5);
        double[] decoded = {0, 1e-300, 2, 1e12};
        for (int row = 0; row < decoded.length; row++) {
            var interval = score.interval(decoded, row, 3);
            assertThat(interval.lower()).isBetween(0.0, interval.upper());
            assertThat(score.of(decoded, row, interval.upper())).isCloseTo(3, within(1e-6));
            assertThat(score.interval(decoded, row, Double.POSITIVE_INFINITY).upper())
                    .isInfinite();
        }
    }

    @Test
    void groupsAreCategories() {
        Table table = Table.of(NumberColumn.of("y", 1, 2), NumberColumn.of("size", 1, 2));
        assertThatThrownBy(() -> SplitConformal.categories(table, "size"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("column \"size\" has numbers, and groups are categories");
        assertThatThrownBy(() -> SplitConformal.categories(table, "sise"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("did you mean \"size\"?");
    }
}
