package slope.report.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// An axis of a chart.
///
/// @param title the axis label
/// @param from the number at its beginning
/// @param to the number at its end, above `from`
record Axis(String title, double from, double to) {
    private static final int MOST_TICKS = 6;

    /// So that nothing is drawn upon the frame.
    private static final double MARGIN = 0.03;

    /// From 0 to 1.
    static Axis share(String title) {
        return new Axis(title, -MARGIN, 1 + MARGIN);
    }

    /// From 0 to the maximum.
    static Axis upTo(String title, double most) {
        return new Axis(title, 0, most * (1 + MARGIN));
    }

    /// Wide enough for all numbers.
    static Axis around(String title, Collection<Double> numbers) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                least = Math.min(least, number);
                most = Math.max(most, number);
            }
        }
        if (!(least < most)) {
            double middle = least > most ? 0 : least;
            return new Axis(title, middle - 1, middle + 1);
        }
        double margin = MARGIN * (most - least);
        return new Axis(title, least - margin, most + margin);
    }

    /// Where a number stands, 0 at the beginning and 1 at the end.
    double place(double number) {
        return Math.clamp((number - from) / (to - from), 0, 1);
    }

    /// Round numbers on the way, a few.
    List<Double> ticks() {
        double rough = (to - from) / MOST_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power;
        for (double factor : new double[] {2, 5, 10}) {
            step = rough > step ? power * factor : step;
        }
        List<Double> ticks = new ArrayList<>();
        for (long index = (long) Math.ceil(from / step - 1e-9); index * step <= to + step * 1e-9; index++) {
            ticks.add(index * step);
        }
        return ticks;
    }

    /// A tick label.
    static String text(double tick) {
        if (tick == Math.rint(tick) && Math.abs(tick) < 1e7) {
            return String.format(Locale.ROOT, "%,.0f", tick);
        }
        String text = String.format(Locale.ROOT, "%.6g", tick);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
