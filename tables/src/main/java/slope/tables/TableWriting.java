package slope.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import slope.internal.file.Destination;
import slope.internal.file.ScratchFolder;
import slope.internal.file.WholeFile;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.engine.FileEngine;
import slope.tables.engine.TypedOutput;

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
        Destination destination = Destination.of(file);
        FileFormat format = formatOf(destination);
        if (format != FileFormat.PARQUET) {
            destination.write(bytes -> writeText(format, file, bytes, pieces));
        } else if (destination instanceof Destination.File) {
            WholeFile.write(file, part -> writeParquet(part, pieces));
        } else {
            destination.write(bytes -> passParquet(bytes, pieces));
        }
    }

    private static void writeText(FileFormat format, Path file, OutputStream bytes, Consumer<PieceTaker> pieces)
            throws IOException {
        try (OutputStream packed = FileText.isPacked(file) ? new GZIPOutputStream(bytes) : bytes;
                Writer text = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
            Consumer<PieceTaker> passed = taker -> pieces.accept(piece -> passOn(piece, taker, text));
            switch (format) {
                case CSV -> writeCsv(',', text, passed);
                case TSV -> writeCsv('\t', text, passed);
                case JSON -> writeJson(JsonOutput.layoutOf(file), text, passed);
                case PARQUET, EXCEL -> throw new IllegalArgumentException(format + " is no text");
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /// A reader at the other end of a pipe has each piece as soon as it is there.
    private static void passOn(Table piece, PieceTaker taker, Writer text) {
        taker.take(piece);
        try {
            text.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writeParquet(Path part, Consumer<PieceTaker> pieces) throws IOException {
        try (TypedOutput output = FileEngine.found().begin(part)) {
            pieces.accept(output::take);
            output.finish();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /// An engine writes to files alone.
    private static void passParquet(OutputStream bytes, Consumer<PieceTaker> pieces) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            Path whole = scratch.file("table.parquet");
            writeParquet(whole, pieces);
            Files.copy(whole, bytes);
        }
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

    /// What the name says; through a pipe or a device goes CSV where it says nothing.
    static FileFormat formatOf(Destination destination) {
        Optional<FileFormat> said = FileFormat.of(destination.named()).filter(format -> format != FileFormat.EXCEL);
        return destination instanceof Destination.File
                ? said.orElseThrow(() -> new DataException("the name \"%s\" does not tell how to write; known are %s"
                        .formatted(destination.named(), FileFormat.WRITTEN)))
                : said.orElse(FileFormat.CSV);
    }
}
