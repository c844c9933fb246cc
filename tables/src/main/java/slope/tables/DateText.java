package slope.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slope.table.DateOrder;

/// A text that may be a date or a moment: a day, perhaps after the name of a weekday, and perhaps a
/// time and a time zone behind it.
///
/// @param numbers three in the order in which they are written, or year, month, day where that is
///     certain
/// @param certain where the text itself tells the order: the year comes first, or the month has its
///     name
/// @param hasShortYear whether the year has two digits; 69 to 99 are of 1900, 00 to 68 of 2000
/// @param zone if one is written
record DateText(List<Integer> numbers, boolean certain, boolean hasShortYear, LocalTime time, Optional<ZoneId> zone) {
    /// Shorter and longer texts are none.
    private static final int FEWEST_CHARACTERS = 6;

    private static final int MOST_CHARACTERS = 60;

    /// As POSIX has it.
    private static final int FIRST_OF_1900 = 69;

    static final String NO_FRACTIONS = "; fractions of a second are left out";

    static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /// How texts begin that do not begin with a digit.
    private static final Set<String> NAMES = Stream.concat(
                    MONTHS.stream(), Stream.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
            .collect(Collectors.toUnmodifiableSet());

    /// The text, if it has the form of a date.
    static Optional<DateText> of(String text) {
        String bare = text.strip();
        if (bare.length() < FEWEST_CHARACTERS || bare.length() > MOST_CHARACTERS || !mayBegin(bare)) {
            return Optional.empty();
        }
        try {
            Optional<DateText> date = DateDigits.of(bare);
            return date.isPresent() ? date : DateForm.of(bare);
        } catch (DateTimeException ignored) {
            return Optional.empty(); // such as 25:00, or a time zone of 99 hours
        }
    }

    /// Most texts are no dates, which this tells quickly: a digit comes first, or the name of a month or weekday.
    private static boolean mayBegin(String text) {
        return Character.isDigit(text.charAt(0))
                || (Character.isLetter(text.charAt(0))
                        && NAMES.contains(text.substring(0, 3).toLowerCase(Locale.ROOT)));
    }

    /// A date of three numbers, if it can be one.
    ///
    /// @param numbers in the order in which they are written
    /// @param digits how many each has
    /// @param mark that stands between them
    static Optional<DateText> ofNumbers(int[] numbers, int[] digits, char mark, LocalTime time, Optional<ZoneId> zone) {
        int first = digits[0];
        int last = digits[2];
        boolean isYearFirst = first == 4 && last <= 2;
        boolean isYearLast = last == 4 && first <= 2;
        // 1.2.34 is rather the number of a version.
        boolean isShort = last == 2 && (first == 2 || (first == 1 && mark != '.'));
        if (!isYearFirst && !isYearLast && !isShort) {
            return Optional.empty();
        }
        List<Integer> all = List.of(numbers[0], numbers[1], numbers[2]);
        return Optional.of(new DateText(all, isYearFirst, !isYearFirst && isShort, time, zone));
    }

    /// The seconds between the beginning of 1970 and the moment, in UTC; nothing if there is none in this order, such
    /// as
    /// a 30th of February. Fractions of a second are left out.
    OptionalLong seconds(DateOrder order) {
        if (!certain && order == DateOrder.YEAR_FIRST) {
            return OptionalLong.empty();
        }
        int year = numbers.get(certain ? 0 : 2);
        int month = numbers.get(certain || order == DateOrder.DAY_FIRST ? 1 : 0);
        int day = numbers.get(certain ? 2 : order == DateOrder.DAY_FIRST ? 0 : 1);
        if (hasShortYear) {
            year += year < FIRST_OF_1900 ? 2000 : 1900;
        }
        try {
            LocalDateTime there = LocalDate.of(year, month, day).atTime(time);
            ZoneOffset offset = zone.isPresent() ? zone.get().getRules().getOffset(there) : ZoneOffset.UTC;
            return OptionalLong.of(there.toEpochSecond(offset));
        } catch (DateTimeException ignored) {
            return OptionalLong.empty();
        }
    }

    /// What is said behind a date that is read otherwise than it may be meant: what a year of two digits is taken for,
    /// and that fractions of a second are left out; else empty.
    String note() {
        return (hasShortYear ? "; years 69 to 99 are of 1900, others of 2000" : "")
                + (hasFraction() ? NO_FRACTIONS : "");
    }

    /// Whether the time has a fraction of a second.
    boolean hasFraction() {
        return time.get(ChronoField.NANO_OF_SECOND) > 0;
    }

    /// Whether it is written as dates mostly are: numbers with the whole year, and a time of 24
    /// hours.
    boolean isPlain(String text) {
        boolean isPlain = !hasShortYear && !hasFraction();
        for (int index = 0; index < text.length() && isPlain; index++) {
            char each = text.charAt(index);
            isPlain = !Character.isLetter(each) || each == 'T' || each == 'Z';
        }
        return isPlain;
    }
}
