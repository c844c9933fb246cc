package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;

class CsvStreamTest {
    private static final int ROWS = 40_000; // several pieces

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void holdsWhatAFileHolds(String delimiter) throws Exception {
        StringBuilder text = new StringBuilder("\uFEFFnumber;\"wo\"\"rd\";other\r\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(row % 5 == 0 ? "" : row % 5 == 1 ? "1_000" : row * 0.1)
                    .append(row % 3 == 0 ? ";\"a \"\"b\"\"\r\n\";x\r\n" : row % 3 == 1 ? ";007 ;\r\n" : ";ü;\"\"\r\n");
        }
        String csv = text.toString().replace(";", delimiter).replace("1_000", "1000");
        Path file = folder.resolve("t.csv");
        Files.writeString(file, csv);
        List<Table> expected = new ArrayList<>();
        TableFiles.readInPieces(file.toString(), ReadOptions.none(), wanted("wo\"rd"), expected::add);
        assertThat(texts(read(csv, "wo\"rd"))).isEqualTo(texts(expected));
    }

    /// Each answer is waited for before the next row is written.
    @Test
    void givesRowsAsTheyCome() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>(List.of("word,number\n", "a,1\n"));
        List<String> taken = new ArrayList<>();
        TableFiles.readInPieces(input(lines), "rows", ReadOptions.none(), wanted("word"), piece -> {
            for (int row = 0; row < piece.rows(); row++) {
                taken.add(
                        piece.column("word").text(row) + piece.column("number").text(row));
            }
            lines.add(taken.size() < 5 ? "b," + taken.size() + "\n" : "");
        });
        assertThat(taken).containsExactly("a1", "b1", "b2", "b3", "b4");
    }

    @Test
    void aCellIsToldWithItsLine() {
        String csv = "number,word\n" + "1,\"a\nb\"\n".repeat(ROWS) + "x,a\n";
        assertThatThrownBy(() -> read(csv, "word"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "rows:" + (2 * ROWS + 2) + ": column \"number\" has \"x\"; a number was expected");
    }

    @Test
    void aRecordIsToldWithItsLine() {
        String csv = "number,word\n" + "1,a\n".repeat(ROWS) + "1\n";
        assertThatThrownBy(() -> read(csv, "word"))
                .hasMessageStartingWith("rows:" + (ROWS + 2) + ": found 1 field, wanted 2 as in the header");
    }

    @Test
    void whatCannotBeReadAtAllIsTold() {
        assertThatThrownBy(() -> read("", "word")).hasMessageStartingWith("rows is empty");
        assertThatThrownBy(() -> read("word,number\n", "word")).hasMessageStartingWith("rows has no rows");
        assertThatThrownBy(() -> read("wort,number\na,1\n", "word"))
                .hasMessage("rows has no column \"word\"; did you mean \"wort\"?");
        assertThatThrownBy(() -> read("word,number\n\"a,1\n", "word")).hasMessageStartingWith("rows:2: a quote");
    }

    @Test
    void whatIsPackedIsUnpacked() throws Exception {
        String csv = "number,word\n" + "1,a\n".repeat(ROWS);
        byte[] packed = packed(csv);
        assertThat(texts(read(packed, "word"))).isEqualTo(texts(read(csv, "word")));
        assertThat(TableFiles.read(new ByteArrayInputStream(packed), "rows", ReadOptions.none())
                        .rows())
                .isEqualTo(ROWS);
    }

    @Test
    void whatIsPackedAndDamagedIsTold() throws Exception {
        byte[] packed = packed("number,word\n" + "1,a\n".repeat(ROWS));
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> read(half, "word")).hasMessageStartingWith("rows is not a whole gzip file");
        assertThatThrownBy(() -> TableFiles.read(new ByteArrayInputStream(half), "rows", ReadOptions.none()))
                .hasMessageStartingWith("rows is not a whole gzip file");
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static List<Table> read(String csv, String word) {
        return read(csv.getBytes(StandardCharsets.UTF_8), word);
    }

    private static List<Table> read(byte[] csv, String word) {
        List<Table> pieces = new ArrayList<>();
        InputStream stream = new ByteArrayInputStream(csv);
        TableFiles.readInPieces(stream, "rows", ReadOptions.none(), wanted(word), pieces::add);
        return pieces;
    }

    private static List<String> texts(List<Table> pieces) {
        List<String> texts = new ArrayList<>();
        for (Table piece : pieces) {
            for (int row = 0; row < piece.rows(); row++) {
                for (String name : piece.names()) {
                    texts.add(name + " " + piece.column(name).text(row)
                            + piece.column(name).isMissing(row));
                }
            }
        }
        return texts;
    }

    private static SequencedMap<String, ColumnKind> wanted(String word) {
        SequencedMap<String, ColumnKind> wanted = new LinkedHashMap<>();
        wanted.put(word, ColumnKind.CATEGORY);
        wanted.put("number", ColumnKind.NUMBER);
        return wanted;
    }

    /// A stream that waits for each line; an empty one ends it.
    private static InputStream input(BlockingQueue<String> lines) {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("nobody reads single bytes");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    String next = Objects.requireNonNull(lines.poll(5, TimeUnit.MINUTES), "no line came");
                    byte[] line = next.getBytes(StandardCharsets.UTF_8);
                    System.arraycopy(line, 0, bytes, offset, line.length);
                    return line.length == 0 ? -1 : line.length;
                } catch (InterruptedException interrupted) {
                    throw new IOException(interrupted);
                }
            }
        };
    }
}
