package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.table.BooleanColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.NumberColumn;

class GivenColumnTest {
    private static GivenColumn given(ColumnKind kind, ReadOptions options) {
        return new GivenColumn("x", kind, options, 0);
    }

    private static GivenColumn numbers() {
        return given(ColumnKind.NUMBER, ReadOptions.none().notations(Map.of("x", ReadOptions.PLAIN)));
    }

    @Test
    void numbersComeAsSuchOrAsText() {
        GivenColumn given = numbers();
        given.addNumber(1.5);
        given.addText("2.5");
        given.addText(" ");
        given.addNumber(Double.NaN);
        given.addMissing();

        NumberColumn column = (NumberColumn) given.column();
        assertThat(column.value(0)).isEqualTo(1.5);
        assertThat(column.value(1)).isEqualTo(2.5);
        assertThat(column.missingCount()).isEqualTo(3);
    }

    @Test
    void whatStandsForMissingIsMissingInEveryForm() {
        ReadOptions options = ReadOptions.none().missing(Set.of("n/a", "-999"));
        GivenColumn numbers = given(ColumnKind.NUMBER, options.notations(Map.of("x", ReadOptions.PLAIN)));
        numbers.addNumber(-999);
        numbers.addText("-999.0");
        numbers.addText("n/a");
        GivenColumn words = given(ColumnKind.CATEGORY, options);
        words.addText("n/a");
        words.addNumber(-999);
        words.addText("");

        assertThat(numbers.column().missingCount()).isEqualTo(3);
        assertThat(words.column().missingCount()).isEqualTo(3);
    }

    @Test
    void wordsAreAsTheyAreWritten() {
        GivenColumn given = given(ColumnKind.CATEGORY, ReadOptions.none());
        given.addText("07");
        given.addNumber(7);
        given.addBoolean(true);

        Column column = given.column();
        assertThat(column.kind()).isEqualTo(ColumnKind.CATEGORY);
        assertThat(column.text(0)).isEqualTo("07");
        assertThat(column.text(1)).isEqualTo("7");
        assertThat(column.text(2)).isEqualTo("true");
    }

    @Test
    void datesHaveTheOrderThatTheOptionsSay() {
        GivenColumn given = given(ColumnKind.DATE, ReadOptions.none().dates(Map.of("x", DateOrder.DAY_FIRST)));
        given.addText("03/04/2026");
        given.addMissing();

        assertThat(((DateColumn) given.column()).moment(0)).isEqualTo(LocalDateTime.of(2026, 4, 3, 0, 0));
    }

    @Test
    void datesComeAsSuch() {
        LocalDateTime moment = LocalDateTime.of(2026, 4, 3, 12, 30);
        GivenColumn dates = given(ColumnKind.DATE, ReadOptions.none().dates(Map.of("x", DateOrder.YEAR_FIRST)));
        dates.addDate(moment);
        dates.addMissing();
        GivenColumn words = given(ColumnKind.CATEGORY, ReadOptions.none());
        words.addDate(moment);
        GivenColumn number = numbers();
        number.addDate(moment);

        assertThat(((DateColumn) dates.column()).moment(0)).isEqualTo(moment);
        assertThat(words.column().text(0)).isEqualTo(DateColumn.text(moment));
        assertRefused(number, "in row 1; a number was expected");
    }

    @Test
    void truthsComeAsSuchOrAsText() {
        GivenColumn given = given(ColumnKind.BOOLEAN, ReadOptions.none());
        given.addBoolean(false);
        given.addText("TRUE");

        assertThat(((BooleanColumn) given.column()).isTrue(1)).isTrue();
    }

    @Test
    void anotherKindIsRefusedWithItsRow() {
        GivenColumn word = numbers();
        word.addNumber(1);
        word.addText("tall");
        assertRefused(word, "column \"x\" has \"tall\" in row 2; a number was expected");
        GivenColumn infinite = numbers();
        infinite.addNumber(Double.NEGATIVE_INFINITY);
        assertRefused(infinite, "an infinite number in row 1");
        GivenColumn number = given(ColumnKind.BOOLEAN, ReadOptions.none());
        number.addMissing();
        number.addNumber(3);
        assertRefused(number, "numbers (\"3\") in row 2; the model wants true/false");
        GivenColumn mixed = given(ColumnKind.BOOLEAN, ReadOptions.none());
        mixed.addBoolean(true);
        mixed.addNumber(3);
        assertRefused(mixed, "a value of another kind than those before it in row 2");
        GivenColumn noDate = given(ColumnKind.DATE, ReadOptions.none().dates(Map.of("x", DateOrder.YEAR_FIRST)));
        noDate.addText("soon");
        assertRefused(noDate, "has \"soon\" in row 1");
    }

    private static void assertRefused(GivenColumn given, String sentence) {
        assertThatThrownBy(given::column).isInstanceOf(DataException.class).hasMessageContaining(sentence);
    }
}
