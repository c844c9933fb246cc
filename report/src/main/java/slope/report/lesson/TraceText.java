package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slope.internal.text.Numerals;
import slope.reference.Matrix;
import slope.reference.Trace;
import slope.report.text.TextTable;

/// Every number of some iterations, as tables under the notebook's names.
final class TraceText {
    private static final int DECIMALS = 6;

    private TraceText() {}

    static void append(List<Trace> steps, Story story) {
        for (Trace trace : steps) {
            story.heading("Every number of iteration " + trace.iteration());
            for (Map.Entry<String, Matrix> named :
                    NotebookStep.of(trace).matrices().entrySet()) {
                story.listing(table(named.getKey(), named.getValue()));
            }
        }
    }

    private static TextTable table(String name, Matrix matrix) {
        TextTable table = new TextTable();
        for (int row = 0; row < matrix.rows(); row++) {
            List<String> cells = new ArrayList<>(List.of(row == 0 ? name + " =" : ""));
            for (int column = 0; column < matrix.columns(); column++) {
                cells.add(Numerals.fixed(matrix.at(row, column), DECIMALS));
            }
            table.row(cells);
        }
        return table;
    }
}
