package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;

/// A result and the numbers that it comes from, written out so that a reader with a calculator gets it.
///
/// @param name of the result
/// @param terms of the formula, added up; most formulas have one
/// @param result as it is shown
record Calculation(String name, List<String> terms, String result) {

    Calculation {
        terms = List.copyOf(terms);
    }

    /// A sum of products, such as `1·0.3405 + 0·(-0.5881)`.
    ///
    /// @param left the first factor of each product
    /// @param right the second factor of each product
    static Calculation ofProducts(String name, double[] left, double[] right, double result, int decimals) {
        Digits digits = Digits.of(decimals, result, shown -> {
            double sum = 0;
            for (int index = 0; index < left.length; index++) {
                sum += shown.rounded(left[index]) * shown.rounded(right[index]);
            }
            return sum;
        });
        List<String> terms = new ArrayList<>();
        for (int index = 0; index < left.length; index++) {
            terms.add(digits.factor(left[index]) + "·" + digits.factor(right[index]));
        }
        return new Calculation(name, terms, new Digits(decimals).text(result));
    }

    /// A product of two numbers.
    static Calculation ofProduct(String name, double left, double right, double result, int decimals) {
        return ofProducts(name, new double[] {left}, new double[] {right}, result, decimals);
    }

    /// A number plus another.
    static Calculation ofSum(String name, double left, double right, double result, int decimals) {
        Digits digits = Digits.of(decimals, result, shown -> shown.rounded(left) + shown.rounded(right));
        return of(name, digits.factor(left) + " + " + digits.factor(right), result, decimals);
    }

    /// A number minus another.
    static Calculation ofDifference(String name, double left, double right, double result, int decimals) {
        Digits digits = Digits.of(decimals, result, shown -> shown.rounded(left) - shown.rounded(right));
        return of(name, digits.factor(left) + " - " + digits.factor(right), result, decimals);
    }

    /// What an activation makes of a pre-activation.
    static Calculation ofOutput(String name, Lesson lesson, double sum, double result, int decimals) {
        if (!lesson.isSigmoid()) {
            Digits digits = Digits.of(decimals, result, shown -> Math.max(0, shown.rounded(sum)));
            return of(name, "max(0, " + digits.factor(sum) + ")", result, decimals);
        }
        Digits digits = Digits.of(decimals, result, shown -> 1 / (1 + StrictMath.exp(-shown.rounded(sum))));
        return of(name, "1 / (1 + e^-" + digits.factor(sum) + ")", result, decimals);
    }

    /// The derivative of an activation, by its output.
    static Calculation ofSlope(String name, Lesson lesson, double output, int decimals) {
        double result = lesson.slope(output);
        Digits digits = Digits.of(decimals, result, shown -> lesson.slope(shown.rounded(output)));
        String shown = digits.factor(output);
        String formula = lesson.isSigmoid()
                ? shown + " · (1 - " + shown + ")"
                : shown + (output > 0 ? " > 0, so" : " is not > 0, so");
        return of(name, formula, result, decimals);
    }

    /// Half the sum of the squares of some numbers.
    static Calculation ofHalfSquares(String name, double[] numbers, double result, int decimals) {
        Digits digits = Digits.of(decimals, result, shown -> {
            double sum = 0;
            for (double number : numbers) {
                sum += shown.rounded(number) * shown.rounded(number);
            }
            return sum / 2;
        });
        List<String> terms = new ArrayList<>();
        for (double number : numbers) {
            terms.add("½·" + digits.factor(number) + "²");
        }
        return new Calculation(name, terms, new Digits(decimals).text(result));
    }

    /// The whole formula in one line.
    String formula() {
        return String.join(" + ", terms);
    }

    /// Such as `w1 = 0.34 + 0.16 = 0.50`, for a sentence.
    String line() {
        return name + " = " + formula() + " = " + result;
    }

    private static Calculation of(String name, String formula, double result, int decimals) {
        return new Calculation(name, List.of(formula), new Digits(decimals).text(result));
    }
}
