package slope.linear;

import java.util.Arrays;
import slope.preprocess.CodeEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.InputKind;
import slope.preprocess.TableEncoder;
import slope.table.Table;

/// The matrix X of a linear model: numbers as they are, a code as the indicator of its level, and a last
/// column of ones for the intercept. Rows × [#coefficients]; the indicators' zeros are not stored.
final class LinearInputs {
    private final float[] values; // rows × width
    private final int rows;
    private final int width;
    private final int[] levelsFrom; // of each code, the coefficient of its level 0
    private final int coefficients;

    LinearInputs(TableEncoder encoder, Table table) {
        this.values = encoder.encode(table);
        this.rows = table.rows();
        this.width = encoder.width();
        int[] codes = encoder.columns().stream()
                .filter(column -> column.inputKind() == InputKind.CATEGORY)
                .mapToInt(LinearInputs::levels)
                .toArray();
        this.levelsFrom = new int[codes.length];
        int next = width - codes.length;
        for (int index = 0; index < codes.length; index++) {
            levelsFrom[index] = next;
            next += codes[index];
        }
        this.coefficients = next + 1;
    }

    private static int levels(ColumnEncoder column) {
        return ((CodeEncoder) column).count();
    }

    int rows() {
        return rows;
    }

    /// The columns of X, the intercept's last.
    int coefficients() {
        return coefficients;
    }

    /// X · weights.
    ///
    /// @param weights coefficients × outputs
    /// @param product rows × outputs, to write
    void multiply(double[] weights, double[] product) {
        int outputs = weights.length / coefficients;
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < outputs; output++) {
                product[row * outputs + output] = weights[(coefficients - 1) * outputs + output];
            }
            for (int input = 0; input < width; input++) {
                double factor = factor(row, input);
                int from = coefficient(row, input) * outputs;
                for (int output = 0; output < outputs && factor != 0; output++) {
                    product[row * outputs + output] += factor * weights[from + output];
                }
            }
        }
    }

    /// Xᵀ · values.
    ///
    /// @param ofRows rows × outputs
    /// @param product coefficients × outputs, to write
    void multiplyTransposed(double[] ofRows, double[] product) {
        Arrays.fill(product, 0);
        addUp(ofRows, product, Power.ONE);
    }

    /// The same of X with each number squared.
    void multiplySquaresTransposed(double[] ofRows, double[] product) {
        Arrays.fill(product, 0);
        addUp(ofRows, product, Power.TWO);
    }

    private enum Power {
        ONE,
        TWO
    }

    private void addUp(double[] ofRows, double[] product, Power power) {
        int outputs = product.length / coefficients;
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < outputs; output++) {
                product[(coefficients - 1) * outputs + output] += ofRows[row * outputs + output];
            }
            for (int input = 0; input < width; input++) {
                double value = factor(row, input);
                double factor = power == Power.ONE ? value : value * value;
                int from = coefficient(row, input) * outputs;
                for (int output = 0; output < outputs && factor != 0; output++) {
                    product[from + output] += factor * ofRows[row * outputs + output];
                }
            }
        }
    }

    private double factor(int row, int input) {
        return input < width - levelsFrom.length ? values[row * width + input] : 1;
    }

    private int coefficient(int row, int input) {
        int code = input - (width - levelsFrom.length);
        return code < 0 ? input : levelsFrom[code] + (int) values[row * width + input];
    }
}
