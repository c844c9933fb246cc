package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.reference.Matrix;
import slope.report.text.Numbers;
import slope.report.text.TextTable;

/// Tables that the pages of a walk are made of. Numbers are rounded to five decimals for reading;
/// what is computed with has all its digits.
final class WalkTables {
    static final int DECIMALS = 5;

    private WalkTables() {}

    /// A matrix under names for its rows and columns.
    static TextTable matrix(String corner, Matrix matrix, List<String> rows, List<String> columns) {
        List<String> heading = new ArrayList<>(List.of(corner));
        heading.addAll(columns);
        TextTable table = new TextTable().row(heading);
        for (int row = 0; row < matrix.rows(); row++) {
            List<String> cells = new ArrayList<>(List.of(rows.get(row)));
            for (int column = 0; column < matrix.columns(); column++) {
                cells.add(number(matrix.at(row, column)));
            }
            table.row(cells);
        }
        return table;
    }

    /// Every element of a product of matrices as the sum it is.
    ///
    /// @param left rows × inner
    /// @param right inner × columns
    /// @param product rows × columns
    static TextTable product(Matrix left, Matrix right, Matrix product, List<String> rows, List<String> columns) {
        TextTable table = new TextTable();
        Matrix turned = right.transposed();
        for (int row = 0; row < product.rows(); row++) {
            for (int column = 0; column < product.columns(); column++) {
                Sums.add(
                        table,
                        name(rows, row, columns, column),
                        left.toRows()[row],
                        turned.toRows()[column],
                        product.at(row, column));
            }
        }
        return table;
    }

    /// How an element is called: by its row alone where there is but one column.
    static String name(List<String> rows, int row, List<String> columns, int column) {
        return columns.size() == 1 ? rows.get(row) : rows.get(row) + " " + columns.get(column);
    }

    /// The names of the four examples.
    static List<String> rows() {
        return List.of("row 1", "row 2", "row 3", "row 4");
    }

    /// What a line of arithmetic comes to; a place is kept for a minus sign.
    static String result(double value) {
        String number = number(value);
        return number.startsWith("-") ? "= " + number : "=  " + number;
    }

    static String number(double value) {
        return Numbers.fixed(value, DECIMALS);
    }
}
