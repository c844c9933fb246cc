package slope.tables;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import slope.data.DataException;
import slope.data.Table;
import slope.file.WholeFile;

/// Writes a table as the kind of file that the name tells.
final class TableWriting {
    private TableWriting() {}

    static void write(Table table, Path file) {
        FileFormat format = formatOf(file);
        if (table.columns().isEmpty()) {
            throw new DataException("a table without columns cannot be written to " + file);
        }
        WholeFile.write(file, part -> {
            switch (format) {
                case CSV -> writeText(part, file, text -> CsvOutput.write(table, ',', text));
                case TSV -> writeText(part, file, text -> CsvOutput.write(table, '\t', text));
                case JSON -> writeText(part, file, text -> JsonOutput.write(table, JsonOutput.layoutOf(file), text));
                case PARQUET -> ParquetOutput.write(table, part);
            }
        });
    }

    static FileFormat formatOf(Path file) {
        return FileFormat.of(file)
                .orElseThrow(() -> new DataException("the name \"%s\" does not tell how to write; known are %s"
                        .formatted(file, FileFormat.KNOWN_ENDINGS)));
    }

    private interface TextOutput {
        void write(Writer text) throws IOException;
    }

    private static void writeText(Path part, Path file, TextOutput output) throws IOException {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part));
                OutputStream packed = FileText.isPacked(file) ? new GZIPOutputStream(bytes) : bytes;
                Writer text = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            output.write(text);
        }
    }
}
