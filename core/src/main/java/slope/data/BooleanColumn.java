package slope.data;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// True, false or missing.
public final class BooleanColumn implements Column {
    private final String name;
    private final int rows;
    private final BitSet present;
    private final BitSet truths; // a subset of present

    private BooleanColumn(String name, int rows, BitSet present, BitSet truths) {
        this.name = name;
        this.rows = rows;
        this.present = present;
        this.truths = truths;
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

    /// Whether the row is true; false where missing.
    public boolean isTrue(int row) {
        return truths.get(row);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public boolean isMissing(int row) {
        return !present.get(row);
    }

    @Override
    public BooleanColumn select(int[] rows) {
        BitSet selectedPresent = new BitSet(rows.length);
        BitSet selectedTruths = new BitSet(rows.length);
        for (int index = 0; index < rows.length; index++) {
            selectedPresent.set(index, present.get(rows[index]));
            selectedTruths.set(index, truths.get(rows[index]));
        }
        return new BooleanColumn(name, rows.length, selectedPresent, selectedTruths);
    }

    @Override
    public BooleanColumn renamed(String name) {
        return new BooleanColumn(name, rows, present, truths);
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : Boolean.toString(isTrue(row));
    }

    /// Gathers a column value by value.
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
            BooleanColumn column = new BooleanColumn(name, size, present, truths);
            present = new BitSet();
            truths = new BitSet();
            size = 0;
            return column;
        }
    }
}
