package slope.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// A folder of small files for a test, named without their folder in questions and answers.
final class TestFolder {
    private final Path folder;

    TestFolder(Path folder) {
        this.folder = folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(UTF_8));
    }

    void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.write(path(name), bytes);
    }

    void writePacked(String name, String text) throws IOException {
        write(name, packed(text));
    }

    static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    Table read(String name) {
        return read(name, ReadOptions.none());
    }

    Table read(String name, ReadOptions options) {
        return TableFiles.read(path(name).toString(), options);
    }

    Table readCsv(String text, ReadOptions options) throws IOException {
        write("t.csv", text);
        return read("t.csv", options);
    }

    Table readCsv(String text) throws IOException {
        return readCsv(text, ReadOptions.none());
    }

    /// The sentence with which reading is refused.
    String complaint(String name, ReadOptions options) {
        try {
            Table table = read(name, options);
            throw new AssertionError("read as " + table.schema() + " with " + table.rows() + " rows");
        } catch (DataException refused) {
            return withoutFolder(refused.getMessage());
        }
    }

    String complaint(String name) {
        return complaint(name, ReadOptions.none());
    }

    String csvComplaint(String text, ReadOptions options) throws IOException {
        write("t.csv", text);
        return complaint("t.csv", options);
    }

    String csvComplaint(String text) throws IOException {
        return csvComplaint(text, ReadOptions.none());
    }

    String withoutFolder(String sentence) {
        return sentence.replace(folder + "/", "").replace(folder.toString(), "FOLDER");
    }

    /// The cells of a column as text, each in brackets.
    static String cells(Column column) {
        StringBuilder cells = new StringBuilder();
        for (int row = 0; row < column.rows(); row++) {
            cells.append('[').append(column.text(row)).append(']');
        }
        return cells.toString();
    }
}
