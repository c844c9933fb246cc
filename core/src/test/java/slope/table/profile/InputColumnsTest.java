package slope.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.internal.random.SplitRandom;
import slope.internal.table.HeaderCheck;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Remedy;
import slope.table.Table;
import slope.table.profile.ColumnFinding.Kind;
import slope.table.profile.InputColumns.LeftOut;
import slope.table.profile.InputColumns.Warning;

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
        return InputColumns.choose(
                Table.of(numbers("x", row -> row % 7), column, TARGET),
                Set.of("y"),
                Set.of(),
                ColumnSelection.defaults());
    }

    private static void assertLeftOut(Column column, Kind reason) {
        InputColumns chosen = chosen(column);
        assertThat(chosen.leftOut()).containsExactly(new LeftOut(column.name(), List.of(reason.finding())));
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
        InputColumns chosen = InputColumns.choose(
                table, Set.of("y"), Set.of(), ColumnSelection.defaults().ignored(Set.of("p")));
        assertThat(chosen.used()).containsExactly("q");
        assertThat(chosen.leftOut()).containsExactly(new LeftOut("p", List.of(Kind.IGNORED.finding())));
        assertThat(chosen.of(table).names()).containsExactly("q");
    }

    @Test
    void columnsWithNothingToSayAreLeftOut() {
        assertLeftOut(numbers("c", _ -> Double.NaN), Kind.NO_VALUES);
        assertLeftOut(numbers("c", _ -> 0.1), Kind.ONE_VALUE);
        assertLeftOut(words("c", _ -> "same"), Kind.ONE_VALUE);
        assertLeftOut(BooleanColumn.of("c", new Boolean[ROWS]), Kind.NO_VALUES);
    }

    @Test
    void oneValueThatIsSometimesMissingSaysSomething() {
        assertUsed(numbers("c", row -> row % 3 == 0 ? Double.NaN : 1));
    }

    @Test
    void textThatDiffersInNearlyEveryRowIsLeftOut() {
        assertLeftOut(words("name", row -> "name " + row), Kind.FREE_TEXT);
        assertLeftOut(words("name", row -> "name " + Math.max(row, 2)), Kind.FREE_TEXT); // 38 of 40 differ: 95 %
        assertLeftOut(words("ticket", row -> "ticket " + row / 4), Kind.RARE_TEXT); // 10 of 40
        assertUsed(words("street", row -> "street " + row / 6));
    }

    @Test
    void fewRowsMayDifferByChance() {
        Table table = Table.of(
                CategoryColumn.of("name", "p", "q", "r", "s"),
                NumberColumn.of("number", 1, 2, 3, 4),
                CategoryColumn.of("y", "a", "b", "a", "b"));
        InputColumns chosen = InputColumns.choose(table, Set.of("y"), Set.of(), ColumnSelection.defaults());
        assertThat(chosen.used()).containsExactly("name", "number");
        assertThat(chosen.warnings()).isEmpty();
    }

    @Test
    void numbersThatCountTheRowsAreLeftOut() {
        assertLeftOut(numbers("id", row -> row), Kind.ROW_NUMBERS);
        assertLeftOut(numbers("id", row -> 1000 + row + row / 4), Kind.ROW_NUMBERS); // a fifth kept apart
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
        assertThat(chosen.warnings())
                .containsExactly(new Warning("customer", Kind.DISTINCT_INTEGERS.finding(), Optional.empty()));
        assertThat(chosen(numbers("price", row -> row * 1.25)).warnings()).isEmpty();
    }

    @Test
    void wholeNumbersThatAllDifferAreLeftOutIfTheyAreNamedLikeIdentifiersUnlessKept() {
        Column id = numbers("customer_id", row -> 15_600_000 + 7919L * row % 4001);
        assertLeftOut(id, Kind.IDENTIFIER);
        Table table = Table.of(numbers("x", row -> row % 7), id, TARGET);
        assertThat(InputColumns.choose(
                                table,
                                Set.of("y"),
                                Set.of(),
                                ColumnSelection.defaults().kept(Set.of("customer_id")))
                        .used())
                .containsExactly("x", "customer_id");
    }

    @Test
    void aColumnThatAlonePredictsTheTargetIsPointedOutAndDroppedIfAsked() {
        double[] amounts = new double[400];
        double[] copies = new double[400];
        double[] noise = new double[400];
        SplitRandom random = SplitRandom.of(1);
        for (int row = 0; row < 400; row++) {
            amounts[row] = random.nextGaussian();
            copies[row] = 1.2 * amounts[row] + 3;
            noise[row] = amounts[row] + random.nextGaussian();
        }
        Table table = Table.of(
                NumberColumn.of("copy", copies), NumberColumn.of("noise", noise), NumberColumn.of("amount", amounts));
        InputColumns kept = InputColumns.choose(table, Set.of("amount"), Set.of(), ColumnSelection.defaults());
        assertThat(kept.used()).containsExactly("copy", "noise");
        assertThat(kept.warnings())
                .containsExactly(
                        new Warning("copy", Kind.LEAK.of("amount"), Optional.of(new Remedy.DropLeaks("copy"))));
        InputColumns dropped = InputColumns.choose(
                table, Set.of("amount"), Set.of(), ColumnSelection.defaults().leaks(InputColumns.Leaks.DROPPED));
        assertThat(dropped.used()).containsExactly("noise");
    }

    @Test
    void aWordThatTellsTheClassIsPointedOut() {
        String[] answers = new String[300];
        String[] notes = new String[300];
        for (int row = 0; row < 300; row++) {
            answers[row] = row % 3 == 0 ? "yes" : "no";
            notes[row] = row % 3 == 0 ? "paid" : row % 3 == 1 ? "open" : "gone";
        }
        Table table = Table.of(CategoryColumn.of("note", notes), CategoryColumn.of("answer", answers));
        assertThat(InputColumns.choose(table, Set.of("answer"), Set.of(), ColumnSelection.defaults())
                        .warnings())
                .hasSize(1);
    }

    @Test
    void fewWholeNumbersFromZeroOrOneMayBeCodes() {
        double[] months = new double[300];
        double[] ages = new double[300];
        double[] halves = new double[300];
        String[] answers = new String[300];
        for (int row = 0; row < 300; row++) {
            months[row] = 1 + row % 12;
            ages[row] = 18 + row % 50;
            halves[row] = row % 12 / 2.0;
            answers[row] = row * 7 % 3 == 0 ? "yes" : "no";
        }
        Table table = Table.of(
                NumberColumn.of("month", months),
                NumberColumn.of("age", ages),
                NumberColumn.of("half", halves),
                CategoryColumn.of("answer", answers));
        assertThat(InputColumns.choose(table, Set.of("answer"), Set.of(), ColumnSelection.defaults())
                        .codes())
                .containsExactly("month");
    }

    @Test
    void unknownNamesAreRefused() {
        Table table = Table.of(numbers("x", row -> row % 3), TARGET);
        assertThatThrownBy(() -> InputColumns.choose(table, Set.of("z"), Set.of(), ColumnSelection.defaults()))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"z\"; the columns are x, y");
        assertThatThrownBy(() -> InputColumns.choose(
                        table, Set.of("y"), Set.of(), ColumnSelection.defaults().ignored(Set.of("xx"))))
                .isInstanceOf(DataException.class);
    }

    @Test
    void nothingLeftToPredictFromIsRefused() {
        assertThatThrownBy(
                        () -> InputColumns.choose(Table.of(TARGET), Set.of("y"), Set.of(), ColumnSelection.defaults()))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"y\" is the only one; there is nothing to predict it from");
        Table useless = Table.of(numbers("p", _ -> 1), numbers("q", row -> row), TARGET);
        assertThatThrownBy(() -> InputColumns.choose(useless, Set.of("y"), Set.of(), ColumnSelection.defaults()))
                .hasMessage("no column is left to predict \"y\" from: \"p\" has one value only, \"q\" counts the rows");
    }

    @Test
    void digitsWithLeadingZerosAreCodes() {
        CategoryColumn codes = words("zip", row -> row % 3 == 0 ? "01" : "1" + row % 3);
        assertThat(chosen(codes).warnings())
                .containsExactly(
                        new Warning("zip", Kind.LEADING_ZEROS.of("01"), Optional.of(new Remedy.ReadAsNumber("zip"))));
        assertThat(chosen(words("zip", row -> row % 3 == 0 ? "01" : "A")).warnings())
                .isEmpty();
        assertThat(chosen(words("zip", row -> String.format(Locale.ROOT, "%03d", row)))
                        .leftOut())
                .extracting(LeftOut::reason)
                .containsExactly("differs in nearly every row, like a name or free text, and holds codes, because some"
                        + " have leading zeros (\"000\")");
    }

    @Test
    void namesThatLookLikeCellsArePointedOut() {
        assertThat(HeaderCheck.nameLikeCell(List.of("5.1", "3.3", "0.02", "setosa")))
                .contains("5.1");
        assertThat(HeaderCheck.nameLikeCell(List.of("7", "3", "y"))).contains("7");
        assertThat(HeaderCheck.nameLikeCell(List.of("0", "1", "2", "y"))).isEmpty();
        assertThat(HeaderCheck.nameLikeCell(List.of("2019", "2020", "2021"))).isEmpty();
        assertThat(HeaderCheck.nameLikeCell(List.of("a", "b", "5.1"))).isEmpty();
        assertThat(HeaderCheck.nameLikeCell(List.of("a", "b"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2011-01-0%s, DATES_AS_TEXT",
        "1%s.01.2011, DATES_AS_TEXT",
        "0%s/2011, UNREAD_DATES",
        "1%s.01.2011 10:00 Uhr, UNREAD_DATES",
        "2011-00%s, UNREAD_DATES",
        "5. Mai 201%s, UNREAD_DATES",
    })
    void textLikeDatesIsPointedOut(String form, Kind kind) {
        CategoryColumn days = words("day", row -> form.formatted(1 + row % 3));
        assertThat(chosen(days).warnings())
                .containsExactly(new Warning("day", kind.of(form.formatted(1)), Optional.empty()));
    }

    @Test
    void datesInOtherDigitsAreUnread() {
        CategoryColumn days =
                words("day", row -> "\u0661\u0664\u0664\u0665-\u0660\u0661-\u0661" + (char) ('\u0661' + row % 3));
        assertThat(chosen(days).warnings())
                .extracting(Warning::finding)
                .containsExactly(Kind.UNREAD_DATES.of("\u0661\u0664\u0664\u0665-\u0660\u0661-\u0661\u0661"));
    }

    @Test
    void versionsAreNoDates() {
        assertThat(chosen(words("version", row -> "1.0." + row % 3)).warnings()).isEmpty();
    }

    @Test
    void momentsWrittenAsNumbersArePointedOut() {
        assertThat(chosen(numbers("at", row -> 20190412101500L + row % 3)).warnings())
                .extracting(Warning::finding)
                .containsExactly(Kind.DATES_AS_NUMBERS.of("20190412101500"));
        assertThat(chosen(numbers("at", row -> 20190412109900L + row % 3)).warnings())
                .isEmpty();
    }

    @Test
    void aWordForNoValueIsPointedOut() {
        assertThat(chosen(words("size", row -> row % 3 == 0 ? "n/a" : "S" + row % 3))
                        .warnings())
                .containsExactly(new Warning(
                        "size", Kind.MISSING_WORD.of("n/a"), Optional.of(new Remedy.TreatAsMissing("n/a"))));
    }

    @Test
    void aFirstRowThatWasTakenForNamesIsPointedOut() {
        Table table = Table.of(numbers("5.1", row -> row % 3), numbers("0.2", row -> row % 5), TARGET);
        assertThatThrownBy(() -> InputColumns.choose(table, Set.of("z"), Set.of(), ColumnSelection.defaults()))
                .hasMessage(
                        "there is no column \"z\"; the columns are 5.1, 0.2, y; is the first line a row of the table?"
                                + " (if so, read the first line as a row)");
    }
}
