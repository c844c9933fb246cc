package slope.report.lesson;

import slope.report.text.Numbers;
import slope.report.text.TextTable;

/// Arithmetic written out as people write it.
final class Sums {
    /// Of a line of products; with its name and its result it fits 80 columns.
    private static final int MOST_CHARACTERS = 54;

    private Sums() {}

    /// A sum of products, such as `1·0.3405 + 0·(-0.5881)`.
    ///
    /// @param left the first factor of each product
    /// @param right the second factor of each product
    /// @param decimals digits behind the point, except for zeros and ones
    static String text(double[] left, double[] right, int decimals) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < left.length; index++) {
            text.append(index == 0 ? "" : " + ").append(product(left[index], right[index], decimals));
        }
        return text.toString();
    }

    /// Adds a sum of products and its result to a table, over as many lines as it takes.
    static void add(TextTable table, String name, double[] left, double[] right, double result) {
        String first = name;
        StringBuilder line = new StringBuilder();
        for (int index = 0; index < left.length; index++) {
            String term = (index == 0 ? "" : " + ") + product(left[index], right[index], WalkTables.DECIMALS);
            if (line.length() + term.length() > MOST_CHARACTERS) {
                table.row(first, line.toString(), "");
                first = "";
                line.setLength(0);
                term = term.strip();
            }
            line.append(term);
        }
        table.row(first, line.toString(), WalkTables.result(result));
    }

    /// A product, such as `1·0.3405`.
    static String product(double left, double right, int decimals) {
        return factor(left, decimals) + "·" + factor(right, decimals);
    }

    /// A number within a formula: zeros and ones plainly, negative ones in brackets.
    static String factor(double value, int decimals) {
        String number = Numbers.fixed(value, value == 0 || value == 1 ? 0 : decimals);
        return number.startsWith("-") ? "(" + number + ")" : number;
    }
}
