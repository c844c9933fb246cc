package slope.tables;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads dates and moments that are digits and marks alone, as programs write them: `2011-01-31`, `31.1.2011`,
/// `2011-01-31 13:45:09.5`, `2011-01-31T13:45:09+02:00`. Most are, and need no pattern.
final class DateDigits {
    private static final int[] MOST_DIGITS = {4, 2, 4}; // of each number of a date
    private static final String MARKS = "-/.";
    private static final int NANOS_DIGITS = 9;
    private static final Optional<ZoneId> UTC = Optional.of(ZoneOffset.UTC);

    private final String text;
    private int place;

    private DateDigits(String text) {
        this.text = text;
    }

    /// The date, if it is written so.
    ///
    /// @throws java.time.DateTimeException if it has a time that there is not, such as 25:00
    static Optional<DateText> of(String text) {
        return new DateDigits(text).date();
    }

    private Optional<DateText> date() {
        int[] numbers = new int[MOST_DIGITS.length];
        int[] digits = new int[MOST_DIGITS.length];
        char mark = 0;
        for (int index = 0; index < numbers.length; index++) {
            if (index > 0 && !takes(mark)) {
                return Optional.empty();
            }
            int start = place;
            numbers[index] = number(MOST_DIGITS[index]);
            digits[index] = place - start;
            mark = index == 0 ? next() : mark;
            if (digits[index] == 0 || MARKS.indexOf(mark) < 0) {
                return Optional.empty();
            }
        }
        Optional<LocalTime> time = time();
        Optional<ZoneId> zone = time.isPresent() ? zone() : Optional.empty();
        return time.isPresent() && place == text.length()
                ? DateText.ofNumbers(numbers, digits, mark, time.get(), zone)
                : Optional.empty();
    }

    /// The time behind the day; midnight if there is none, nothing if it is written in another way.
    private Optional<LocalTime> time() {
        if (place == text.length()) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        if (!takes('T') && !takes('t') && !takes(' ')) {
            return Optional.empty();
        }
        int hour = number(2);
        int minuteAt = place + 1;
        int minute = takes(':') ? number(2) : 0;
        boolean isTime = place == minuteAt + 2;
        int second = 0;
        int nanos = 0;
        if (isTime && takes(':')) {
            int secondAt = place;
            second = number(2);
            isTime = place == secondAt + 2;
            nanos = isTime && (takes('.') || takes(',')) ? fraction() : 0;
        }
        return isTime && nanos >= 0 ? Optional.of(LocalTime.of(hour, minute, second, nanos)) : Optional.empty();
    }

    /// The digits of a fraction as billionths; −1 if there is none.
    private int fraction() {
        int start = place;
        int nanos = number(NANOS_DIGITS);
        for (int digits = place - start; digits < NANOS_DIGITS; digits++) {
            nanos *= 10;
        }
        return place == start ? -1 : nanos;
    }

    /// The time zone at the end, as `Z` or an offset such as +02:00.
    private Optional<ZoneId> zone() {
        if (takes('Z') || takes('z')) {
            return UTC;
        }
        int start = place;
        if (!takes('+') && !takes('-')) {
            return Optional.empty();
        }
        number(2);
        takes(':');
        number(2);
        int length = place - start;
        if (place == text.length() && (length == 3 || length == 5 || length == 6)) {
            return Optional.of(ZoneId.of(text.substring(start)));
        }
        place = start;
        return Optional.empty();
    }

    /// Takes the digits that come next, so many at most.
    private int number(int most) {
        int end = Math.min(text.length(), place + most);
        int number = 0;
        while (place < end && text.charAt(place) >= '0' && text.charAt(place) <= '9') {
            number = 10 * number + text.charAt(place++) - '0';
        }
        return number;
    }

    private char next() {
        return place < text.length() ? text.charAt(place) : 0;
    }

    private boolean takes(char wanted) {
        boolean isNext = place < text.length() && text.charAt(place) == wanted;
        place += isNext ? 1 : 0;
        return isNext;
    }
}
