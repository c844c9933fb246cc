package slope.tables;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import slope.data.DataException;
import slope.data.Table;
import slope.file.WholeFile;

/// Writes a table, whole or piece by piece, as the kind of file that the name tells.
final class TableWriting {
    private TableWriting() {}

    static void write(Table table, Path file) {
        if (table.columns().isEmpty()) {
            throw new DataException("a table without columns cannot be written to " + file);
        }
        write(file, taker -> taker.take(table));
    }

    static void write(Path file, Consumer<PieceTaker> pieces) {
        FileFormat format = formatOf(file);
        WholeFile.write(file, part -> {
            try {
                switch (format) {
                    case CSV -> writeText(part, file, text -> writeCsv(',', text, pieces));
                    case TSV -> writeText(part, file, text -> writeCsv('\t', text, pieces));
                    case JSON -> writeText(part, file, text -> writeJson(JsonOutput.layoutOf(file), text, pieces));
                    case PARQUET -> writeParquet(part, pieces);
                }
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
        });
    }

    static void writeCsv(char delimiter, Writer text, Consumer<PieceTaker> pieces) {
        boolean[] begun = {false};
        pieces.accept(piece -> {
            try {
                if (!begun[0]) {
                    begun[0] = true;
                    CsvOutput.writeHeader(piece, delimiter, text);
                }
                CsvOutput.writeRows(piece, delimiter, text);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    static void writeJsonLines(Writer text, Consumer<PieceTaker> pieces) {
        try {
            writeJson(JsonOutput.Layout.LINES, text, pieces);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writeJson(JsonOutput.Layout layout, Writer text, Consumer<PieceTaker> pieces)
            throws IOException {
        long[] rows = {0};
        pieces.accept(piece -> {
            try {
                JsonOutput.writeRows(piece, layout, rows[0], text);
                rows[0] += piece.rows();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        JsonOutput.writeEnd(layout, rows[0], text);
    }

    private static void writeParquet(Path part, Consumer<PieceTaker> pieces) throws IOException {
        try (ParquetOutput output = ParquetOutput.begin(part)) {
            pieces.accept(output);
            output.finish();
        }
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
