package slope.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A column of dates or moments; with a time zone in the file, they are in UTC.
public final class DateColumn implements Column {
    private static final long MISSING = Long.MIN_VALUE;

    private final String name;
    private final long[] seconds; // since 1970, or MISSING; there may be unused ones at the end
    private final SelectedRows rows; // of the seconds
    private final DateOrder order;
    private final Notes notes;

    private DateColumn(String name, long[] seconds, SelectedRows rows, DateOrder order, Notes notes) {
        this.name = name;
        this.seconds = seconds;
        this.rows = rows;
        this.order = order;
        this.notes = notes;
    }

    /// How the dates were read.
    ///
    /// @param isAmbiguous whether no cell tells if the day or the month comes first
    /// @param written where it has to be said
    private record Notes(boolean isAmbiguous, Optional<Written> written) {
        static final Notes NONE = new Notes(false, Optional.empty());
    }

    /// A column with a copy of these moments, null where missing.
    public static DateColumn of(String name, @Nullable LocalDateTime... moments) {
        Builder builder = new Builder(name);
        for (LocalDateTime moment : moments) {
            if (moment == null) {
                builder.addMissing();
            } else {
                builder.add(moment);
            }
        }
        return builder.build();
    }

    /// A column of one row.
    ///
    /// @param seconds since the beginning of 1970
    static DateColumn ofOne(String name, long seconds) {
        return new DateColumn(name, new long[] {seconds}, SelectedRows.ONE, DateOrder.YEAR_FIRST, Notes.NONE);
    }

    /// The row's moment; not defined where it is missing.
    public LocalDateTime moment(int row) {
        if (isMissing(row)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "column \"%s\" has no value in row %,d", name, row + 1));
        }
        return LocalDateTime.ofEpochSecond(seconds(row), 0, ZoneOffset.UTC);
    }

    /// Seconds between the beginning of 1970 and the row's moment; not defined where it is missing.
    public long seconds(int row) {
        return seconds[rows.number(row)];
    }

    /// The order of day, month and year in the text of the dates.
    public DateOrder order() {
        return order;
    }

    /// Whether no cell tells if the day or the month comes first; the day was taken.
    public boolean isAmbiguous() {
        return notes.isAmbiguous;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.DATE;
    }

    @Override
    public int rows() {
        return rows.count();
    }

    @Override
    public Optional<Written> written() {
        return notes.written;
    }

    @Override
    public boolean isMissing(int row) {
        return seconds(row) == MISSING;
    }

    @Override
    public DateColumn select(SelectedRows choice) {
        return new DateColumn(name, seconds, rows.select(choice), order, notes);
    }

    @Override
    public DateColumn renamed(String name) {
        return new DateColumn(name, seconds, rows, order, notes);
    }

    /// As ISO 8601 writes it, midnight without its time.
    @Override
    public String text(int row) {
        if (isMissing(row)) {
            return "";
        }
        return text(moment(row));
    }

    /// A moment as files have it: midnight without its time.
    public static String text(LocalDateTime moment) {
        boolean isMidnight = moment.toLocalTime().toSecondOfDay() == 0;
        return isMidnight ? moment.toLocalDate().toString() : moment.toString();
    }

    /// The same of seconds since the beginning of 1970, within the years that Java knows.
    public static String text(double seconds) {
        long least = LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC);
        long most = LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC);
        return text(LocalDateTime.ofEpochSecond(Math.clamp((long) seconds, least, most), 0, ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }

    /// Builds a column value by value.
    public static final class Builder {
        private static final long[] EMPTY = new long[0];

        private final String name;
        private final int expectedRows;
        private long[] seconds = EMPTY; // the first size of them count
        private int size;
        private DateOrder order = DateOrder.YEAR_FIRST;
        private Notes notes = Notes.NONE;

        public Builder(String name) {
            this(name, 0);
        }

        /// @param expectedRows if they are known: a long column is then not copied again and again
        public Builder(String name, int expectedRows) {
            this.name = name;
            this.expectedRows = expectedRows;
        }

        /// The next row's moment; what is smaller than a second is dropped.
        public void add(LocalDateTime moment) {
            append(moment.toEpochSecond(ZoneOffset.UTC));
        }

        /// The same in seconds since the beginning of 1970.
        public void add(long seconds) {
            if (seconds == MISSING) {
                throw new IllegalArgumentException("no moment has " + seconds + " seconds");
            }
            append(seconds);
        }

        public void addMissing() {
            append(MISSING);
        }

        /// Sets the order of day, month and year in the text.
        public Builder order(DateOrder order) {
            this.order = order;
            return this;
        }

        /// No cell tells if the day or the month comes first.
        public void ambiguous() {
            notes = new Notes(true, notes.written);
        }

        /// Sets how text wrote the dates.
        public void written(Written written) {
            notes = new Notes(notes.isAmbiguous, Optional.of(written));
        }

        /// The column. The builder is empty afterwards, so that a long column is not held twice.
        public DateColumn build() {
            long[] all = ArrayGrowth.isFull(seconds.length, size) ? seconds : Arrays.copyOf(seconds, size);
            SelectedRows rows = SelectedRows.all(size);
            seconds = EMPTY;
            size = 0;
            return new DateColumn(name, all, rows, order, notes);
        }

        private void append(long value) {
            if (size == seconds.length) {
                seconds = Arrays.copyOf(seconds, ArrayGrowth.of(size, expectedRows));
            }
            seconds[size++] = value;
        }
    }
}
