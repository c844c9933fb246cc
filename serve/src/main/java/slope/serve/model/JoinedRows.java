package slope.serve.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
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
    static Table of(SequencedMap<String, ColumnKind> kinds, List<Table> tables) {
        if (tables.size() == 1) {
            return tables.getFirst();
        }
        List<Column> columns = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            List<Column> parts =
                    tables.stream().map(table -> table.column(name)).toList();
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

    private static Column numbers(String name, List<Column> parts) {
        NumberColumn.Builder joined = new NumberColumn.Builder(name);
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                joined.add(part instanceof NumberColumn numbers ? numbers.value(row) : Double.NaN);
            }
        }
        return joined.build();
    }

    private static Column booleans(String name, List<Column> parts) {
        BooleanColumn.Builder joined = new BooleanColumn.Builder(name);
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                if (part instanceof BooleanColumn booleans && !part.isMissing(row)) {
                    joined.add(booleans.isTrue(row));
                } else {
                    joined.addMissing();
                }
            }
        }
        return joined.build();
    }

    private static Column texts(String name, List<Column> parts) {
        CategoryColumn.Builder joined = new CategoryColumn.Builder(name);
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                if (part.isMissing(row)) {
                    joined.addMissing();
                } else {
                    joined.add(part.text(row));
                }
            }
        }
        return joined.build();
    }

    private static Column dates(String name, List<Column> parts) {
        DateColumn.Builder joined = new DateColumn.Builder(name);
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++) {
                if (part instanceof DateColumn dates && !part.isMissing(row)) {
                    joined.add(dates.moment(row));
                } else {
                    joined.addMissing();
                }
            }
        }
        return joined.build();
    }
}
