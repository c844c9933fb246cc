package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.reference.Matrix;
import slope.report.text.TextTable;

/// Tables that the pages of a walk are made of, with results of five decimals.
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
    static List<Calculation> product(Matrix left, Matrix right, Matrix product, Names names) {
        double[][] turned = right.transposed().toRows();
        return elements(
                product,
                names,
                (name, row, column) -> Calculation.ofProducts(
                        name, left.toRows()[row], turned[column], product.at(row, column), DECIMALS));
    }

    /// A calculation for each element of a matrix, row by row.
    static List<Calculation> elements(Matrix matrix, Names names, Element element) {
        List<Calculation> all = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                all.add(element.of(names.of(row, column), row, column));
            }
        }
        return all;
    }

    /// Writes out how one element comes about.
    interface Element {
        Calculation of(String name, int row, int column);
    }

    /// What the rows and the columns of a matrix are called.
    record Names(List<String> rows, List<String> columns) {
        /// The names of a layer's outputs for the four examples.
        static Names ofExamples(LayerNames layer) {
            return new Names(List.of("row 1", "row 2", "row 3", "row 4"), layer.units());
        }

        /// The names of a layer's weights.
        static Names ofWeights(LayerNames layer) {
            return new Names(layer.sources(), layer.units());
        }

        /// An element's name: its row alone where there is but one column.
        String of(int row, int column) {
            return columns.size() == 1 ? rows.get(row) : rows.get(row) + " " + columns.get(column);
        }
    }

    static String number(double value) {
        return new Digits(DECIMALS).text(value);
    }
}
