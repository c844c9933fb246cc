package slope.table;

/// A hash of a table, lists of rows, parameters or a file: SHA-256 of their content, as 64
/// hexadecimal digits. Equal content has equal hashes.
///
/// The same cells give the same fingerprint from whatever kind of file they came.
public final class Fingerprint {
    private Fingerprint() {}

    /// Of a table's column names, kinds and cells, in order.
    public static String of(Table table) {
        ContentHash hash = new ContentHash();
        hash.write(table.rows());
        for (Column column : table.columns()) {
            hash.write(column.name());
            hash.write(column.kind().name());
            for (int row = 0; row < column.rows(); row++) {
                hash.write(column.isMissing(row));
                if (!column.isMissing(row)) {
                    writeCell(column, row, hash);
                }
            }
        }
        return hash.hexadecimal();
    }

    /// Of lists of row numbers, in order.
    public static String of(int[]... lists) {
        ContentHash hash = new ContentHash();
        for (int[] part : lists) {
            hash.write(part.length);
            for (int row : part) {
                hash.write(row);
            }
        }
        return hash.hexadecimal();
    }

    /// Of numbers, in order.
    public static String of(float[] numbers) {
        ContentHash hash = new ContentHash();
        for (float number : numbers) {
            hash.write(number);
        }
        return hash.hexadecimal();
    }

    /// Of bytes, as `sha256sum` tells it of a file.
    public static String of(byte[] bytes) {
        ContentHash hash = new ContentHash();
        hash.write(bytes);
        return hash.hexadecimal();
    }

    private static void writeCell(Column column, int row, ContentHash hash) {
        switch (column) {
            case NumberColumn numbers -> hash.write(numbers.value(row));
            case BooleanColumn truths -> hash.write(truths.isTrue(row));
            case DateColumn dates -> hash.write(dates.seconds(row));
            case CategoryColumn categories -> hash.write(categories.text(row));
        }
    }
}
