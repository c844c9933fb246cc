package slope.run;

import java.util.List;
import java.util.regex.Pattern;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Table;

/// Text that a spreadsheet shows and does not run: what it would take for a formula has an apostrophe before it.
final class SpreadsheetText {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private SpreadsheetText() {}

    /// The table with such text, also in the names of its columns; numbers stay.
    static Table of(Table table) {
        List<Column> columns = table.columns().stream()
                .map(SpreadsheetText::of)
                .map(column -> column.renamed(shown(column.name())))
                .toList();
        return new Table(columns);
    }

    private static Column of(Column column) {
        if (!(column instanceof CategoryColumn texts)) {
            return column;
        }
        List<String> shown =
                texts.categories().stream().map(SpreadsheetText::shown).toList();
        CategoryColumn.Builder safe = new CategoryColumn.Builder(texts.name(), texts.rows());
        for (int row = 0; row < texts.rows(); row++) {
            if (texts.isMissing(row)) {
                safe.addMissing();
            } else {
                safe.add(shown.get(texts.code(row)));
            }
        }
        return safe.build();
    }

    private static String shown(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
