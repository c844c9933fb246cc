package slope.tables;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of the day and durations; as numbers they are seconds.
enum TimeNotation implements Notation {
    /// 13:45, 1:45 PM, 1 PM; also 13:45:30, which cannot be mistaken.
    HOURS_MINUTES("h:mm"),
    /// 13:45:30, 1:45:30.5, 2 days 01:45:30; also 45:30.5, which has minutes and seconds because of the fraction.
    HOURS_MINUTES_SECONDS("h:mm:ss"),
    /// PT1H30M, P1DT2H, as ISO 8601 writes durations.
    ISO_DURATION("P1D"),
    /// 1h 30m, 1 hour 30 minutes, 2d 4h; also 25m, which may be metres in other columns.
    PARTS("1h 30m");

    private static final Pattern NAMED = Pattern.compile(
            "(-)?(?:(\\d+)\\s*d(?:ays?)?[\\s,]*)?(?:(\\d+)\\s*h(?:rs?|ours?)?[\\s,]*)?"
                    + "(?:(\\d+)\\s*m(?:ins?|inutes?)?[\\s,]*)?(?:(\\d+)\\s*s(?:ecs?|econds?)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile("\\d\\s*\\p{L}+[\\s,]*\\d"); // parts
    private static final int[] SECONDS = {86_400, 3600, 60, 1}; // of its parts

    private static final Pattern CLOCK = Pattern.compile(
            "(-)?(?:(\\d+) days?,?"
                    + " )?(\\d{1,4})(?::([0-5]\\d)(?::([0-5]\\d)(?:[.,](\\d{1,9}))?)?)?\\s*([ap])?(\\.?m\\.?)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MINUTES_SECONDS = Pattern.compile("(-)?(\\d{1,4}):([0-5]\\d)[.,](\\d{1,9})");

    /// The seconds of a day.
    static final double DAY = 86_400;

    private static final Pattern OPEN = Pattern.compile("\\s*-?\\d{1,4}:[0-5]\\d\\s*");

    private final String pattern;

    TimeNotation(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String pattern() {
        return pattern;
    }

    @Override
    public boolean refusesPlain() {
        return true;
    }

    /// Whether a text is a time in some form.
    static boolean isTime(String text) {
        for (TimeNotation form : values()) {
            if (form.writes(text)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a text is a time in this form and no other.
    boolean writes(String text) {
        return !Double.isNaN(number(text))
                && switch (this) {
                    case HOURS_MINUTES -> Double.isNaN(HOURS_MINUTES_SECONDS.number(text));
                    case PARTS -> SEVERAL.matcher(text).find();
                    case HOURS_MINUTES_SECONDS, ISO_DURATION -> true;
                };
    }

    /// Whether a text such as 59:30 may be hours and minutes, or minutes and seconds.
    static boolean isOpen(String text) {
        return OPEN.matcher(text).matches();
    }

    /// The seconds that a text is, NaN if it is no time.
    @Override
    public double number(String text) {
        String bare = text.strip();
        if (this == ISO_DURATION) {
            return bare.startsWith("P") || bare.startsWith("-P") ? duration(bare) : Double.NaN;
        }
        if (bare.isEmpty() || bare.charAt(0) > '9' || !hasMark(bare)) {
            return Double.NaN;
        }
        Matcher minutes = MINUTES_SECONDS.matcher(bare);
        if (this == HOURS_MINUTES_SECONDS && minutes.matches()) {
            return minutesSeconds(minutes);
        }
        Matcher form = (this == PARTS ? NAMED : CLOCK).matcher(bare);
        return !form.matches() ? Double.NaN : this == PARTS ? sum(form) : seconds(form);
    }

    /// Whether a colon or a letter stands in a text; most numbers have none, which this tells quickly.
    private static boolean hasMark(String text) {
        int index = text.length() - 1;
        while (index >= 0 && text.charAt(index) < ':') {
            index--;
        }
        return index >= 0;
    }

    private static double duration(String text) {
        try {
            return Duration.parse(text).toNanos() / 1e9;
        } catch (DateTimeException | ArithmeticException ignored) {
            return Double.NaN;
        }
    }

    private static double sum(Matcher form) {
        double size = 0;
        for (int part = 0; part < SECONDS.length; part++) {
            String digits = form.group(part + 2);
            size += digits == null ? 0 : Double.parseDouble(digits) * SECONDS[part];
        }
        return form.group(1) == null ? size : -size;
    }

    private static double minutesSeconds(Matcher form) {
        double size = Integer.parseInt(form.group(2)) * 60.0 + Double.parseDouble(form.group(3) + "." + form.group(4));
        return form.group(1) == null ? size : -size;
    }

    private double seconds(Matcher form) {
        boolean hasHalf = form.group(7) != null && form.group(8) != null;
        boolean hasMinutes = form.group(4) != null;
        boolean hasSeconds = form.group(5) != null;
        int hours = Integer.parseInt(form.group(3));
        boolean isOfHalf = hasHalf && hours >= 1 && hours <= 12;
        boolean isTime = (form.group(7) == null) == (form.group(8) == null)
                && (hasHalf ? isOfHalf : hasMinutes)
                && (this == HOURS_MINUTES || hasSeconds);
        if (!isTime) {
            return Double.NaN;
        }
        if (hasHalf) {
            hours = hours % 12 + (form.group(7).equalsIgnoreCase("p") ? 12 : 0);
        }
        double days = form.group(2) == null ? 0 : Double.parseDouble(form.group(2));
        int minutes = hasMinutes ? Integer.parseInt(form.group(4)) : 0;
        int seconds = hasSeconds ? Integer.parseInt(form.group(5)) : 0;
        double part = form.group(6) == null ? 0 : Double.parseDouble("0." + form.group(6));
        double size = days * DAY + hours * 3600.0 + minutes * 60 + seconds + part;
        return form.group(1) == null ? size : -size;
    }
}
