package slope.onnx.graph;

import static slope.preprocess.DateEncoder.Part.HOUR_COSINE;
import static slope.preprocess.DateEncoder.Part.HOUR_SINE;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import slope.onnx.format.ElementType;
import slope.preprocess.DateEncoder;

/// Columns of dates: from seconds to the part that an input takes, before it is scaled.
///
/// The sine or cosine of each month, weekday and minute comes out of [DateEncoder] itself as a table. The calendar
/// is Howard Hinnant's (howardhinnant.github.io/date_algorithms.html, `civil_from_days`), in whole numbers.
final class DateNodes {
    private static final long SECONDS_A_DAY = 86_400;
    private static final long DAYS_BEFORE_1970 = 719_468; // since 0000-03-01
    private static final long DAYS_OF_400_YEARS = 146_097;

    private final ColumnInputs columns;
    private final GraphBuilder graph;
    private final Map<String, Calendar> calendars = new HashMap<>(); // by column
    private final Map<String, String> parts = new HashMap<>(); // by name

    DateNodes(ColumnInputs columns, GraphBuilder graph) {
        this.columns = columns;
        this.graph = graph;
    }

    /// Names of numbers, rows × 1, about a column of dates.
    ///
    /// @param isMissing whether there is none; the rest is then that of the beginning of 1970
    /// @param seconds since the beginning of 1970
    /// @param days the same, whole ones
    /// @param second of the day
    private record Calendar(String isMissing, String seconds, String days, String second) {}

    /// Adds a part of a date: rows × 1, double, NaN where missing.
    String add(DateEncoder encoding) {
        return parts.computeIfAbsent(encoding.inputNames().getFirst(), first -> part(encoding));
    }

    private String part(DateEncoder encoding) {
        Calendar calendar = calendars.computeIfAbsent(encoding.column(), this::calendar);
        DateEncoder.Part part = encoding.part();
        String value = switch (part) {
            case YEAR -> graph.cast(year(calendar.days()), ElementType.DOUBLE);
            case DAYS -> graph.node("Div", calendar.seconds(), graph.scalar("seconds a day", (double) SECONDS_A_DAY));
            case MONTH_SINE, MONTH_COSINE ->
                looked(part, monthFromMarch(calendar.days()), 12, DateNodes::middleOfMonth);
            case WEEKDAY_SINE, WEEKDAY_COSINE ->
                looked(part, modulo(calendar.days(), 7), 7, day -> day * SECONDS_A_DAY);
            case HOUR_SINE -> hourSine(calendar.second());
            case HOUR_COSINE -> hourCosine(calendar.second());
        };
        return graph.node("Where", calendar.isMissing(), graph.scalar("missing", Double.NaN), value);
    }

    private Calendar calendar(String column) {
        String isMissing = MissingNodes.isMissing(column, columns, graph);
        String seconds = graph.node("Where", isMissing, graph.scalar("1970", 0.0), columns.name(column));
        String whole = graph.cast(seconds, ElementType.INT64);
        String second = modulo(whole, SECONDS_A_DAY);
        // Exact, because the rest is gone; a plain division would round moments before 1970 the wrong way.
        return new Calendar(isMissing, seconds, divide(graph.node("Sub", whole, second), SECONDS_A_DAY), second);
    }

    /// sin(a + b) = sin a · cos b + cos a · sin b of the minute's angle a and that of the seconds behind it, out of
    /// tables: not all runtimes have a sine of doubles. Whole minutes, which many rows share, come out to the bit.
    private String hourSine(String second) {
        return graph.node("Add", product(HOUR_SINE, HOUR_COSINE, second), product(HOUR_COSINE, HOUR_SINE, second));
    }

    /// cos(a + b) = cos a · cos b − sin a · sin b.
    private String hourCosine(String second) {
        return graph.node("Sub", product(HOUR_COSINE, HOUR_COSINE, second), product(HOUR_SINE, HOUR_SINE, second));
    }

    private String product(DateEncoder.Part ofMinute, DateEncoder.Part ofSecond, String second) {
        return graph.node(
                "Mul",
                looked(ofMinute, divide(second, 60), 24 * 60, minute -> minute * 60L),
                looked(ofSecond, modulo(second, 60), 60, place -> place));
    }

    /// Days since the beginning of a span of 400 years that begins in March.
    private String dayOfSpan(String days) {
        return modulo(plus(days, DAYS_BEFORE_1970), DAYS_OF_400_YEARS);
    }

    /// (day − day/1460 + day/36524 − day/146096) / 365.
    private String yearOfSpan(String day) {
        String withoutLeapDays = graph.node(
                "Sub",
                graph.node("Add", graph.node("Sub", day, divide(day, 1460)), divide(day, 36_524)),
                divide(day, 146_096));
        return divide(withoutLeapDays, 365);
    }

    /// Days since the first of March.
    private String dayOfYear(String day, String year) {
        String daysOfYears = graph.node("Sub", graph.node("Add", times(year, 365), divide(year, 4)), divide(year, 100));
        return graph.node("Sub", day, daysOfYears);
    }

    /// From March, which is 0, to February, 11: (5 · day + 2) / 153.
    private String monthFromMarch(String days) {
        String day = dayOfSpan(days);
        return divide(plus(times(dayOfYear(day, yearOfSpan(day)), 5), 2), 153);
    }

    /// A year that began in March counts for January and February as well, so they belong to the next one.
    private String year(String days) {
        String day = dayOfSpan(days);
        String year = yearOfSpan(day);
        String spans = divide(graph.node("Sub", plus(days, DAYS_BEFORE_1970), day), DAYS_OF_400_YEARS);
        String month = divide(plus(times(dayOfYear(day, year), 5), 2), 153);
        String next =
                graph.cast(graph.node("Greater", month, graph.whole("December from March", 9)), ElementType.INT64);
        return graph.node("Add", graph.node("Add", year, times(spans, 400)), next);
    }

    /// A table of what the part is at each place of a circle, and the place's row of it.
    ///
    /// @param moment seconds since 1970 of some moment at a place
    private String looked(DateEncoder.Part part, String place, int places, LongUnaryOperator moment) {
        double[] values = new double[places];
        Arrays.setAll(values, index -> part.of(moment.applyAsLong(index)));
        return graph.node("Gather", graph.doubles(part.title(), values), place);
    }

    /// The middle of a month from March: 1970-03-16 is day 74, and months are 30 and a half days apart.
    private static long middleOfMonth(long month) {
        return (74 + 30 * month + month / 2) * SECONDS_A_DAY;
    }

    /// Never below 0: ONNX's `Mod` has the sign of the divisor.
    private String modulo(String value, long divisor) {
        return graph.node("Mod", value, graph.whole("divisor", divisor));
    }

    private String divide(String value, long divisor) {
        return graph.node("Div", value, graph.whole("divisor", divisor));
    }

    private String times(String value, long factor) {
        return graph.node("Mul", value, graph.whole("factor", factor));
    }

    private String plus(String value, long summand) {
        return graph.node("Add", value, graph.whole("summand", summand));
    }
}
