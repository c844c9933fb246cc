package slope.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.internal.random.SplitRandom;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;

/// Columns that give the target away: how nearly they tell it, in how many rows, and what is no
/// leak.
class LeakCheckTest {
    private static NumberColumn numbers(String name, int rows, IntToDoubleFunction value) {
        double[] values = new double[rows];
        Arrays.setAll(values, value);
        return NumberColumn.of(name, values);
    }

    private static CategoryColumn words(String name, int rows, IntFunction<@Nullable String> value) {
        String[] values = new String[rows];
        Arrays.setAll(values, value);
        return CategoryColumn.of(name, values);
    }

    private static Optional<String> warning(Column column, Column target) {
        return LeakCheck.of(Table.of(column, target), Set.of(target.name()))
                .warningAbout(column)
                .map(ColumnFinding::text);
    }

    private static boolean isSuspect(Column column, Column target) {
        return warning(column, target).isPresent();
    }

    private static double[] noise(int rows, long seed) {
        SplitRandom random = SplitRandom.of(seed);
        double[] noise = new double[rows];
        Arrays.setAll(noise, _ -> random.nextGaussian());
        return noise;
    }

    @Test
    void theSentenceNamesTheTarget() {
        assertThat(warning(numbers("copy", 90, row -> row % 3), words("Größe 尺寸", 90, row -> "s" + row % 3)))
                .contains("predicts \"Größe 尺寸\" on its own, and may be derived from it");
    }

    @ParameterizedTest
    @CsvSource({"49, false", "50, true"})
    void inFewRowsAColumnMayTellEverythingByChance(int rows, boolean suspect) {
        CategoryColumn target = words("y", rows, row -> row % 2 == 0 ? "a" : "b");
        assertThat(isSuspect(numbers("x", rows, row -> row % 2), target)).isEqualTo(suspect);
    }

    @ParameterizedTest
    @CsvSource({"200, 100, true", "200, 99, false", "98, 49, false", "100, 50, true"})
    void halfOfTheRowsHaveAValue(int rows, int present, boolean suspect) {
        CategoryColumn target = words("y", rows, row -> row % 2 == 0 ? "a" : "b");
        assertThat(isSuspect(numbers("x", rows, row -> row < present ? row % 2 : Double.NaN), target))
                .isEqualTo(suspect);
        CategoryColumn gaps = words("y", rows, row -> row >= present ? null : row % 2 == 0 ? "a" : "b");
        assertThat(isSuspect(numbers("x", rows, row -> row % 2), gaps)).isEqualTo(suspect);
    }

    /// Of 400 rows 200 are no "a", so that two wrong guesses are one in a hundred of the trivial
    /// guess's.
    @ParameterizedTest
    @CsvSource({"0, true", "2, true", "3, false"})
    void aClassIsToldIfOneGuessInAHundredIsWrong(int wrong, boolean suspect) {
        CategoryColumn target = words("y", 400, row -> row % 2 == 0 ? "a" : "b");
        CategoryColumn copy = words("x", 400, row -> row % 2 == 0 && row >= 2 * wrong ? "p" : "q");
        assertThat(isSuspect(copy, target)).isEqualTo(suspect);
    }

    /// A hundred pairs of rows at 0, 1, …, 99, each pair d above and below: a row is guessed by the
    /// other of its pair, 2d away. The squares left are 4d² by 833.25 + d², one in a hundred at d =
    /// 1.445.
    @ParameterizedTest
    @CsvSource({"0, true", "1.44, true", "1.45, false"})
    void aNumberIsToldIfOneHundredthOfItsVarianceIsLeft(double distance, boolean suspect) {
        NumberColumn target = numbers("y", 200, row -> Math.floorDiv(row, 2) + (row % 2 == 0 ? distance : -distance));
        assertThat(isSuspect(numbers("x", 200, row -> Math.floorDiv(row, 2)), target))
                .isEqualTo(suspect);
    }

    @Test
    void numbersThatAllDifferAreGuessedByTheirNeighbours() {
        double[] amounts = noise(400, 1);
        double[] other = noise(400, 2);
        NumberColumn target = NumberColumn.of("y", amounts);
        assertThat(isSuspect(numbers("x", 400, row -> -3 * amounts[row] + 1e9), target))
                .isTrue();
        assertThat(isSuspect(numbers("x", 400, row -> amounts[row] + 0.5 * other[row]), target))
                .isFalse();
        CategoryColumn sign = words("y", 400, row -> amounts[row] > 0 ? "up" : "down");
        assertThat(isSuspect(target.renamed("x"), sign)).isTrue();
        assertThat(isSuspect(NumberColumn.of("x", other), sign)).isFalse();
    }

    @Test
    void namesThatAllDifferTellNothingOfClassesThatAreMixed() {
        double[] coin = noise(400, 3);
        CategoryColumn target = words("y", 400, row -> coin[row] > 0 ? "a" : "b");
        assertThat(isSuspect(words("x", 400, row -> "name " + row), target)).isFalse();
        assertThat(isSuspect(numbers("x", 400, row -> row), target)).isFalse();
    }

    @Test
    void twoNumbersAreClasses() {
        NumberColumn target = numbers("y", 400, row -> row % 2 == 0 ? 5 : 9);
        assertThat(isSuspect(words("x", 400, row -> row % 2 == 0 && row >= 4 ? "p" : "q"), target))
                .isTrue();
        assertThat(isSuspect(words("x", 400, row -> row % 2 == 0 && row >= 6 ? "p" : "q"), target))
                .isFalse();
        BooleanColumn.Builder truths = new BooleanColumn.Builder("y");
        for (int row = 0; row < 400; row++) {
            truths.add(row % 2 == 0);
        }
        assertThat(isSuspect(target.renamed("x"), truths.build())).isTrue();
    }

    @Test
    void aTargetWithOneClassInTheseRowsIsToldByNothing() {
        CategoryColumn target = words("y", 100, row -> row < 80 ? "a" : "b");
        assertThat(isSuspect(numbers("x", 100, row -> row < 80 ? row % 4 : Double.NaN), target))
                .isFalse();
        assertThat(isSuspect(numbers("x", 100, row -> row % 4), words("y", 100, _ -> "a")))
                .isFalse();
    }

    @Test
    void emptyColumnsTellNothing() {
        CategoryColumn target = words("y", 100, row -> row % 2 == 0 ? "a" : "b");
        assertThat(isSuspect(numbers("x", 100, _ -> Double.NaN), target)).isFalse();
        assertThat(isSuspect(numbers("x", 100, _ -> 7), target)).isFalse();
        assertThat(isSuspect(NumberColumn.of("x", 1), CategoryColumn.of("y", "a")))
                .isFalse();
        assertThat(isSuspect(NumberColumn.of("x"), CategoryColumn.of("y"))).isFalse();
    }

    @Test
    void ofSeveralTargetsNoneIsLookedAt() {
        NumberColumn copy = numbers("x", 100, row -> row % 2);
        Table table = Table.of(copy, copy.renamed("p"), copy.renamed("q"));
        assertThat(LeakCheck.of(table, Set.of("p", "q")).warningAbout(copy)).isEmpty();
        assertThat(LeakCheck.of(table, Set.of("p")).warningAbout(copy)).isPresent();
    }

    /// Of 4,000 rows each is looked at, of twice as many every other one.
    @Test
    void aLargeTableIsSampled() {
        for (int rows : new int[] {4_000, 8_000}) {
            double[] coin = noise(rows, 4);
            CategoryColumn target = words("y", rows, row -> coin[row] > 0 ? "a" : "b");
            CategoryColumn copyOfEvenRows = words("x", rows, row -> row % 2 == 1 ? "odd" : coin[row] > 0 ? "p" : "q");
            assertThat(isSuspect(copyOfEvenRows, target)).as("%s rows", rows).isEqualTo(rows == 8_000);
        }
    }

    /// Only the order of numbers and which are equal counts, so that another unit changes nothing.
    @Property(tries = 50, seed = "1")
    void theUnitDoesNotMatter(
            @ForAll @Size(60) List<@IntRange(min = 0, max = 5) Integer> values,
            @ForAll @Size(60) List<@IntRange(min = 0, max = 3) Integer> flips) {
        NumberColumn target =
                numbers("y", 60, row -> values.get(row) == 0 && flips.get(row) == 0 ? 1 : values.get(row));
        NumberColumn column = numbers("x", 60, values::get);
        NumberColumn cubes = numbers("x", 60, row -> 7 + Math.pow(values.get(row), 3) / 11);
        assertThat(warning(cubes, target)).isEqualTo(warning(column, target));
    }
}
