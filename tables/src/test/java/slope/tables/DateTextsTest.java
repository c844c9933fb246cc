package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.DateOrder;

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
    })
    void formsPeopleWriteAreRead(String text, String wanted) {
        assertThat(texts(CategoryColumn.of("day", text, null))).isEqualTo(wanted + ",");
    }

    @Test
    void theColumnTellsWhetherTheDayComesFirst() {
        assertThat(texts(CategoryColumn.of("day", "01/02/2011", "31/01/2011"))).isEqualTo("2011-02-01,2011-01-31");
        assertThat(texts(CategoryColumn.of("day", "01/02/2011", "01/31/2011"))).isEqualTo("2011-01-02,2011-01-31");
    }

    @Test
    void whereNothingTellsTheDayComesFirstAndTheColumnSaysSo() {
        DateColumn column = DateTexts.of(CategoryColumn.of("day", "01.02.2011", "03.04.2011"))
                .orElseThrow();
        assertThat(column.text(0)).isEqualTo("2011-02-01");
        assertThat(column.order()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(column.isAmbiguous()).isTrue();
        assertThat(DateTexts.of(CategoryColumn.of("day", "2011-02-01"))
                        .orElseThrow()
                        .isAmbiguous())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "30.02.2011, 28.02.2011",
        "2011-01-31, 31.01.2011",
        "31/01/2011, 01/31/2011",
        "2011-01-31, tomorrow",
        "1-2-3, 4-5-6",
        "2011-01/31, 2011-01-31",
    })
    void otherTextStaysText(String first, String second) {
        assertThat(DateTexts.of(CategoryColumn.of("day", first, second))).isEmpty();
    }

    @Test
    void anOrderThatIsKnownIsKept() {
        CategoryColumn column = CategoryColumn.of("day", "01/02/2011", null, "2011-01-31");
        DateColumn monthFirst = DateTexts.of(column, DateOrder.MONTH_FIRST);
        assertThat(monthFirst.text(0)).isEqualTo("2011-01-02");
        assertThat(monthFirst.text(2)).isEqualTo("2011-01-31");
        assertThat(monthFirst.order()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(monthFirst.isAmbiguous()).isFalse();
        assertThat(DateTexts.of(column, DateOrder.DAY_FIRST).text(0)).isEqualTo("2011-02-01");
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
    void whatIsNoDateInTheKnownOrderIsFound(DateOrder order, String other) {
        CategoryColumn column = CategoryColumn.of("day", null, "2011-01-31", other);
        assertThat(DateTexts.firstOther(column, order)).hasValue(2);
        assertThat(DateTexts.firstOther(CategoryColumn.of("day", null, "2011-01-31"), order))
                .isEmpty();
    }

    private static String texts(CategoryColumn column) {
        DateColumn dates = DateTexts.of(column).orElseThrow();
        return IntStream.range(0, dates.rows()).mapToObj(dates::text).collect(Collectors.joining(","));
    }
}
