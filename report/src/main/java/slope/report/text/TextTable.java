package slope.report.text;

import java.util.ArrayList;
import java.util.List;
import slope.internal.text.Sentence;

/// Rows of cells under each other, each column as wide as its widest cell: words to the left,
/// numbers to the right.
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /// Adds a row; rows may differ in length.
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /// Adds a row; rows may differ in length.
    public TextTable row(List<String> cells) {
        rows.add(cells.stream().map(Sentence::visible).toList());
        return this;
    }

    /// The rows, for another form than lines.
    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    /// The rows as lines, each indented and ended by a line break, as wide as they are.
    @Override
    public String toString() {
        return within(Integer.MAX_VALUE);
    }

    /// The same, no wider than a terminal if that is possible.
    public String within(int width) {
        return new TableLayout(rows, width).text();
    }
}
