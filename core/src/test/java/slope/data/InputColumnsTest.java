package slope.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import slope.data.InputColumns.Doubt;
import slope.data.InputColumns.LeftOut;

class InputColumnsTest {
    private static final int ROWS = 40;

    private static NumberColumn numbers(String name, IntToDoubleFunction value) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, value);
        return NumberColumn.of(name, values);
    }

    private static CategoryColumn words(String name, IntFunction<String> value) {
        String[] values = new String[ROWS];
        Arrays.setAll(values, value);
        return CategoryColumn.of(name, values);
    }

    private static final CategoryColumn TARGET = words("y", row -> row % 2 == 0 ? "a" : "b");

    private static InputColumns chosen(Column column) {
        return InputColumns.choose(Table.of(numbers("x", row -> row % 7), column, TARGET), "y", Set.of());
    }

    private static void assertLeftOut(Column column, String reason) {
        InputColumns chosen = chosen(column);
        assertThat(chosen.leftOut()).containsExactly(new LeftOut(column.name(), reason));
        assertThat(chosen.used()).containsExactly("x");
    }

    private static void assertUsed(Column column) {
        InputColumns chosen = chosen(column);
        assertThat(chosen.leftOut()).isEmpty();
        assertThat(chosen.used()).containsExactly("x", column.name());
    }

    @Test
    void ignoredColumnsAreLeftOutAndTheTargetIsNotSpokenOf() {
        Table table = Table.of(numbers("p", row -> row % 3), TARGET, numbers("q", row -> row % 5));
        InputColumns chosen = InputColumns.choose(table, "y", Set.of("p"));
        assertThat(chosen.used()).containsExactly("q");
        assertThat(chosen.leftOut()).containsExactly(new LeftOut("p", "ignored as asked"));
        assertThat(chosen.of(table).names()).containsExactly("q");
    }

    @Test
    void columnsWithNothingToSayAreLeftOut() {
        assertLeftOut(numbers("c", _ -> Double.NaN), "has no values");
        assertLeftOut(numbers("c", _ -> 0.1), "has one value only");
        assertLeftOut(words("c", _ -> "same"), "has one value only");
        assertLeftOut(BooleanColumn.of("c", new Boolean[ROWS]), "has no values");
    }

    @Test
    void oneValueThatIsSometimesMissingSaysSomething() {
        assertUsed(numbers("c", row -> row % 3 == 0 ? Double.NaN : 1));
    }

    @Test
    void textThatDiffersInNearlyEveryRowIsLeftOut() {
        String reason = "differs in nearly every row, like a name or free text";
        assertLeftOut(words("name", row -> "name " + row), reason);
        assertLeftOut(words("name", row -> "name " + Math.max(row, 2)), reason); // 38 of 40 differ: 95 %
        assertUsed(words("name", row -> "name " + Math.max(row, 3))); // 37 of 40
    }

    @Test
    void fewRowsMayDifferByChance() {
        Table table = Table.of(
                CategoryColumn.of("name", "p", "q", "r", "s"),
                NumberColumn.of("number", 1, 2, 3, 4),
                CategoryColumn.of("y", "a", "b", "a", "b"));
        InputColumns chosen = InputColumns.choose(table, "y", Set.of());
        assertThat(chosen.used()).containsExactly("name", "number");
        assertThat(chosen.doubtful()).isEmpty();
    }

    @Test
    void numbersThatCountTheRowsAreLeftOut() {
        assertLeftOut(numbers("id", row -> row), "counts the rows");
        assertLeftOut(numbers("id", row -> 1000 + row + row / 4), "counts the rows"); // a fifth kept apart
    }

    @Test
    void clocksAndPriceListsAreNotRowNumbers() {
        assertUsed(numbers("minute", row -> 5 * row));
        assertUsed(numbers("rising", row -> row + 0.5));
        assertUsed(numbers("falling", row -> -row));
        assertUsed(numbers("gap", row -> row == 7 ? Double.NaN : row));
    }

    @Test
    void wholeNumbersThatAllDifferAreUsedWithADoubt() {
        InputColumns chosen = chosen(numbers("customer", row -> 15_600_000 + 7919L * row % 4001));
        assertThat(chosen.used()).contains("customer");
        assertThat(chosen.doubtful())
                .containsExactly(new Doubt(
                        "customer", "is a different whole number in every row; ignore it if it only names the rows"));
        assertThat(chosen(numbers("price", row -> row * 1.25)).doubtful()).isEmpty();
    }

    @Test
    void unknownNamesAreRefused() {
        Table table = Table.of(numbers("x", row -> row % 3), TARGET);
        assertThatThrownBy(() -> InputColumns.choose(table, "z", Set.of()))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"z\"; the columns are x, y");
        assertThatThrownBy(() -> InputColumns.choose(table, "y", Set.of("xx"))).isInstanceOf(DataException.class);
    }

    @Test
    void nothingLeftToPredictFromIsRefused() {
        assertThatThrownBy(() -> InputColumns.choose(Table.of(TARGET), "y", Set.of()))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" is the only one; there is nothing to predict it from");
        Table useless = Table.of(numbers("p", _ -> 1), numbers("q", row -> row), TARGET);
        assertThatThrownBy(() -> InputColumns.choose(useless, "y", Set.of()))
                .hasMessage("no column is left to predict \"y\" from: \"p\" has one value only, \"q\" counts the rows");
    }
}
