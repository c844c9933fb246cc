package slope.cli.text;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells under each other, each column as wide as its widest cell: words to the left,
/// numbers to the right.
public final class TextTable {
    private static final String INDENT = "  ";
    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    /// Adds a row; rows may differ in length.
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /// Adds a row; rows may differ in length.
    public TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /// The rows as lines, each indented and ended by a line break.
    @Override
    public String toString() {
        List<Column> columns = columns();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            for (int index = 0; index < row.size(); index++) {
                line.append(index == 0 ? "" : GAP).append(columns.get(index).padded(row.get(index)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (List<String> row : rows) {
            for (int index = 0; index < row.size(); index++) {
                if (index == columns.size()) {
                    columns.add(new Column());
                }
                columns.get(index).add(row.get(index));
            }
        }
        return columns;
    }

    private static final class Column {
        private int width;
        /// Whether it holds a number anywhere below its first row, which may be a heading.
        private boolean numeric;

        void add(String cell) {
            width = Math.max(width, cell.length());
            numeric |= isNumber(cell);
        }

        String padded(String cell) {
            String padding = " ".repeat(width - cell.length());
            return numeric ? padding + cell : cell + padding;
        }

        /// Such as `12`, `-0.5`, `+3`, `100,000` or `1.2e-7`. Written out, because the first use of
        /// a regular expression costs a command that is over at once more than the rest of its
        /// table.
        private static boolean isNumber(String cell) {
            int first = !cell.isEmpty() && "-+−".indexOf(cell.charAt(0)) >= 0 ? 1 : 0;
            if (first == cell.length() || !isDigit(cell.charAt(first))) {
                return false;
            }
            for (int index = first; index < cell.length(); index++) {
                if (!isDigit(cell.charAt(index)) && ".,e+-".indexOf(cell.charAt(index)) < 0) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isDigit(char character) {
            return character >= '0' && character <= '9';
        }
    }
}
