package slope.internal.table;

import java.util.Locale;
import slope.internal.text.Sentence;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Place;

/// The message about a column whose cells have another kind than in training.
public final class KindMismatch {
    private KindMismatch() {}

    /// A mismatch at a cell that has a value.
    public static DataException at(Column column, int row, ColumnKind trained) {
        String whatToDo = switch (trained) {
            case NUMBER -> "write a number there";
            case BOOLEAN -> "write true or false there";
            case CATEGORY -> "read the column as text";
            case DATE -> "write a date there, such as 2026-11-23,";
        };
        return new DataException(String.format(
                Locale.ROOT,
                "column \"%s\" has %s (\"%s\" in row %,d) where training had %s; %s or leave it empty",
                column.name(),
                column.kind().words(),
                column.text(row),
                row + 1,
                trained.words(),
                whatToDo));
    }

    /// Rows cannot be put in order by what is neither a date nor a number.
    public static DataException noTime(Column column, int row) {
        return DataException.at(
                Place.ofCell(column.name(), row),
                "\"" + Sentence.quote(column.text(row)) + "\"",
                "rows are split by dates, such as 2011-01-31, or numbers: other text has no order in time");
    }
}
