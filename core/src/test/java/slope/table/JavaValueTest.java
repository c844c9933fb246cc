package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JavaValueTest {
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 11, 29, 6, 30);

    @Test
    void aNumberOfAnyClassIsANumber() {
        for (Number number : List.of(3, 3L, 3f, 3.0, (short) 3, new BigDecimal("3.00"))) {
            NumberColumn column = (NumberColumn) JavaValue.column("n", number);
            assertThat(column.value(0)).isEqualTo(3);
            assertThat(column.text(0)).isEqualTo("3");
        }
    }

    @Test
    void anInfiniteNumberIsTheLargest() {
        assertThat(((NumberColumn) JavaValue.column("n", Double.NEGATIVE_INFINITY)).value(0))
                .isEqualTo(-Double.MAX_VALUE);
    }

    @Test
    void truthIsTruth() {
        assertThat(((BooleanColumn) JavaValue.column("b", true)).isTrue(0)).isTrue();
        BooleanColumn no = (BooleanColumn) JavaValue.column("b", false);
        assertThat(no.isTrue(0)).isFalse();
        assertThat(no.isMissing(0)).isFalse();
    }

    @Test
    void aMomentOfAnyClassIsADate() {
        Instant instant = MOMENT.toInstant(ZoneOffset.UTC);
        ZonedDateTime berlin = ZonedDateTime.of(MOMENT.plusHours(1), ZoneOffset.ofHours(1));
        for (Object moment : List.of(MOMENT, instant, berlin, berlin.toOffsetDateTime())) {
            assertThat(((DateColumn) JavaValue.column("d", moment)).moment(0)).isEqualTo(MOMENT);
        }
        assertThat(((DateColumn) JavaValue.column("d", LocalDate.of(1969, 12, 31))).text(0))
                .isEqualTo("1969-12-31");
    }

    @Test
    void anythingElseIsItsText() {
        UUID uuid = new UUID(1, 2);
        for (Object value : List.of("Ulm", ColumnKind.DATE, uuid, 'x')) {
            CategoryColumn column = (CategoryColumn) JavaValue.column("c", value);
            assertThat(column.text(0)).isEqualTo(value.toString());
            assertThat(column.categories()).containsExactly(value.toString());
        }
    }

    @Test
    void nullNotANumberAndEmptyTextAreMissing() {
        assertThat(JavaValue.column("x", null).isMissing(0)).isTrue();
        assertThat(JavaValue.column("x", Float.NaN).isMissing(0)).isTrue();
        assertThat(JavaValue.column("x", "").isMissing(0)).isTrue();
        assertThat(JavaValue.column("x", "").rows()).isEqualTo(1);
    }
}
