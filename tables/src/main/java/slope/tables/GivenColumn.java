package slope.tables;

import java.time.LocalDateTime;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Place;

/// A column whose values a program gives one by one. They are read as the cells of a file are: text
/// of missing values, notations of numbers and orders of dates are those of the options.
public final class GivenColumn {
    private final ColumnKind kind;
    private final ColumnCells cells;

    /// @param kind of the values that are wanted
    /// @param expectedRows how many there will be, if that is known
    public GivenColumn(String name, ColumnKind kind, ReadOptions options, int expectedRows) {
        this.kind = kind;
        this.cells = new ColumnCells(name, KnownMeaning.wantedFor(kind), options, expectedRows);
    }

    public void addMissing() {
        cells.addMissing();
    }

    /// A number; NaN is a missing one.
    public void addNumber(double value) {
        if (cells.missing().has(value)) {
            cells.addMissing();
        } else if (Double.isInfinite(value)) {
            cells.addInfinite(value > 0 ? "inf" : "-inf");
        } else if (cells.isText() && !Double.isNaN(value)) {
            cells.addText(NumberColumn.text(value));
        } else {
            cells.addNumber(value);
        }
    }

    public void addBoolean(boolean value) {
        cells.addBoolean(Boolean.toString(value));
    }

    /// A date or a moment.
    public void addDate(LocalDateTime moment) {
        if (cells.isText()) {
            cells.addText(DateColumn.text(moment));
        } else {
            cells.addDate(moment);
        }
    }

    /// Text; an empty one is missing.
    public void addText(String text) {
        TextCell cell = cells.isText() ? TextCell.ofText(text, cells.missing()) : TextCell.of(text, cells.missing());
        cell.addTo(cells);
    }

    /// The column.
    ///
    /// @throws DataException if a value is not of the kind that is wanted; it names the row
    public Column column() {
        return switch (cells.finish()) {
            case ColumnResult.Finished(Column column) -> PieceReading.requireKind(column, kind, this::place);
            case ColumnResult.Spoiled(CellProblem problem) ->
                throw DataException.at(place(problem.row()), problem.found(), problem.wanted());
            case ColumnResult.Mixture(int row) -> throw PieceReading.mixture(kind, place(row));
        };
    }

    private Place place(int row) {
        return Place.ofCell(cells.name(), row);
    }
}
