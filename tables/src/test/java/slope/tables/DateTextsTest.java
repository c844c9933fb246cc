package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.Written;

class DateTextsTest {

    @ParameterizedTest
    @CsvSource({
        "2011-01-31, 2011-01-31",
        "2011/1/31, 2011-01-31",
        "31-01-2011, 2011-01-31",
        "31.1.2011, 2011-01-31",
        "1/31/2011, 2011-01-31",
        "2011-01-31T13:45, 2011-01-31T13:45",
        "2011-01-31 13:45:09, 2011-01-31T13:45:09",
        "2011-01-31T13:45:09.123Z, 2011-01-31T13:45:09",
        "2011-01-31T23:45:00-05:00, 2011-02-01T04:45",
        "31.01.2011 08:00, 2011-01-31T08:00",
        "31. 1. 2011, 2011-01-31",
        "31 Jan 2011, 2011-01-31",
        "31-JAN-2011, 2011-01-31",
        "31JAN2011, 2011-01-31",
        "31st of January 2011, 2011-01-31",
        "'January 31, 2011', 2011-01-31",
        "'Jan. 31, 2011', 2011-01-31",
        "Sept 3 2011, 2011-09-03",
        "2011-Jan-31, 2011-01-31",
        "'Mon, 31 Jan 2011 23:45:00 GMT', 2011-01-31T23:45",
        "Monday 31 January 2011, 2011-01-31",
        "Mon Jan 31 2011 23:45:00 GMT+0100 (Central European Time), 2011-01-31T22:45",
        "31/Jan/2011:13:55:36 -0700, 2011-01-31T20:55:36",
        "31/1/2011 3:04 PM, 2011-01-31T15:04",
        "'1/31/2011, 12:30:15 a.m.', 2011-01-31T00:30:15",
        "1/31/2011 12 pm, 2011-01-31T12:00",
        "2011-01-31 10:00 UTC, 2011-01-31T10:00",
        "2011-07-31 10:00 Europe/Berlin, 2011-07-31T08:00",
        "2011-07-31T10:00+02:00[Europe/Berlin], 2011-07-31T08:00",
        "31/12/99, 1999-12-31",
        "12/31/05, 2005-12-31",
        "31.12.68, 2068-12-31",
        "31-Dec-69, 1969-12-31",
    })
    void formsPeopleWriteAreRead(String text, String wanted) {
        assertThat(texts(cells("day", text, null))).isEqualTo(wanted + ",");
    }

    @Test
    void theColumnTellsWhetherTheDayComesFirst() {
        assertThat(texts(cells("day", "01/02/2011", "31/01/2011"))).isEqualTo("2011-02-01,2011-01-31");
        assertThat(texts(cells("day", "01/02/2011", "01/31/2011"))).isEqualTo("2011-01-02,2011-01-31");
    }

    @Test
    void whereNothingTellsTheDayComesFirstAndTheColumnSaysSo() {
        DateColumn column = dates("01.02.2011", "03.04.2011");
        assertThat(column.text(0)).isEqualTo("2011-02-01");
        assertThat(column.order()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(column.isAmbiguous()).isTrue();
        assertThat(dates("2011-02-01").isAmbiguous()).isFalse();
    }

    @Test
    void datesThatTellTheirOrderStandAmongOthers() {
        DateColumn column = dates("2011-01-31", "31.01.2011", "5 Feb 2011");
        assertThat(column.text(1)).isEqualTo("2011-01-31");
        assertThat(column.text(2)).isEqualTo("2011-02-05");
        assertThat(dates("5 Feb 2011").order()).isEqualTo(DateOrder.YEAR_FIRST);
    }

    @Test
    void aFormThatIsNotPlainIsSaid() {
        assertThat(dates("2011-01-31", "2011-01-31T13:45:00Z").written()).isEmpty();
        assertThat(dates("31/12/1999", "31/12/98").written())
                .hasValue(
                        new Written("day first", "31/12/98", "1998-12-31; years 69 to 99 are of 1900, others of 2000"));
    }

    @Test
    void ofTwoDigitYearsTheLatestIsSaid() {
        assertThat(dates("5-Jan-71", "5-Jan-67", "5-Jan-80")
                        .written()
                        .orElseThrow()
                        .value())
                .startsWith("2067-01-05");
    }

    @ParameterizedTest
    @CsvSource({
        "20190412T101500, 2019-04-12T10:15",
        "20190412T1015, 2019-04-12T10:15",
        "20190412T101500Z, 2019-04-12T10:15",
        "20190412T101500+0200, 2019-04-12T08:15",
        "20190412T101500.25, 2019-04-12T10:15",
    })
    void momentsWithoutMarks(String text, String moment) {
        assertThat(dates(text).text(0)).isEqualTo(moment);
    }

    @Test
    void digitsAloneAreMomentsWhereThatIsSaid() {
        CellTexts column = cells("at", "20190412101500", "201904121015");
        assertThat(column(DateTexts.of(column, DateOrder.YEAR_FIRST)).text(0)).isEqualTo("2019-04-12T10:15");
        assertThat(DateTexts.of(column)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "30.02.2011, 28.02.2011, 31.03.2011",
        "31/01/2011, 01/31/2011, 30/01/2011",
        "01/31/2011, 2011-01-31 25:00, 2011-01-30",
        "N/A, 2011-01-31, 2011-01-30",
        "0000-00-00, 2011-01-31, 2011-01-30",
        "2011-01-31 10:00 XYZ, 2011-01-31, 2011-01-30",
    })
    void oneOfAnotherFormIsRefused(String first, String second, String third) {
        assertThat(DateTexts.of(cells("day", first, second, third))).containsInstanceOf(ColumnResult.Spoiled.class);
    }

    @Test
    void fractionsOfASecondAreLeftOutAndThatIsSaid() {
        Written written = dates("2011-01-31 10:00", "2011-01-31 10:00:00.25", "2011-01-31 10:00:01,5")
                .written()
                .orElseThrow();
        assertThat(written.example()).isEqualTo("2011-01-31 10:00:00.25");
        assertThat(written.value()).isEqualTo("2011-01-31T10:00; fractions of a second are left out");
        assertThat(dates("2011-01-31 10:00:00.000").written()).isEmpty();
        assertThat(dates("31 Jan 2011 1:00:00.5 PM").written().orElseThrow().value())
                .isEqualTo("2011-01-31T13:00; fractions of a second are left out");
    }

    @ParameterizedTest
    @CsvSource({
        "tomorrow, today",
        "1-2-3, 4-5-6",
        "1.2.34, 1.2.35",
        "2011-01/31, 2011-01/30",
        "20110131, 20110130",
        "March, May 5",
    })
    void otherTextStaysText(String first, String second) {
        assertThat(DateTexts.of(cells("day", first, second))).isEmpty();
    }

    @Test
    void anOrderThatIsKnownIsKept() {
        CellTexts column = cells("day", "01/02/2011", null, "2011-01-31", "20110131", "3 May 2011");
        DateColumn monthFirst = column(DateTexts.of(column, DateOrder.MONTH_FIRST));
        assertThat(monthFirst.text(0)).isEqualTo("2011-01-02");
        assertThat(monthFirst.text(2)).isEqualTo("2011-01-31");
        assertThat(monthFirst.text(3)).isEqualTo("2011-01-31");
        assertThat(monthFirst.text(4)).isEqualTo("2011-05-03");
        assertThat(monthFirst.order()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(monthFirst.isAmbiguous()).isFalse();
        assertThat(column(DateTexts.of(column, DateOrder.DAY_FIRST)).text(0)).isEqualTo("2011-02-01");
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR_FIRST, 01/02/2011",
        "DAY_FIRST, 01/31/2011",
        "MONTH_FIRST, 31/01/2011",
        "MONTH_FIRST, 02/30/2011",
        "DAY_FIRST, tomorrow",
        "DAY_FIRST, 01/02/2011 25:00"
    })
    void whatIsNoDateInTheKnownOrderIsRefused(DateOrder order, String other) {
        CellTexts column = cells("day", null, "2011-01-31", other);
        assertThat(DateTexts.of(column, order))
                .isInstanceOfSatisfying(
                        ColumnResult.Spoiled.class,
                        spoiled -> assertThat(spoiled.problem().row()).isEqualTo(2));
    }

    private static CellTexts cells(String name, @Nullable String... texts) {
        CategoryColumn.Builder column = new CategoryColumn.Builder(name);
        for (String text : texts) {
            if (text == null) {
                column.addMissing();
            } else {
                column.add(text);
            }
        }
        return CellTexts.of(column);
    }

    private static String texts(CellTexts column) {
        DateColumn dates = column(DateTexts.of(column).orElseThrow());
        return IntStream.range(0, dates.rows()).mapToObj(dates::text).collect(Collectors.joining(","));
    }

    private static DateColumn dates(String... texts) {
        return column(DateTexts.of(cells("day", texts)).orElseThrow());
    }

    private static DateColumn column(ColumnResult result) {
        return (DateColumn) ((ColumnResult.Finished) result).column();
    }
}
