package slope.table;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of categories, stored as codes; categories are sorted, so they do not depend on the
/// order of rows.
public final class CategoryColumn implements Column {
    private static final int MISSING = NumberedTexts.NONE;
    private static final int[] FIRST = {0};

    private final String name;
    private final List<String> categories;
    private final int[] codes; // indices into categories, or MISSING; there may be unused ones at the end
    private final SelectedRows rows; // of the codes
    private final Spelling spelling;

    private CategoryColumn(String name, List<String> categories, int[] codes, SelectedRows rows, Spelling spelling) {
        this.name = name;
        this.categories = categories;
        this.spelling = spelling;
        this.codes = codes;
        this.rows = rows;
    }

    /// A column with a copy of these values, null where missing.
    public static CategoryColumn of(String name, @Nullable String... values) {
        Builder builder = new Builder(name);
        for (String value : values) {
            if (value == null) {
                builder.addMissing();
            } else {
                builder.add(value);
            }
        }
        return builder.build();
    }

    /// A column of one row; an empty text is missing.
    static CategoryColumn ofOne(String name, String value) {
        return value.isEmpty()
                ? new CategoryColumn(name, List.of(), new int[] {MISSING}, SelectedRows.ONE, Spelling.SPACES_COUNT)
                : new CategoryColumn(name, List.of(value), FIRST, SelectedRows.ONE, Spelling.SPACES_COUNT);
    }

    /// Every category of the column this one was made from, sorted; a selection of rows may not use
    /// all of them.
    public List<String> categories() {
        return categories;
    }

    /// Which categories are spellings of the same.
    public Spelling spelling() {
        return spelling;
    }

    /// The code of the row's category, −1 where missing.
    public int code(int row) {
        return codes[rows.number(row)];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnKind kind() {
        return ColumnKind.CATEGORY;
    }

    @Override
    public int rows() {
        return rows.count();
    }

    @Override
    public boolean isMissing(int row) {
        return code(row) == MISSING;
    }

    @Override
    public CategoryColumn select(SelectedRows choice) {
        return new CategoryColumn(name, categories, codes, rows.select(choice), spelling);
    }

    @Override
    public CategoryColumn renamed(String name) {
        return new CategoryColumn(name, categories, codes, rows, spelling);
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : categories.get(code(row));
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }

    /// Builds a column value by value.
    public static final class Builder {
        private static final int[] EMPTY = new int[0];

        private final String name;
        private final int expectedRows;
        private NumberedTexts texts = new NumberedTexts();
        private int[] codes = EMPTY; // the numbers of the texts, or MISSING; the first size of them count
        private int size;
        private Spelling spelling = Spelling.SPACES_COUNT;

        public Builder(String name) {
            this(name, 0);
        }

        /// @param expectedRows if they are known: a long column is then not copied again and again
        public Builder(String name, int expectedRows) {
            this.name = name;
            this.expectedRows = expectedRows;
        }

        /// Says which categories are spellings of the same.
        public Builder spelling(Spelling spelling) {
            this.spelling = spelling;
            return this;
        }

        public String name() {
            return name;
        }

        /// How many rows there are so far.
        public int rows() {
            return size;
        }

        /// The different values so far, numbered as they came. They are not put in order yet, which takes longer than
        /// looking at them.
        public NumberedTexts texts() {
            return texts;
        }

        /// The number of a row's value among [#texts], [NumberedTexts#NONE] where it is missing.
        public int number(int row) {
            return codes[row];
        }

        public void add(String value) {
            append(texts.number(value));
        }

        public void addMissing() {
            append(MISSING);
        }

        /// Adds a value for each row, of which many may be the same.
        ///
        /// @param values different ones
        /// @param rows the number of each row's value among them, [NumberedTexts#NONE] where missing
        /// @param count of the rows; there may be unused ones at the end
        public void addAll(TextSpans values, int[] rows, int count) {
            append(texts.numbersBehindNone(values), rows, count);
        }

        private void append(int[] numbersBehindNone, int[] rows, int count) {
            if (size + count > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(size + count, ArrayGrowth.of(size, expectedRows)));
            }
            for (int row = 0; row < count; row++) {
                codes[size + row] = numbersBehindNone[rows[row] + 1];
            }
            size += count;
        }

        /// The column. The builder is empty afterwards, so that a long column is not held twice.
        public CategoryColumn build() {
            int[] inOrder = texts.sorted();
            int[] sorted = ArrayGrowth.isFull(codes.length, size) ? codes : Arrays.copyOf(codes, size);
            renumber(sorted, size, inOrder);
            List<String> categories = texts.list(inOrder);
            SelectedRows rows = SelectedRows.all(size);
            texts = new NumberedTexts();
            codes = EMPTY;
            size = 0;
            return new CategoryColumn(name, categories, sorted, rows, spelling);
        }

        /// Makes numbers of texts the codes that these have in order.
        private static void renumber(int[] codes, int size, int[] inOrder) {
            int[] codeOf = new int[inOrder.length + 1]; // by the number of a text plus 1
            codeOf[0] = MISSING;
            for (int code = 0; code < inOrder.length; code++) {
                codeOf[inOrder[code] + 1] = code;
            }
            for (int row = 0; row < size; row++) {
                codes[row] = codeOf[codes[row] + 1];
            }
        }

        private void append(int code) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, ArrayGrowth.of(size, expectedRows));
            }
            codes[size++] = code;
        }
    }
}
