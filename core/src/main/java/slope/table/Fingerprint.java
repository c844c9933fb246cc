package slope.table;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash of a table, lists of rows, parameters or a file: SHA-256 of their content, as 64
/// hexadecimal digits. Equal content has equal hashes.
///
/// The same cells give the same fingerprint from whatever kind of file they came.
public final class Fingerprint {
    private Fingerprint() {}

    /// Of a table's column names, kinds and cells, in order.
    public static String of(Table table) {
        return digest(output -> {
            output.writeInt(table.rows());
            for (Column column : table.columns()) {
                write(column.name(), output);
                write(column.kind().name(), output);
                for (int row = 0; row < column.rows(); row++) {
                    writeCell(column, row, output);
                }
            }
        });
    }

    /// Of lists of row numbers, in order.
    public static String of(int[]... lists) {
        return digest(output -> {
            for (int[] part : lists) {
                output.writeInt(part.length);
                for (int row : part) {
                    output.writeInt(row);
                }
            }
        });
    }

    /// Of numbers, in order.
    public static String of(float[] numbers) {
        return digest(output -> {
            for (float number : numbers) {
                output.writeFloat(number);
            }
        });
    }

    /// Of bytes, as `sha256sum` tells it of a file.
    public static String of(byte[] bytes) {
        return digest(output -> output.write(bytes));
    }

    private interface Content {
        void write(DataOutputStream output) throws IOException;
    }

    private static String digest(Content content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DataOutputStream output = new DataOutputStream(new BufferedOutputStream(
                    new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 16))) {
                content.write(output);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written anywhere", impossible);
        }
    }

    private static void writeCell(Column column, int row, DataOutputStream output) throws IOException {
        output.writeBoolean(column.isMissing(row));
        if (column.isMissing(row)) {
            return;
        }
        switch (column) {
            case NumberColumn numbers -> output.writeDouble(numbers.value(row));
            case BooleanColumn truths -> output.writeBoolean(truths.isTrue(row));
            case DateColumn dates -> output.writeLong(dates.seconds(row));
            case CategoryColumn categories -> write(categories.text(row), output);
        }
    }

    /// With its length in front, so that no two lists of words look alike.
    private static void write(String text, DataOutputStream output) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }
}
