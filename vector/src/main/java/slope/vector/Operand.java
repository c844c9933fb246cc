package slope.vector;

/// A matrix inside an array, as a product reads it: made once and pointed at one matrix after the
/// other, so that a product allocates nothing.
final class Operand {
    float[] values = {};

    /// Where the first number stands.
    int offset;

    /// From a number to the one below it.
    int rowStep;

    /// From a number to the next of its row.
    int columnStep;

    Operand pointAt(float[] values, int offset, int rowStep, int columnStep) {
        this.values = values;
        this.offset = offset;
        this.rowStep = rowStep;
        this.columnStep = columnStep;
        return this;
    }

    int at(int row, int column) {
        return offset + row * rowStep + column * columnStep;
    }
}
