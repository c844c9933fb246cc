package slope.serve.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ObjIntConsumer;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// The rows of several tables in one.
final class JoinedRows {
    private JoinedRows() {}

    /// The columns that a model reads.
    ///
    /// @param kinds of the columns; one without a value may be of another
    /// @throws IllegalArgumentException if one with a value is
    static Table of(SequencedMap<String, ColumnKind> kinds, List<Table> tables) {
        if (tables.size() == 1) {
            return tables.getFirst();
        }
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            List<Column> parts =
                    tables.stream().map(table -> table.column(name)).toList();
            parts.forEach(part -> requireKind(part, kind));
            columns.add(
                    switch (kind) {
                        case NUMBER -> numbers(name, parts);
                        case BOOLEAN -> booleans(name, parts);
                        case CATEGORY -> texts(name, parts);
                        case DATE -> dates(name, parts);
                    });
        });
        return new Table(columns);
    }

    private static void requireKind(Column part, ColumnKind kind) {
        if (part.kind() != kind && part.missingCount() < part.rows()) {
            throw new IllegalArgumentException("\"%s\" has %s where the model wants %s"
                    .formatted(part.name(), part.kind().words(), kind.words()));
        }
    }

    private static Column numbers(String name, List<Column> parts) {
        NumberColumn.Builder joined = new NumberColumn.Builder(name);
        eachCell(parts, (part, row) -> joined.add(((NumberColumn) part).value(row)), () -> joined.add(Double.NaN));
        return joined.build();
    }

    private static Column booleans(String name, List<Column> parts) {
        BooleanColumn.Builder joined = new BooleanColumn.Builder(name);
        eachCell(parts, (part, row) -> joined.add(((BooleanColumn) part).isTrue(row)), joined::addMissing);
        return joined.build();
    }

    private static Column texts(String name, List<Column> parts) {
        CategoryColumn.Builder joined = new CategoryColumn.Builder(name);
        eachCell(parts, (part, row) -> joined.add(part.text(row)), joined::addMissing);
        return joined.build();
    }

    private static Column dates(String name, List<Column> parts) {
        DateColumn.Builder joined = new DateColumn.Builder(name);
        eachCell(parts, (part, row) -> joined.add(((DateColumn) part).moment(row)), joined::addMissing);
        return joined.build();
    }

    private static void eachCell(List<Column> parts, ObjIntConsumer<Column> value, Runnable missing) {
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                if (part.isMissing(row)) {
                    missing.run();
                } else {
                    value.accept(part, row);
                }
            }
        }
    }
}
