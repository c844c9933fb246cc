package slope.report.explanation;

import java.util.stream.DoubleStream;
import slope.internal.text.Numerals;

/// Numbers of one table with the same digits behind the point: as many as the largest of them needs.
///
/// @param count of digits behind the point
record Decimals(int count) {
    private static final int DIGITS = 4;
    private static final int MOST = 12;
    private static final double THOUSAND = 1000;

    /// For numbers of which the largest has four digits, and at least one of them behind the point.
    static Decimals of(DoubleStream numbers) {
        double largest = numbers.map(Math::abs).filter(Double::isFinite).max().orElse(0);
        int before = largest == 0 ? 0 : (int) Math.ceil(Math.log10(largest));
        return new Decimals(Math.clamp(DIGITS - before, 1, MOST));
    }

    /// Such as `0.1284`; groups of three digits from a thousand on.
    String text(double number) {
        return Math.abs(number) >= THOUSAND || Double.isNaN(number)
                ? Numerals.score(number)
                : Numerals.fixed(number, count);
    }

    /// The same with its sign, such as `+0.1284`.
    String signed(double number) {
        return (number < 0 ? "" : "+") + text(number);
    }
}
