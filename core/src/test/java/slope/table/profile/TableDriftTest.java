package slope.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.golden.GoldenFile;
import slope.internal.random.SplitRandom;
import slope.table.CategoryColumn;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.profile.ColumnDrift.LevelCount;

class TableDriftTest {
    @Test
    void theDistanceOfNumbersIsThatOfScipy() {
        List<List<String>> lines = GoldenFile.lines("comparison.txt");
        int compared = 0;
        for (int line = 0; line + 2 < lines.size(); line++) {
            if (lines.get(line).getFirst().equals("before")) {
                ColumnDrift drift = drift(numbers(lines.get(line)), numbers(lines.get(line + 1)));
                assertThat(drift.distance().value())
                        .isCloseTo(Double.parseDouble(lines.get(line + 2).get(1)), within(1e-12));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(2);
    }

    /// a: 2 of 4 → 1 of 5; b: 2 of 4 → 2 of 5; c: 0 → 2 of 5; half of 0.3 + 0.1 + 0.4.
    @Test
    void theDistanceOfCategoriesIsHalfTheSumOfDifferences() {
        ColumnDrift drift = only(
                Table.of(CategoryColumn.of("x", "a", "a", "b", "b")),
                Table.of(CategoryColumn.of("x", "a", "b", "b", "c", "c")));
        assertThat(drift.distance().value()).isCloseTo(0.4, within(1e-12));
        assertThat(drift.after().own()).isEqualTo(new ColumnDrift.Levels(1, 0.4, List.of(new LevelCount("c", 2))));
        assertThat(drift.before().own().count()).isZero();
        assertThat(drift.before().middle()).isEqualTo("a");
        assertThat(drift.after().middle()).isEqualTo("b");
    }

    /// 100 pairs of tables with the same distribution: at most 12 seem to differ (binomial of 0.05, 999 of 1,000).
    @Test
    void tablesOfOneDistributionRarelySeemToDiffer() {
        int clear = 0;
        for (int pair = 0; pair < 100; pair++) {
            SplitRandom random = SplitRandom.of(21, pair);
            ColumnDrift drift =
                    drift(random.doubles(120).toArray(), random.doubles(80).toArray());
            clear += drift.distance().isClear() ? 1 : 0;
        }
        assertThat(clear).isLessThanOrEqualTo(12);
    }

    /// Uniform on [0, 1] and on [0, 1.25]: the true distance is 0.2.
    @Test
    void intervalsContainTheTrueDistance() {
        int covered = 0;
        for (int pair = 0; pair < 60; pair++) {
            SplitRandom random = SplitRandom.of(22, pair);
            ColumnDrift drift = drift(
                    random.doubles(300).toArray(),
                    random.doubles(300).map(each -> 1.25 * each).toArray());
            covered += drift.distance().low() <= 0.2 && 0.2 <= drift.distance().high() ? 1 : 0;
        }
        assertThat(covered).isBetween(50, 60);
    }

    /// Of large tables samples are smaller, and their spread is scaled.
    @Test
    void largeTablesHaveNarrowIntervals() {
        SplitRandom random = SplitRandom.of(23);
        double[] before = random.doubles(40_000).toArray();
        double[] after = random.doubles(40_000).map(each -> 1.25 * each).toArray();
        ColumnDrift drift = drift(before, after);
        assertThat(drift.distance().low()).isBetween(0.185, 0.2);
        assertThat(drift.distance().high()).isBetween(0.2, 0.215);
        assertThat(drift.after().beyond()).isCloseTo(0.2, within(0.01));
    }

    @Test
    void missingValuesAreSharesOfRows() {
        ColumnDrift drift = drift(new double[] {1, Double.NaN, 3, 4}, new double[] {1, Double.NaN});
        assertThat(drift.before().missing()).isEqualTo(0.25);
        assertThat(drift.after().missing()).isEqualTo(0.5);
        assertThat(drift.before().middle()).isEqualTo("3");
    }

    @Test
    void aColumnWithoutAnyValueHasNoDistance() {
        ColumnDrift drift = drift(new double[] {1, 2}, new double[] {Double.NaN});
        assertThat(drift.distance().value()).isNaN();
        assertThat(drift.distance().isClear()).isFalse();
        assertThat(drift.after().middle()).isEmpty();
    }

    @Test
    void columnsAndKindsThatChangedAreTold() {
        TableDrift drift = TableDrift.between(
                Table.of(NumberColumn.of("a", 1), NumberColumn.of("b", 1), NumberColumn.of("c", 1)),
                Table.of(CategoryColumn.of("a", "x"), NumberColumn.of("b", 1), NumberColumn.of("d", 1)),
                1);
        assertThat(drift.vanished()).containsExactly("c");
        assertThat(drift.added()).containsExactly("d");
        assertThat(drift.otherKinds())
                .containsExactly(new TableDrift.OtherKind("a", ColumnKind.NUMBER, ColumnKind.CATEGORY));
        assertThat(drift.columns()).extracting(ColumnDrift::column).containsExactly("b");
    }

    @Test
    void tablesWithNothingInCommonAreRefused() {
        Table one = Table.of(NumberColumn.of("a", 1));
        assertThatThrownBy(() -> TableDrift.between(one, Table.of(NumberColumn.of("b", 1)), 1))
                .hasMessage("the tables have no column in common: a; b");
        assertThatThrownBy(() -> TableDrift.between(one, one.select(new int[0]), 1))
                .hasMessage("the newer table has no row; there is nothing to compare");
    }

    @Test
    void theSameSeedGivesTheSame() {
        double[] before = SplitRandom.of(1).doubles(50).toArray();
        double[] after = SplitRandom.of(2).doubles(50).toArray();
        assertThat(drift(before, after)).isEqualTo(drift(before, after));
    }

    private static double[] numbers(List<String> line) {
        return IntStream.range(1, line.size())
                .mapToDouble(index -> Double.parseDouble(line.get(index)))
                .toArray();
    }

    private static ColumnDrift drift(double[] before, double[] after) {
        return only(Table.of(NumberColumn.of("x", before)), Table.of(NumberColumn.of("x", after)));
    }

    private static ColumnDrift only(Table before, Table after) {
        return TableDrift.between(before, after, 1).columns().getFirst();
    }
}
