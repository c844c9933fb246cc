package slope.tables.engine;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import slope.table.ColumnKind;

/// A file that says what its columns hold.
public interface TypedFile extends AutoCloseable {

    /// The columns, in order.
    List<Field> fields();

    /// How many rows there are.
    int rows();

    /// Sentences about what was read otherwise than a person may think.
    default List<String> notes() {
        return List.of();
    }

    /// Reads some of the columns, a chunk of rows after another.
    ///
    /// @param wanted at least one
    /// @throws slope.table.DataException if the file is damaged
    void read(List<Wanted> wanted, Consumer<Chunk> taker);

    @Override
    void close();

    /// A column of the file.
    ///
    /// @param kind empty if its values are none of those that a column can hold
    /// @param type as the file names it
    record Field(String name, Optional<ColumnKind> kind, String type) {}

    /// A column to read.
    ///
    /// @param field its number in the file, from 0
    /// @param kind as the field has it, or categories: its values as text
    record Wanted(int field, ColumnKind kind) {}

    /// Some rows.
    interface Chunk {
        /// How many there are.
        int rows();

        /// The cells of a column.
        ///
        /// @param wanted its place among those that are read
        Cells cells(int wanted);
    }

    /// The cells of a column in a chunk, each as what the column was wanted as.
    interface Cells {
        boolean isMissing(int row);

        double number(int row);

        boolean isTrue(int row);

        /// A date or a moment, in UTC if the source has a time zone.
        LocalDateTime moment(int row);

        String text(int row);
    }
}
