package slope.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.table.profile.ColumnFinding.Kind;

/// Columns that name rows: how many rows and values it takes, and what the name of a column tells.
class IdentifierCheckTest {
    private static NumberColumn numbers(String name, int rows, IntToDoubleFunction value) {
        double[] values = new double[rows];
        Arrays.setAll(values, value);
        return NumberColumn.of(name, values);
    }

    private static CategoryColumn words(int rows, IntFunction<@Nullable String> value) {
        String[] values = new String[rows];
        Arrays.setAll(values, value);
        return CategoryColumn.of("text", values);
    }

    /// Whole numbers that all differ and do not rise.
    private static NumberColumn keys(String name, int rows) {
        return numbers(name, rows, row -> 15_600_000 + 7919L * row % 4001);
    }

    @ParameterizedTest
    @CsvSource({
        "19, 19, ",
        "20, 20, FREE_TEXT",
        "100, 95, FREE_TEXT",
        "100, 94, RARE_TEXT",
        "100, 20, RARE_TEXT",
        "100, 19, ",
        "100, 1, "
    })
    void textIsAnIdentifierByItsDifferentValues(int rows, int different, @Nullable Kind reason) {
        assertThat(IdentifierCheck.reasonAgainst(words(rows, row -> "t" + row % different)))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void missingTextsCountNeitherAsRowsNorAsValues() {
        assertThat(IdentifierCheck.reasonAgainst(words(500, row -> row < 19 ? "t" + row : null)))
                .isEmpty();
        assertThat(IdentifierCheck.reasonAgainst(words(500, row -> row < 20 ? "t" + row : null)))
                .contains(Kind.FREE_TEXT);
        assertThat(IdentifierCheck.reasonAgainst(words(100, row -> row < 50 ? "t" + row % 10 : null)))
                .contains(Kind.RARE_TEXT);
        assertThat(IdentifierCheck.reasonAgainst(words(100, row -> row < 50 ? "t" + row % 9 : null)))
                .isEmpty();
        assertThat(IdentifierCheck.reasonAgainst(words(500, _ -> null))).isEmpty();
    }

    /// As the names of customers or streets do: half of the rows have one of a few values, the others one of very many.
    @Test
    void textIsKeptWhereHalfOfTheRowsHaveAValueThatRepeats() {
        assertThat(IdentifierCheck.reasonAgainst(words(1_000, row -> "t" + (row < 500 ? row % 80 : row))))
                .isEmpty();
        assertThat(IdentifierCheck.reasonAgainst(words(1_000, row -> "t" + (row < 480 ? row % 80 : row))))
                .contains(Kind.RARE_TEXT);
    }

    /// As the numbers of customers do: how many there are is no reason, as long as each has rows to learn from.
    @Test
    void aHundredThousandCategoriesAreKeptWhereTheyRepeat() {
        int categories = 100_000;
        assertThat(IdentifierCheck.reasonAgainst(words(10 * categories, row -> "customer " + row % categories)))
                .isEmpty();
    }

    @Test
    void onlyTextsOfTheChosenRowsCount() {
        Table whole = Table.of(words(1_000, row -> "t" + row));
        int[] two = new int[100];
        Arrays.setAll(two, row -> row % 2);
        assertThat(IdentifierCheck.reasonAgainst(whole.select(two).column("text")))
                .isEmpty();
    }

    @Test
    void longTextsAndOtherScriptsAreTextLikeAnyOther() {
        String long10000 = "ä".repeat(10_000);
        assertThat(IdentifierCheck.reasonAgainst(words(20, row -> long10000 + row)))
                .contains(Kind.FREE_TEXT);
        assertThat(IdentifierCheck.reasonAgainst(words(20, row -> "客户" + row + "😀")))
                .contains(Kind.FREE_TEXT);
        assertThat(IdentifierCheck.reasonAgainst(words(20, row -> row % 2 == 0 ? "да" : "нет")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"19, 0, false", "20, 0, true", "20, 20, true", "20, 21, false", "500, 500, true", "500, 501, false"})
    void numbersThatRiseByLessThanTwoInTheMeanCountTheRows(int rows, int jump, boolean counts) {
        NumberColumn column = numbers("n", rows, row -> row - 7 + (row == rows - 1 ? jump : 0));
        assertThat(IdentifierCheck.reasonAgainst(column).equals(Optional.of(Kind.ROW_NUMBERS)))
                .isEqualTo(counts);
    }

    @Test
    void numbersThatDoNotRiseInEveryRowDoNotCountTheRows() {
        List<NumberColumn> others = List.of(
                numbers("repeats", 40, row -> Math.max(1, row)),
                numbers("falls", 40, row -> -row),
                numbers("half", 40, row -> row + 0.5),
                numbers("halfAtLast", 40, row -> row == 39 ? 38.5 : row),
                numbers("firstMissing", 40, row -> row == 0 ? Double.NaN : row),
                numbers("lastMissing", 40, row -> row == 39 ? Double.NaN : row));
        for (NumberColumn other : others) {
            assertThat(IdentifierCheck.reasonAgainst(other)).as(other.name()).isEmpty();
        }
    }

    @Test
    void wholeNumbersThatAllDifferAreAnIdentifierInManyRows() {
        assertThat(IdentifierCheck.reasonAgainst(keys("population", 999))).isEmpty();
        assertThat(IdentifierCheck.reasonAgainst(keys("population", 1_000))).contains(Kind.IDENTIFIER);
        assertThat(IdentifierCheck.reasonAgainst(numbers("price", 1_000, row -> -row - 0.5)))
                .isEmpty();
        assertThat(IdentifierCheck.reasonAgainst(numbers("one twice", 1_000, row -> row == 0 ? 500 : -row)))
                .contains(Kind.IDENTIFIER);
        assertThat(IdentifierCheck.reasonAgainst(numbers("one twice", 1_000, row -> row == 0 ? -500 : -row)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "ID",
                "Id",
                "key",
                "UUID",
                "nr",
                "No",
                "index",
                "customer_id",
                "customer.id",
                "customer-id",
                "Customer ID",
                "customerId",
                "customerID",
                "order_no",
                "Kunden Nr",
                "größe_id",
                "id_customer",
                "ID 2",
                "id_",
                "uuid.of.row"
            })
    void aNameTellsAnIdentifier(String name) {
        assertThat(IdentifierCheck.reasonAgainst(keys(name, 20))).contains(Kind.IDENTIFIER);
        assertThat(IdentifierCheck.reasonAgainst(keys(name, 19))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "paid",
                "Bid",
                "GRID",
                "humid",
                "covid",
                "valid",
                "volcano",
                "monkey",
                "reindex",
                "idea",
                "identity",
                "ids",
                "idcustomer",
                "keys",
                "身份证"
            })
    void wordsThatEndLikeOneDoNot(String name) {
        assertThat(IdentifierCheck.reasonAgainst(keys(name, 500))).isEmpty();
    }

    @Test
    void aNameOfTenThousandLettersIsReadToItsEnd() {
        assertThat(IdentifierCheck.reasonAgainst(keys("x".repeat(10_000) + "_id", 20)))
                .contains(Kind.IDENTIFIER);
        assertThat(IdentifierCheck.reasonAgainst(keys("x".repeat(10_000) + "_ids", 20)))
                .isEmpty();
    }

    @Test
    void aNameAloneIsNoReason() {
        assertThat(IdentifierCheck.reasonAgainst(numbers("id", 500, row -> Math.floorDiv(row, 2))))
                .isEmpty();
        assertThat(IdentifierCheck.reasonAgainst(NumberColumn.of("id"))).isEmpty();
        assertThat(IdentifierCheck.reasonAgainst(NumberColumn.of("id", 7))).isEmpty();
    }

    @Test
    void whatLooksLikeAnIdentifierAndIsUsedIsDoubted() {
        assertThat(IdentifierCheck.warningAbout(keys("population", 19))).isEmpty();
        assertThat(IdentifierCheck.warningAbout(keys("population", 20))).contains(Kind.DISTINCT_INTEGERS);
        assertThat(IdentifierCheck.warningAbout(numbers("gap", 20, row -> row == 5 ? Double.NaN : row)))
                .isEmpty();
        assertThat(IdentifierCheck.warningAbout(words(20, row -> "t" + row))).isEmpty();
    }

    @Test
    void datesAndTruthValuesNeverNameRows() {
        LocalDateTime[] days = new LocalDateTime[500];
        Arrays.setAll(days, row -> LocalDate.EPOCH.plusDays(row).atStartOfDay());
        BooleanColumn.Builder truths = new BooleanColumn.Builder("id");
        for (int row = 0; row < 500; row++) {
            truths.add(row % 2 == 0);
        }
        for (Column column : List.of(DateColumn.of("id", days), truths.build())) {
            assertThat(IdentifierCheck.reasonAgainst(column)).isEmpty();
            assertThat(IdentifierCheck.warningAbout(column)).isEmpty();
        }
    }

    /// Whatever the order, the same text is an identifier, and the same numbers are doubted.
    @Property(tries = 50, seed = "1")
    void theOrderOfRowsDoesNotMatter(
            @ForAll @Size(min = 15, max = 40) List<@IntRange(min = 0, max = 60) Integer> values, @ForAll int seed) {
        List<Integer> others = new ArrayList<>(values);
        Collections.shuffle(others, new Random(seed));

        assertThat(IdentifierCheck.reasonAgainst(words(others.size(), row -> "t" + others.get(row))))
                .isEqualTo(IdentifierCheck.reasonAgainst(words(values.size(), row -> "t" + values.get(row))));
        assertThat(IdentifierCheck.warningAbout(numbers("n", others.size(), others::get)))
                .isEqualTo(IdentifierCheck.warningAbout(numbers("n", values.size(), values::get)));
    }
}
