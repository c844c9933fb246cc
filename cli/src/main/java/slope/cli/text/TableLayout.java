package slope.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Brings a table into a width. What does not fit, in this order: the words of the last column are wrapped in place;
/// the
/// columns behind the first one are shown in blocks one under the other, each with the first column. A long name in the
/// first column stands on a line of its own.
final class TableLayout {
    private static final String INDENT = "  ";
    private static final String GAP = "   ";

    private final List<List<String>> rows;
    private final int width;
    private final List<TableColumn> columns;

    TableLayout(List<List<String>> rows, int width) {
        this.rows = rows;
        this.width = width;
        this.columns = columns();
    }

    String text() {
        List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
        StringBuilder text = new StringBuilder();
        for (List<Integer> block : isShownWhole(all) ? List.of(all) : blocks()) {
            text.append(text.isEmpty() ? "" : "\n").append(block(block));
        }
        return text.toString();
    }

    private List<TableColumn> columns() {
        int count = rows.stream().mapToInt(List::size).max().orElse(0);
        List<TableColumn> found = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int column = index;
            found.add(TableColumn.of(rows.stream()
                    .filter(row -> row.size() > column)
                    .map(row -> row.get(column))
                    .toList()));
        }
        if (width(found) > width) {
            found.set(0, found.getFirst().narrowed(width / 2));
        }
        return found;
    }

    private static int width(List<TableColumn> columns) {
        return INDENT.length()
                + columns.stream()
                        .mapToInt(column -> column.width() + GAP.length())
                        .sum()
                - GAP.length();
    }

    private int width(List<Integer> block, int last) {
        return width(block.stream().map(columns::get).toList())
                - columns.get(block.getLast()).width()
                + last;
    }

    private boolean isShownWhole(List<Integer> block) {
        TableColumn last = columns.get(block.getLast());
        int least = last.numeric() || block.getLast() == 0 ? last.width() : last.leastWidth();
        return block.size() < 2 || width(block, least) <= width;
    }

    /// As many columns together as there is room for.
    private List<List<Integer>> blocks() {
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> block = new ArrayList<>(List.of(0));
        for (int column = 1; column < columns.size(); column++) {
            List<Integer> wider = new ArrayList<>(block);
            wider.add(column);
            boolean last = column == columns.size() - 1;
            if (block.size() > 1
                    && (last
                            ? !isShownWhole(wider)
                            : width(wider, columns.get(column).width()) > width)) {
                blocks.add(block);
                wider = new ArrayList<>(List.of(0, column));
            }
            block = wider;
        }
        blocks.add(block);
        return blocks;
    }

    private String block(List<Integer> block) {
        int last = block.getLast();
        long room = (long) width - width(block, 0);
        TableColumn end = columns.get(last).narrowed(Math.clamp(room, 1, Integer.MAX_VALUE));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            List<List<String>> cells = new ArrayList<>();
            for (int index : block) {
                if (index < row.size()) {
                    cells.add(cell(row.get(index), index == last ? end : columns.get(index)));
                }
            }
            boolean onItsOwn = cells.size() > 1
                    && DisplayWidth.of(cells.getFirst().getFirst())
                            > columns.getFirst().width();
            if (onItsOwn) {
                text.append(INDENT).append(cells.getFirst().getFirst()).append('\n');
                cells.set(0, List.of(""));
            }
            append(text, block, end, cells);
        }
        return text.toString();
    }

    /// A number that has no room is cut; words are wrapped, a name stays whole.
    private static List<String> cell(String cell, TableColumn column) {
        if (DisplayWidth.of(cell) <= column.width()) {
            return List.of(cell);
        }
        return column.numeric()
                ? List.of(DisplayWidth.cut(cell, column.width()))
                : Wrapping.lines(cell, column.width());
    }

    private void append(StringBuilder text, List<Integer> block, TableColumn end, List<List<String>> cells) {
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder words = new StringBuilder(INDENT);
            for (int index = 0; index < cells.size(); index++) {
                TableColumn column = index == block.size() - 1 ? end : columns.get(block.get(index));
                List<String> cell = cells.get(index);
                words.append(index == 0 ? "" : GAP).append(column.padded(line < cell.size() ? cell.get(line) : ""));
            }
            text.append(words.toString().stripTrailing()).append('\n');
        }
    }
}
