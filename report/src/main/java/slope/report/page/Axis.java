package slope.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import slope.internal.text.Numerals;

/// An axis of a chart.
///
/// @param title the axis label
/// @param from the number at its beginning
/// @param to the number at its end, above `from`
/// @param logarithmic whether equal ratios are equally wide; both ends are above 0 then
/// @param labels of some numbers, such as dates; empty where the ticks are round numbers
public record Axis(String title, double from, double to, boolean logarithmic, SortedMap<Double, String> labels) {
    private static final int MOST_TICKS = 6;

    /// So that nothing is drawn upon the frame.
    private static final double MARGIN = 0.03;

    public Axis {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /// A linear axis.
    public Axis(String title, double from, double to) {
        this(title, from, to, false, new TreeMap<>());
    }

    /// The same axis with words at some numbers, in place of round numbers.
    public Axis labelled(SortedMap<Double, String> labels) {
        return new Axis(title, from, to, logarithmic, labels);
    }

    /// From 0 to 1.
    public static Axis share(String title) {
        return new Axis(title, -MARGIN, 1 + MARGIN);
    }

    /// From 0 to the maximum.
    public static Axis upTo(String title, double most) {
        return new Axis(title, 0, most * (1 + MARGIN));
    }

    /// Wide enough for all numbers.
    public static Axis around(String title, Collection<Double> numbers) {
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

    /// Wide enough for all numbers, and logarithmic where all of them are above 0.
    public static Axis logarithmic(String title, Collection<Double> numbers) {
        Axis linear = around(title, numbers);
        double least = numbers.stream()
                .filter(Double::isFinite)
                .min(Comparator.naturalOrder())
                .orElse(0.0);
        return least <= 0
                ? linear
                : new Axis(title + " (log scale)", least / 1.05, linear.to() * 1.05, true, new TreeMap<>());
    }

    /// Where a number stands, 0 at the beginning and 1 at the end.
    public double place(double number) {
        double place =
                logarithmic ? StrictMath.log(number / from) / StrictMath.log(to / from) : (number - from) / (to - from);
        return Math.clamp(place, 0, 1);
    }

    /// Round numbers on the way, a few.
    public List<Double> ticks() {
        if (!labels.isEmpty()) {
            return List.copyOf(labels.keySet());
        }
        if (!logarithmic) {
            return evenTicks();
        }
        for (List<Integer> factors : List.of(List.of(1, 2, 5), List.of(1, 3))) {
            List<Double> ticks = powers(factors);
            if (ticks.size() <= MOST_TICKS + 1) {
                return ticks.size() < 3 ? evenTicks() : ticks;
            }
        }
        return powers(List.of(1));
    }

    /// The powers of ten within, times each factor.
    private List<Double> powers(List<Integer> factors) {
        List<Double> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(from)); StrictMath.pow(10, exponent) <= to; exponent++) {
            for (int factor : factors) {
                double tick = factor * StrictMath.pow(10, exponent);
                if (from <= tick && tick <= to) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    private List<Double> evenTicks() {
        double rough = (to - from) / MOST_TICKS;
        double power = StrictMath.pow(10, Math.floor(Math.log10(rough)));
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

    /// What stands at a tick.
    String label(double tick) {
        return labels.getOrDefault(tick, text(tick));
    }

    /// A number as a tick label.
    public static String text(double tick) {
        if (tick == Math.rint(tick) && Math.abs(tick) < 1e7) {
            return Numerals.count((long) tick);
        }
        return Numerals.significant(tick, 6);
    }
}
