package slope.tables;

import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slope.tables.engine.TypedFile.Cells;
import slope.tables.engine.TypedFile.Chunk;

/// Some rows of a query, filled again and again.
final class JdbcChunk implements Chunk {
    private final @Nullable Object[][] cells; // columns × rows
    private final int capacity;
    private int rows;

    JdbcChunk(int columns, int capacity) {
        this.cells = new Object[columns][capacity];
        this.capacity = capacity;
    }

    void set(int column, @Nullable Object value) {
        cells[column][rows] = value;
    }

    /// Ends a row, and says whether there is no room for another one.
    boolean endRow() {
        rows++;
        return rows == capacity;
    }

    void clear() {
        rows = 0;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Cells cells(int wanted) {
        return new JdbcCells(cells[wanted]);
    }

    private static final class JdbcCells implements Cells {
        private final @Nullable Object[] values;

        JdbcCells(@Nullable Object[] values) {
            this.values = values;
        }

        @Override
        public boolean isMissing(int row) {
            return values[row] == null;
        }

        @Override
        public double number(int row) {
            return (Double) value(row);
        }

        @Override
        public boolean isTrue(int row) {
            return (Boolean) value(row);
        }

        @Override
        public LocalDateTime moment(int row) {
            return (LocalDateTime) value(row);
        }

        @Override
        public String text(int row) {
            return (String) value(row);
        }

        private Object value(int row) {
            return Objects.requireNonNull(values[row]);
        }
    }
}
