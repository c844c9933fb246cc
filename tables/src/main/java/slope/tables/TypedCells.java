package slope.tables;

import slope.table.ColumnKind;
import slope.tables.engine.TypedFile.Cells;

/// A column of a typed source on its way to a table.
final class TypedCells {
    private final ColumnKind kind;
    private final ColumnCells column;

    /// @param kind of what comes
    TypedCells(ColumnKind kind, ColumnCells column) {
        this.kind = kind;
        this.column = column;
    }

    /// Takes the cells of a chunk.
    void gather(Cells cells, int rows) {
        for (int row = 0; row < rows; row++) {
            if (cells.isMissing(row)) {
                column.addMissing();
                continue;
            }
            switch (kind) {
                case NUMBER -> addNumber(cells.number(row));
                case BOOLEAN -> column.addBoolean(Boolean.toString(cells.isTrue(row)));
                case DATE -> column.addDate(cells.moment(row));
                case CATEGORY -> addText(cells.text(row));
            }
        }
    }

    private void addNumber(double value) {
        if (column.missing().has(value)) {
            column.addMissing();
            column.holdsMissing(value);
        } else if (Double.isInfinite(value)) {
            addInfinite(value > 0 ? "inf" : "-inf");
        } else {
            column.addNumber(value);
        }
    }

    private void addInfinite(String text) {
        if (column.missing().has(text)) {
            column.addMissing(text);
        } else {
            column.addInfinite(text);
        }
    }

    private void addText(String text) {
        if (column.missing().has(text)) {
            column.addMissing(text);
        } else {
            column.addText(text);
        }
    }
}
