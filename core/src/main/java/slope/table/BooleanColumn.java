package slope.table;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A column of true, false or missing.
public final class BooleanColumn implements Column {
    private static final BitSet NONE = new BitSet();
    private static final BitSet ONE = BitSet.valueOf(new long[] {1});

    private final String name;
    private final BitSet present;
    private final BitSet truths; // a subset of present
    private final SelectedRows rows; // of both

    private BooleanColumn(String name, BitSet present, BitSet truths, SelectedRows rows) {
        this.name = name;
        this.present = present;
        this.truths = truths;
        this.rows = rows;
    }

    /// A column with a copy of these values, null where missing.
    public static BooleanColumn of(String name, @Nullable Boolean... values) {
        Builder builder = new Builder(name);
        for (Boolean value : values) {
            if (value == null) {
                builder.addMissing();
            } else {
                builder.add(value);
            }
        }
        return builder.build();
    }

    /// A column of one row.
    static BooleanColumn ofOne(String name, boolean value) {
        return new BooleanColumn(name, ONE, value ? ONE : NONE, SelectedRows.ONE);
    }

    /// Whether the row is true; false where missing.
    public boolean isTrue(int row) {
        return truths.get(rows.number(row));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.BOOLEAN;
    }

    @Override
    public int rows() {
        return rows.count();
    }

    @Override
    public boolean isMissing(int row) {
        return !present.get(rows.number(row));
    }

    @Override
    public BooleanColumn select(SelectedRows choice) {
        return new BooleanColumn(name, present, truths, rows.select(choice));
    }

    @Override
    public BooleanColumn renamed(String name) {
        return new BooleanColumn(name, present, truths, rows);
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : Boolean.toString(isTrue(row));
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }

    /// Builds a column value by value.
    public static final class Builder {
        private final String name;
        private BitSet present = new BitSet();
        private BitSet truths = new BitSet();
        private int size;

        public Builder(String name) {
            this.name = name;
        }

        public void add(boolean value) {
            present.set(size);
            truths.set(size++, value);
        }

        public void addMissing() {
            size++;
        }

        /// The column. The builder is empty afterwards.
        public BooleanColumn build() {
            BooleanColumn column = new BooleanColumn(name, present, truths, SelectedRows.all(size));
            present = new BitSet();
            truths = new BitSet();
            size = 0;
            return column;
        }
    }
}
