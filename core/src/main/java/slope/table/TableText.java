package slope.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.internal.text.Sentence;

/// The text of a table or column: its size and its first cells.
final class TableText {
    private static final int MOST_ROWS = 5;
    private static final int MOST_COLUMNS = 8;
    private static final int WIDEST_CELL = 20;

    private TableText() {}

    /// As in `4 rows, 2 columns` above the names and the first rows, side by side.
    static String of(Table table) {
        List<Column> shown = table.columns().stream().limit(MOST_COLUMNS).toList();
        List<StringBuilder> lines = new ArrayList<>();
        IntStream.rangeClosed(0, Math.min(MOST_ROWS, table.rows())).forEach(line -> lines.add(new StringBuilder()));
        for (Column column : shown) {
            List<String> cells = new ArrayList<>(List.of(cell(column.name())));
            IntStream.range(0, lines.size() - 1).forEach(row -> cells.add(cell(column.text(row))));
            int width = cells.stream().mapToInt(String::length).max().orElse(0);
            for (int line = 0; line < lines.size(); line++) {
                lines.get(line)
                        .append(cells.get(line))
                        .append(" ".repeat(width - cells.get(line).length() + 2));
            }
        }
        String size = String.format(
                Locale.ROOT,
                "%,d rows, %,d columns\n",
                table.rows(),
                table.columns().size());
        return lines.stream().map(line -> line.toString().stripTrailing()).collect(Collectors.joining("\n", size, ""))
                + (table.rows() > MOST_ROWS ? "\n…" : "");
    }

    /// As in `length (numbers): 5.1, 4.9, , 4.6 … 150 rows, 1 missing`.
    static String of(Column column) {
        return IntStream.range(0, Math.min(MOST_ROWS, column.rows()))
                .mapToObj(row -> cell(column.text(row)))
                .collect(Collectors.joining(
                        ", ",
                        "%s (%s): ".formatted(cell(column.name()), column.kind().words()),
                        String.format(Locale.ROOT, " … %,d rows, %,d missing", column.rows(), column.missingCount())));
    }

    private static String cell(String text) {
        String visible = Sentence.visible(text);
        return visible.length() > WIDEST_CELL ? visible.substring(0, WIDEST_CELL) + "…" : visible;
    }
}
