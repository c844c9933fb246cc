package slope.report.lesson;

import java.math.BigDecimal;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import slope.internal.text.Numerals;

/// How many decimals the numbers of a formula are shown with.
///
/// A result is rounded for reading. If the numbers that it comes from were rounded alike, a reader with a calculator
/// would often get another last digit. So these have the fewest decimals, no fewer than the result, from which the
/// result comes as it is shown.
record Digits(int decimals) {
    /// A number has no more.
    private static final int MOST = 17;

    /// From here a number is written with an exponent, because nobody counts more digits.
    private static final double LARGE = 1e7;

    /// Why one page shows the same number with more and with fewer digits; each text says it once.
    static final String EXPLAINED =
            "All digits take part in the calculations; the tables show results rounded. Numbers that are"
                    + " calculated with have as many digits here as a calculator needs to get the same result.";

    /// The digits for one formula.
    ///
    /// @param decimals of the result
    /// @param formula the same calculation with numbers as these digits show them
    static Digits of(int decimals, double result, ToDoubleFunction<Digits> formula) {
        return fewest(decimals, digits -> shows(formula.applyAsDouble(digits), decimals, result));
    }

    /// The digits for a column of products.
    static Digits ofProducts(double[] left, double[] right, double[] results, int decimals) {
        return fewest(decimals, digits -> {
            boolean holds = true;
            for (int row = 0; row < results.length; row++) {
                double product = digits.rounded(left[row]) * digits.rounded(right[row]);
                holds &= shows(product, decimals, results[row]);
            }
            return holds;
        });
    }

    /// The fewest digits with which something holds.
    static Digits fewest(int least, Predicate<Digits> holds) {
        Digits digits = new Digits(least);
        while (digits.decimals < MOST && !holds.test(digits)) {
            digits = new Digits(digits.decimals + 1);
        }
        return digits;
    }

    /// Whether what a calculator gives is a result as it is shown, however halves are rounded.
    static boolean shows(double computed, int decimals, double result) {
        BigDecimal shown = new BigDecimal(new Digits(decimals).text(result));
        double half = shown.ulp().doubleValue() / 2;
        return Math.abs(computed - shown.doubleValue()) < half * (1 - 1e-6);
    }

    /// A number as it is shown.
    String text(double value) {
        return Math.abs(value) < LARGE ? Numerals.fixed(value, decimals) : Numerals.scientific(value, decimals);
    }

    /// A number within a formula: zeros and ones plainly, negative ones in brackets.
    String factor(double value) {
        String number = value == 0 || value == 1 ? Numerals.fixed(value, 0) : text(value);
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    /// What a reader takes the shown number for.
    double rounded(double value) {
        return Double.parseDouble(text(value));
    }
}
