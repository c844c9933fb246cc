package slope.onnx.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slope.onnx.format.ElementType;
import slope.preprocess.DateEncoder;

/// Columns of dates: from whole seconds to the aspect that an input takes.
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

    DateNodes(ColumnInputs columns, GraphBuilder graph) {
        this.columns = columns;
        this.graph = graph;
    }

    /// Names of whole numbers, rows × 1, about a column of dates.
    ///
    /// @param isMissing whether there is none; the rest is then that of the beginning of 1970
    /// @param days since the beginning of 1970
    /// @param second of the day
    private record Calendar(String isMissing, String days, String second) {}

    /// Adds an aspect of a date, scaled.
    String add(DateEncoder encoding) {
        Calendar calendar = calendars.computeIfAbsent(encoding.column(), this::calendar);
        String aspect = switch (encoding.part()) {
            case YEAR -> graph.cast(year(calendar.days()), ElementType.FLOAT);
            case DAYS -> graph.cast(calendar.days(), ElementType.FLOAT);
            case MONTH_SINE, MONTH_COSINE -> looked(encoding.part(), monthFromMarch(calendar.days()), 12);
            case WEEKDAY_SINE, WEEKDAY_COSINE -> looked(encoding.part(), modulo(calendar.days(), 7), 7);
            case HOUR_SINE -> hour(encoding.part(), "Sin", calendar.second());
            case HOUR_COSINE -> hour(encoding.part(), "Cos", calendar.second());
        };
        // A part of a day beside thousands of days would be rounded off, so it comes on its own.
        String scaled = encoding.part() == DateEncoder.Part.DAYS
                ? ScalerNodes.add(List.of(encoding.scaling()), aspect, partOfDay(calendar.second()), graph)
                : ScalerNodes.add(List.of(encoding.scaling()), aspect, graph);
        float filling = encoding.scaling().apply(encoding.filling());
        return graph.node("Where", calendar.isMissing(), graph.scalar("scaled filling", filling), scaled);
    }

    private Calendar calendar(String column) {
        String isMissing = MissingNodes.isMissing(column, columns, graph);
        String seconds = graph.node("Where", isMissing, graph.whole("1970", 0), columns.name(column));
        String second = modulo(seconds, SECONDS_A_DAY);
        // Exact, because the rest is gone; a plain division would round moments before 1970 the wrong way.
        return new Calendar(isMissing, divide(graph.node("Sub", seconds, second), SECONDS_A_DAY), second);
    }

    private String partOfDay(String second) {
        return graph.node(
                "Div", graph.cast(second, ElementType.FLOAT), graph.scalar("seconds a day", (float) SECONDS_A_DAY));
    }

    /// Whole minutes out of a table, because many rows share them and have to be told equal to the bit.
    private String hour(DateEncoder.Part part, String function, String second) {
        String whole = looked(part, divide(second, 60), 24 * 60);
        String isWhole = graph.node("Equal", modulo(second, 60), graph.whole("no second", 0));
        return graph.node("Where", isWhole, whole, graph.node(function, angle(second)));
    }

    private String angle(String second) {
        return graph.node("Mul", partOfDay(second), graph.scalar("full circle", (float) (2 * Math.PI)));
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

    /// A table of what the aspect is at each place, and the place's row of it.
    private String looked(DateEncoder.Part part, String place, int places) {
        float[] values = new float[places];
        for (int index = 0; index < places; index++) {
            values[index] = (float) part.of(momentAt(part, index));
        }
        return graph.node("Gather", graph.floats(part.title(), List.of((long) places), values), place);
    }

    /// Seconds since 1970 of some moment at a place of the circle.
    private static long momentAt(DateEncoder.Part part, int place) {
        return switch (part) {
            // The middle of a month: 1970-03-16 is day 74, and months are 30 and a half days apart.
            case MONTH_SINE, MONTH_COSINE -> (74 + 30L * place + place / 2) * SECONDS_A_DAY;
            case WEEKDAY_SINE, WEEKDAY_COSINE -> place * SECONDS_A_DAY;
            case HOUR_SINE, HOUR_COSINE -> place * 60L;
            case YEAR, DAYS -> throw new IllegalArgumentException("not from a table: " + part);
        };
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
