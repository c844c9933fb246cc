package slope.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slope.table.DateOrder;

/// A text that may be a date or a moment: three numbers between two equal signs, the first or the last of
/// them a year, and perhaps a time and a time zone.
///
/// @param first number as it is written
/// @param yearFirst whether the first is the year, and not the third
/// @param seconds from the beginning of the day to the moment in UTC
record DateText(int first, int second, int third, boolean yearFirst, int seconds) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})"
            + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    /// The text, if it has the form of a date.
    static Optional<DateText> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean yearFirst = form.group(1).length() == 4 && form.group(4).length() <= 2;
        boolean yearLast = form.group(4).length() == 4 && form.group(1).length() <= 2;
        if (!(yearFirst || yearLast)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new DateText(number(form, 1), number(form, 3), number(form, 4), yearFirst, seconds(form)));
        } catch (DateTimeException ignored) {
            return Optional.empty(); // such as 25:00, or a time zone of 99 hours
        }
    }

    /// The moment in UTC; nothing if there is none in this order, such as a 30th of February.
    Optional<LocalDateTime> moment(DateOrder order) {
        if (yearFirst != (order == DateOrder.YEAR_FIRST)) {
            return Optional.empty();
        }
        try {
            LocalDate date = switch (order) {
                case YEAR_FIRST -> LocalDate.of(first, second, third);
                case DAY_FIRST -> LocalDate.of(third, second, first);
                case MONTH_FIRST -> LocalDate.of(third, first, second);
            };
            return Optional.of(date.atStartOfDay().plusSeconds(seconds));
        } catch (DateTimeException ignored) {
            return Optional.empty();
        }
    }

    private static int seconds(Matcher form) {
        if (form.group(5) == null) {
            return 0;
        }
        LocalTime time = LocalTime.of(number(form, 5), number(form, 6), form.group(7) == null ? 0 : number(form, 7));
        int ahead = form.group(8) == null ? 0 : ZoneOffset.of(form.group(8)).getTotalSeconds();
        return time.toSecondOfDay() - ahead;
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
