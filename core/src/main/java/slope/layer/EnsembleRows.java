package slope.layer;

/// The outputs of several ensemble members, from member after member to row after row.
public final class EnsembleRows {
    private EnsembleRows() {}

    /// Copies what a pass computed to where the members of each row stand side by side.
    ///
    /// @param outputs members × rows × width
    /// @param results rows × members × width, from `resultsOffset` on
    public static void copy(float[] outputs, int members, int rows, int width, float[] results, int resultsOffset) {
        if (members == 1) {
            System.arraycopy(outputs, 0, results, resultsOffset, rows * width);
            return;
        }
        for (int member = 0; member < members; member++) {
            for (int row = 0; row < rows; row++) {
                int from = (member * rows + row) * width;
                System.arraycopy(outputs, from, results, resultsOffset + (row * members + member) * width, width);
            }
        }
    }
}
