package slope.report.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// Brings a table into a width. What does not fit, in this order: the words of the last column are wrapped in place;
/// the
/// columns behind the first one are shown in blocks one under the other, each with the first column. A long name in the
/// first column stands on a line of its own, and words wider than that lose their middle.
final class TableLayout {
    private static final String INDENT = "  ";
    private static final String GAP = "   ";

    private final List<List<String>> rows;
    private final int width;
    private final List<TableColumn> columns;

    TableLayout(List<List<String>> rows, int width) {
        this.width = width;
        this.rows = fitted(rows);
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

    /// A name that does not fill a line gets half of one; words of other cells stand beside it.
    private List<List<String>> fitted(List<List<String>> rows) {
        int room = Math.max(1, width - INDENT.length());
        List<List<String>> fitted = new ArrayList<>();
        rows.forEach(row -> fitted.add(new ArrayList<>(row)));
        for (int index = 0; index < count(rows); index++) {
            List<String> cells = DisplayWidth.fitted(cells(rows, index), room, index == 0 ? width / 2 : room);
            int column = index;
            Iterator<String> next = cells.iterator();
            fitted.stream().filter(row -> row.size() > column).forEach(row -> row.set(column, next.next()));
            if (index == 0) {
                room -= Math.min(width / 2, TableColumn.of(cells).width()) + GAP.length();
            }
        }
        return fitted;
    }

    private static int count(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private static List<String> cells(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .map(row -> row.get(column))
                .toList();
    }

    private List<TableColumn> columns() {
        List<TableColumn> found = new ArrayList<>();
        for (int index = 0; index < count(rows); index++) {
            found.add(TableColumn.of(cells(rows, index)));
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
            String name = row.getFirst();
            boolean isTooWide = DisplayWidth.of(name) > columns.getFirst().width();
            if (isTooWide && cells.size() > 1 && name.indexOf(' ') < 0) {
                text.append(INDENT).append(name).append('\n');
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
