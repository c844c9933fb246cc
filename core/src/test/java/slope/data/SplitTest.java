package slope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import slope.random.SplitRandom;

class SplitTest {

    @Property(tries = 300)
    void everyClassIsSplitInProportionAndEveryRowIsInOnePart(
            @ForAll @Size(min = 40, max = 200) List<@IntRange(max = 4) Integer> classes,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double share,
            @ForAll long seed) {
        Column target = CategoryColumn.of(
                "y", classes.stream().map(index -> "c" + index).toArray(String[]::new));
        Split split = Split.stratified(target, share, seed);

        Set<Integer> rows = new HashSet<>();
        IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
                .forEach(row -> assertThat(rows.add(row)).isTrue());
        assertThat(rows).hasSize(classes.size());
        for (int index = 0; index <= 4; index++) {
            int wanted = index;
            long all = classes.stream().filter(each -> each == wanted).count();
            long apart = Arrays.stream(split.validation())
                    .filter(row -> classes.get(row) == wanted)
                    .count();
            // Exact share, but for the half row that rounding keeps and the half that it passes on; one stays to learn.
            assertThat((double) apart).isBetween(Math.min(all * share, all - 1.0) - 1, all * share + 1);
            assertThat(all == 0 || apart < all).isTrue();
        }
    }

    @Test
    void theWholeIsAsNearToTheShareAsItCanBe() {
        String[] words = new String[1_000];
        Arrays.setAll(words, row -> "class " + row % 7);
        assertThat(Split.stratified(CategoryColumn.of("y", words), 0.2, 5).validation())
                .hasSize(200);
    }

    @Test
    void classesWithASingleRowStayInTrainingAndOwnNoRowOfOthers() {
        String[] words = new String[150];
        Arrays.setAll(words, row -> row < 100 ? "alone " + row : "z");
        Split split = Split.stratified(CategoryColumn.of("y", words), 0.2, 0);
        assertThat(split.validation()).hasSize(10);
        assertThat(Arrays.stream(split.validation())).allMatch(row -> row >= 100);
    }

    @Test
    void numbersAreSplitEvenlyFromTheSmallestToTheLargest() {
        SplitRandom random = SplitRandom.of(3);
        double[] values = new double[2_000];
        Arrays.setAll(values, _ -> Math.exp(3 * random.nextGaussian()));
        NumberColumn target = NumberColumn.of("y", values);
        double[] ascending = values.clone();
        Arrays.sort(ascending);

        Split split = Split.stratified(target, 0.25, 1);

        assertThat(split.validation()).hasSize(500);
        for (int tenth = 0; tenth < 10; tenth++) {
            double from = ascending[200 * tenth];
            double to = ascending[200 * tenth + 199];
            long apart = Arrays.stream(split.validation())
                    .filter(row -> values[row] >= from && values[row] <= to)
                    .count();
            assertThat(apart).isEqualTo(50);
        }
    }

    @Test
    void theSameSeedGivesTheSameSplitAndAnotherSeedAnother() {
        double[] values = IntStream.range(0, 100).asDoubleStream().toArray();
        NumberColumn target = NumberColumn.of("y", values);
        int[] first = Split.stratified(target, 0.3, 7).validation();
        assertThat(Split.stratified(target, 0.3, 7).validation()).isEqualTo(first);
        assertThat(Split.stratified(target, 0.3, 8).validation()).isNotEqualTo(first);
        assertThat(first).isSorted();
    }

    @Test
    void rowsWithoutATargetAreInNeitherPart() {
        Split split = Split.stratified(CategoryColumn.of("y", "a", null, "a", "b", null, "b"), 0.5, 0);
        assertThat(IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
                        .sorted())
                .containsExactly(0, 2, 3, 5);
    }

    @Test
    void sharesThatAreNoneAreRefused() {
        for (double share : new double[] {0, 1, -0.1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> Split.stratified(NumberColumn.of("y", 1, 2), share, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the validation share must be above 0 and below 1, not " + share);
        }
    }

    @Test
    void aPartWithoutRowsIsRefused() {
        assertThatThrownBy(() -> Split.stratified(CategoryColumn.of("y", "a", "b", "c"), 0.2, 0))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "3 rows with a value in column \"y\" cannot be split into rows to learn from and 0.2 of them to"
                                + " judge by; bring more rows or choose another share");
        assertThatThrownBy(() -> Split.stratified(NumberColumn.of("y", Double.NaN), 0.2, 0))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" has no value in any of 1 rows; nothing can be learned from it");
    }
}
