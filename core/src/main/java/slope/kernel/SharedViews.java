package slope.kernel;

/// A thread's own views of its part of a product.
final class SharedViews {
    private final MatrixView operand = new MatrixView();
    private final MatrixView from = new MatrixView();
    private final MatrixView result = new MatrixView();

    /// Rows `start` to below `end` of a product need the same rows of the left matrix.
    void multiplyRows(Kernels kernels, SharedCall call, int start, int end) {
        kernels.multiply(
                operand.pointAtRows(call.left, start, end),
                call.right,
                from.pointAtRows(call.from, start, end),
                result.pointAtRows(call.result, start, end));
    }

    /// Columns `start` to below `end` of a product need the same columns of the right matrix.
    void multiplyColumns(Kernels kernels, SharedCall call, int start, int end) {
        kernels.multiply(
                call.left,
                operand.pointAtColumns(call.right, start, end),
                from.pointAtColumns(call.from, start, end),
                result.pointAtColumns(call.result, start, end));
    }

    void sumColumns(Kernels kernels, SharedCall call, int start, int end) {
        kernels.sumColumns(operand.pointAtColumns(call.left, start, end), call.first, call.offset + start);
    }
}
