package slope.report.lesson;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import slope.internal.text.Numerals;

/// A logarithmic axis.
///
/// @param from the power of ten at its beginning
/// @param to the power of ten at its end, above `from`
record LogAxis(double from, double to) {
    /// More of them would be read by nobody.
    private static final int MOST_DECADES = 6;

    static LogAxis of(double least, double most) {
        return new LogAxis(StrictMath.log10(least), StrictMath.log10(most));
    }

    /// From one power of ten to another, with all numbers between, or the largest ones.
    static LogAxis decades(double least, double most) {
        double to = Math.ceil(StrictMath.log10(most));
        double from = Math.min(to - 1, Math.floor(StrictMath.log10(least)));
        return new LogAxis(Math.max(from, to - MOST_DECADES), to);
    }

    /// Where a number stands, 0 at the beginning and 1 at the end.
    double place(double number) {
        return number <= 0 ? 0 : Math.clamp((StrictMath.log10(number) - from) / (to - from), 0, 1);
    }

    /// The powers of ten on it, or every second one of many.
    List<Double> ticks() {
        int step = to - from > MOST_DECADES ? 2 : 1;
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.ceil(from); power <= to; power += step) {
            ticks.add(power(power).doubleValue());
        }
        return ticks;
    }

    /// The ticks under their places in a line of text; one that has no room is left out.
    String line(int columns) {
        StringBuilder line = new StringBuilder();
        for (double tick : ticks()) {
            String text = text(tick);
            int place = Math.max(0, (int) Math.rint(place(tick) * (columns - 1)) - text.length() / 2);
            if (line.isEmpty() || place > line.length()) {
                line.append(" ".repeat(place - line.length())).append(text);
            }
        }
        return line.toString();
    }

    /// A tick's label.
    static String text(double tick) {
        return tick >= 1
                ? Numerals.count((long) tick)
                : BigDecimal.valueOf(tick).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal power(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }
}
