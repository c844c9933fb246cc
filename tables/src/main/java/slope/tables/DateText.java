package slope.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /// Longer texts are none.
    private static final int MOST_CHARACTERS = 60;

    private static final String ISO_DAY = "0000-00-00";
    private static final String ISO_MOMENT = "0000-00-00T00:00:00";

    /// As POSIX has it.
    private static final int FIRST_OF_1900 = 69;

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /// How texts begin that do not begin with a digit.
    private static final Set<String> NAMES = Stream.concat(
                    MONTHS.stream(), Stream.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
            .collect(Collectors.toUnmodifiableSet());

    private static final String WEEKDAY =
            "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s+)?";

    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    private static final String TIME = "(?:(?:T|[ ,:]\\s*|,?\\s+at\\s+)(?<hour>\\d{1,2})(?::(?<minute>\\d{2})"
            + "(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?)?(?:\\s?(?<half>[ap])\\.?m\\.?)?"
            + "(?:\\s?(?<zone>(?:GMT|UTC)?[+-]\\d{2}(?::?\\d{2})?|[A-Za-z]{1,5}|[A-Za-z_]+/[A-Za-z_/]+))?"
            + "(?:\\s?[\\[(][A-Za-z_/ ]+[\\])])?)?";

    private static final Pattern NUMBERS = pattern("(\\d{1,4})([-/.]) ?(\\d{1,2})\\2 ?(\\d{1,4})");
    private static final Pattern YEAR_MONTH_NAME = pattern("(\\d{4})[- /.]" + MONTH + "[- /.](\\d{1,2})");
    private static final Pattern DAY_MONTH_NAME =
            pattern("(\\d{1,2})(?:st|nd|rd|th)?\\.?[- /]?\\s*(?:of )?" + MONTH + "[- /,]*\\s*'?(\\d{4}|\\d{2})");
    private static final Pattern MONTH_NAME_DAY =
            pattern(MONTH + "[- /]?\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|[- /]\\s*)(\\d{4})");
    private static final Pattern DIGITS = pattern("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DIGITS_AND_TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T?"
            + "(?<hour>\\d{2})(?<minute>\\d{2})(?:(?<second>\\d{2})(?:[.,]\\d{1,9})?)?"
            + "(?<half>(?!))?(?<zone>[Zz]|[+-]\\d{2}(?::?\\d{2})?)?"); // never with a.m. or p.m.

    private static Pattern pattern(String day) {
        return Pattern.compile(WEEKDAY + day + TIME, Pattern.CASE_INSENSITIVE);
    }

    /// The text, if it has the form of a date.
    static Optional<DateText> of(String text) {
        String bare = text.strip();
        if (bare.length() < 6 || bare.length() > MOST_CHARACTERS || !mayBegin(bare)) {
            return Optional.empty();
        }
        try {
            if (isIso(bare)) {
                return Optional.of(ofIso(bare));
            }
            Matcher form = NUMBERS.matcher(bare);
            if (form.matches()) {
                return ofNumbers(form);
            }
            form = YEAR_MONTH_NAME.matcher(bare);
            if (form.matches()) {
                return Optional.of(certain(form, number(form, 1), month(form, 2), number(form, 3)));
            }
            form = DAY_MONTH_NAME.matcher(bare);
            if (form.matches()) {
                return Optional.of(certain(form, number(form, 3), month(form, 2), number(form, 1)));
            }
            form = MONTH_NAME_DAY.matcher(bare);
            if (form.matches()) {
                return Optional.of(certain(form, number(form, 3), month(form, 1), number(form, 2)));
            }
            form = DIGITS.matcher(bare);
            if (!form.matches()) {
                form = DIGITS_AND_TIME.matcher(bare);
            }
            return form.matches()
                    ? Optional.of(certain(form, number(form, 1), number(form, 2), number(form, 3)))
                    : Optional.empty();
        } catch (DateTimeException ignored) {
            return Optional.empty(); // such as 25:00, or a time zone of 99 hours
        }
    }

    /// Most texts are no dates, which this tells quickly: a digit comes first, or the name of a month or weekday.
    private static boolean mayBegin(String text) {
        return Character.isDigit(text.charAt(0))
                || NAMES.contains(text.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    /// Whether a text has the form that programs write, a day or a day and a time, which needs no pattern.
    private static boolean isIso(String text) {
        if (text.length() != ISO_DAY.length() && text.length() != ISO_MOMENT.length()) {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            char wanted = ISO_MOMENT.charAt(index);
            boolean isDigit = each >= '0' && each <= '9';
            if (wanted == '0' ? !isDigit : each != wanted && !(wanted == 'T' && each == ' ')) {
                return false;
            }
        }
        return true;
    }

    private static DateText ofIso(String text) {
        LocalTime time = text.length() == ISO_DAY.length()
                ? LocalTime.MIDNIGHT
                : LocalTime.of(twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17));
        int year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
        List<Integer> numbers = List.of(year, twoDigits(text, 5), twoDigits(text, 8));
        return new DateText(numbers, true, false, time, Optional.empty());
    }

    private static int twoDigits(String text, int index) {
        return 10 * (text.charAt(index) - '0') + text.charAt(index + 1) - '0';
    }

    private static Optional<DateText> ofNumbers(Matcher form) {
        int first = form.group(1).length();
        int last = form.group(4).length();
        boolean isYearFirst = first == 4 && last <= 2;
        boolean isYearLast = last == 4 && first <= 2;
        // 1.2.34 is rather the number of a version.
        boolean isShort =
                last == 2 && (first == 2 || (first == 1 && !form.group(2).equals(".")));
        if (!isYearFirst && !isYearLast && !isShort) {
            return Optional.empty();
        }
        List<Integer> numbers = List.of(number(form, 1), number(form, 3), number(form, 4));
        return Optional.of(new DateText(numbers, isYearFirst, !isYearFirst && isShort, time(form), zone(form)));
    }

    private static DateText certain(Matcher form, int year, int month, int day) {
        boolean isShort = year < 100;
        return new DateText(List.of(year, month, day), true, isShort, time(form), zone(form));
    }

    /// The moment in UTC; nothing if there is none in this order, such as a 30th of February.
    Optional<LocalDateTime> moment(DateOrder order) {
        if (!certain && order == DateOrder.YEAR_FIRST) {
            return Optional.empty();
        }
        int year = numbers.get(certain ? 0 : 2);
        int month = numbers.get(certain || order == DateOrder.DAY_FIRST ? 1 : 0);
        int day = numbers.get(certain ? 2 : order == DateOrder.DAY_FIRST ? 0 : 1);
        if (hasShortYear) {
            year += year < FIRST_OF_1900 ? 2000 : 1900;
        }
        try {
            LocalDateTime there = LocalDate.of(year, month, day).atTime(time);
            return Optional.of(zone.map(each ->
                            there.minusSeconds(each.getRules().getOffset(there).getTotalSeconds()))
                    .orElse(there));
        } catch (DateTimeException ignored) {
            return Optional.empty();
        }
    }

    /// What two-digit years are taken for, behind a date that has one; else empty.
    String century() {
        return hasShortYear ? "; years 69 to 99 are of 1900, others of 2000" : "";
    }

    /// Whether it is written as dates mostly are: numbers with the whole year, and a time of 24
    /// hours.
    boolean isPlain(String text) {
        return !hasShortYear && text.chars().noneMatch(each -> Character.isLetter(each) && each != 'T' && each != 'Z');
    }

    private static LocalTime time(Matcher form) {
        if (form.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(form, "hour");
        String half = form.group("half");
        if (half == null ? form.group("minute") == null : hour < 1 || hour > 12) {
            throw new DateTimeException("no time");
        }
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(hour, number(form, "minute"), number(form, "second"));
    }

    private static Optional<ZoneId> zone(Matcher form) {
        return Optional.ofNullable(form.group("zone"))
                .map(zone -> ZoneId.of(zone.length() == 1 ? zone.toUpperCase(Locale.ROOT) : zone));
    }

    private static int month(Matcher form, int group) {
        return 1 + MONTHS.indexOf(form.group(group).substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static int number(Matcher form, String group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }
}
