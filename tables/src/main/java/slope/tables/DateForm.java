package slope.tables;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms of dates that have names, a time of 12 hours, a time zone with a name, or no marks.
enum DateForm {
    NUMBERS("(\\d{1,4})([-/.]) ?(\\d{1,2})\\2 ?(\\d{1,4})") {
        @Override
        Optional<DateText> date(Matcher form) {
            int[] numbers = {number(form, 1), number(form, 3), number(form, 4)};
            int[] digits = {
                form.group(1).length(), form.group(3).length(), form.group(4).length()
            };
            return DateText.ofNumbers(numbers, digits, form.group(2).charAt(0), time(form), zone(form));
        }
    },
    YEAR_MONTH_NAME("(\\d{4})[- /.]" + Parts.MONTH + "[- /.](\\d{1,2})") {
        @Override
        Optional<DateText> date(Matcher form) {
            return certain(form, number(form, 1), month(form, 2), number(form, 3));
        }
    },
    DAY_MONTH_NAME("(\\d{1,2})(?:st|nd|rd|th)?\\.?[- /]?\\s*(?:of )?" + Parts.MONTH + "[- /,]*\\s*'?(\\d{4}|\\d{2})") {
        @Override
        Optional<DateText> date(Matcher form) {
            return certain(form, number(form, 3), month(form, 2), number(form, 1));
        }
    },
    MONTH_NAME_DAY(Parts.MONTH + "[- /]?\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|[- /]\\s*)(\\d{4})") {
        @Override
        Optional<DateText> date(Matcher form) {
            return certain(form, number(form, 3), month(form, 1), number(form, 2));
        }
    },
    DIGITS("(\\d{4})(\\d{2})(\\d{2})") {
        @Override
        Optional<DateText> date(Matcher form) {
            return certain(form, number(form, 1), number(form, 2), number(form, 3));
        }
    },
    DIGITS_AND_TIME(Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T?"
            + "(?<hour>\\d{2})(?<minute>\\d{2})(?:(?<second>\\d{2})(?:[.,](?<part>\\d{1,9}))?)?"
            + "(?<half>(?!))?(?<zone>[Zz]|[+-]\\d{2}(?::?\\d{2})?)?")) { // never with a.m. or p.m.
        @Override
        Optional<DateText> date(Matcher form) {
            return DIGITS.date(form);
        }
    };

    private static final Set<Integer> LENGTHS = Set.of(8, 12, 14); // of digits alone: days, minutes, seconds
    private static final int NANOS_DIGITS = 9;

    private final Pattern pattern;

    /// What several forms have.
    private static final class Parts {
        static final String WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\\s+)?";

        static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

        static final String TIME = "(?:(?:T|[ ,:]\\s*|,?\\s+at\\s+)(?<hour>\\d{1,2})(?::(?<minute>\\d{2})"
                + "(?::(?<second>\\d{2})(?:[.,](?<part>\\d{1,9}))?)?)?(?:\\s?(?<half>[ap])\\.?m\\.?)?"
                + "(?:\\s?(?<zone>(?:GMT|UTC)?[+-]\\d{2}(?::?\\d{2})?|[A-Za-z]{1,5}|[A-Za-z_]+/[A-Za-z_/]+))?"
                + "(?:\\s?[\\[(][A-Za-z_/ ]+[\\])])?)?";
    }

    DateForm(String day) {
        this(Pattern.compile(Parts.WEEKDAY + day + Parts.TIME, Pattern.CASE_INSENSITIVE));
    }

    DateForm(Pattern pattern) {
        this.pattern = pattern;
    }

    /// The date that a text is, if it has one of these forms.
    ///
    /// @throws DateTimeException if it has a time or a time zone that there is not
    static Optional<DateText> of(String text) {
        if (isOtherNumber(text)) {
            return Optional.empty();
        }
        for (DateForm each : values()) {
            Matcher form = each.pattern.matcher(text);
            if (form.matches()) {
                return each.date(form);
            }
        }
        return Optional.empty();
    }

    /// Whether a text is digits alone, and not as many as a day or a moment has.
    private static boolean isOtherNumber(String text) {
        int index = 0;
        while (index < text.length() && Character.isDigit(text.charAt(index))) {
            index++;
        }
        return index == text.length() && !LENGTHS.contains(index);
    }

    abstract Optional<DateText> date(Matcher form);

    private static Optional<DateText> certain(Matcher form, int year, int month, int day) {
        return Optional.of(new DateText(List.of(year, month, day), true, year < 100, time(form), zone(form)));
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
        return LocalTime.of(hour, number(form, "minute"), number(form, "second"), nanos(form));
    }

    private static int nanos(Matcher form) {
        String part = form.group("part");
        return part == null ? 0 : Integer.parseInt(part + "0".repeat(NANOS_DIGITS - part.length()));
    }

    private static Optional<ZoneId> zone(Matcher form) {
        return Optional.ofNullable(form.group("zone"))
                .map(zone -> ZoneId.of(zone.length() == 1 ? zone.toUpperCase(Locale.ROOT) : zone));
    }

    private static int month(Matcher form, int group) {
        return 1 + DateText.MONTHS.indexOf(form.group(group).substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static int number(Matcher form, String group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }
}
