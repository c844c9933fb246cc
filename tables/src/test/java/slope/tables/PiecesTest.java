package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.NumberColumn;
import slope.table.Table;

class PiecesTest {
    private static final int ROWS = 50_000; // several pieces

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.csv.gz", "t.tsv", "t.jsonl", "t.json"})
    void whatIsWrittenInPiecesIsReadInPieces(String name) {
        Table table = table();
        Path file = folder.resolve(name);
        TableFiles.write(file, taker -> {
            taker.take(table.select(range(0, 7)));
            taker.take(table.select(range(7, ROWS)));
        });
        List<Table> pieces = new ArrayList<>();
        TableFiles.readInPieces(file.toString(), ReadOptions.none(), wanted(), pieces::add);
        assertThat(pieces).hasSizeGreaterThan(2);
        int row = 0;
        for (Table piece : pieces) {
            assertThat(piece.names()).containsExactly("word", "number");
            for (int index = 0; index < piece.rows(); index++, row++) {
                for (Column column : piece.columns()) {
                    assertThat(column.text(index))
                            .isEqualTo(table.column(column.name()).text(row));
                }
            }
        }
        assertThat(row).isEqualTo(ROWS);
        assertThat(folder.toFile().list()).containsExactly(name);
    }

    @Test
    void whatASourceThrowsComesAfterItsPieces() {
        List<Table> taken = new ArrayList<>();
        assertThatThrownBy(() -> PieceTaker.ahead(
                        pieces -> {
                            IntStream.range(0, 10).forEach(piece -> pieces.take(Table.of(NumberColumn.of("a", piece))));
                            throw new DataException("no more");
                        },
                        taken::add))
                .isInstanceOf(DataException.class)
                .hasMessage("no more");
        assertThat(taken)
                .extracting(piece -> piece.column("a").text(0))
                .hasSize(10)
                .startsWith("0", "1", "2");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aTakerThatThrowsEndsTheSource() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        assertThatThrownBy(() -> PieceTaker.ahead(
                        pieces -> {
                            try {
                                IntStream.iterate(0, piece -> piece + 1)
                                        .forEach(piece -> pieces.take(Table.of(NumberColumn.of("a", piece))));
                            } finally {
                                ended.countDown();
                            }
                        },
                        piece -> {
                            throw new DataException("enough");
                        }))
                .hasMessage("enough");
        assertThat(ended.await(5, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void csvGoesToAnyWriter() {
        StringWriter text = new StringWriter();
        TableFiles.writeCsv(text, taker -> {
            taker.take(Table.of(NumberColumn.of("a", 1)));
            taker.take(Table.of(NumberColumn.of("a", 2, Double.NaN)));
        });
        assertThat(text).hasToString("a\n1\n2\n\n");
    }

    @Test
    void aCellFarBehindIsToldWithItsLine() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "number,word\n" + "1,a\n".repeat(ROWS) + "x,a\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("t.csv:" + (ROWS + 2) + ": column \"number\" has \"x\"; a number was expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.jsonl"})
    void aColumnThatIsMissingIsNamed(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, name.endsWith("csv") ? "number,wort\n1,2\n" : "{\"number\":1,\"wort\":\"a\"}\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + " has no column \"word\"; did you mean \"wort\"?");
    }

    @Test
    void codesStayAsTheyAreWritten() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "word,number\n007,1\n");
        List<Table> pieces = read(file);
        assertThat(pieces.getFirst().column("word").text(0)).isEqualTo("007");
    }

    /// The last piece has a 1/2/2011 and nothing that tells what it is.
    @Test
    void everyPieceHasTheSameOrderOfDayAndMonth() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "day\n" + "1/31/2011\n".repeat(ROWS) + "1/2/2011\n");
        List<Table> pieces = readDates(file, ReadOptions.none().dates(Map.of("day", DateOrder.MONTH_FIRST)));
        Column last = pieces.getLast().column("day");
        assertThat(last.text(0)).isEqualTo("2011-01-31");
        assertThat(last.text(last.rows() - 1)).isEqualTo("2011-01-02");
    }

    @Test
    void datesOfAnotherOrderAreToldWithTheirLine() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "day\n2011-01-31\n" + "\"\"\n".repeat(ROWS) + "1/2/2011\n");
        assertThatThrownBy(() -> readDates(file, ReadOptions.none()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("t.csv:" + (ROWS + 3)
                        + ": column \"day\" has \"1/2/2011\"; a date such as 2011-01-31 was expected");
    }

    @Test
    void moreRowsAreReadWithTheDatesOfTheFirst() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "day\n1/31/2011\n");
        ReadOptions asBefore = ReadOptions.none().asIn(TableFiles.read(file.toString(), ReadOptions.none()));
        Files.writeString(file, "day\n1/2/2011\n");
        assertThat(TableFiles.read(file.toString(), asBefore).column("day").text(0))
                .isEqualTo("2011-01-02");
    }

    private static List<Table> readDates(Path file, ReadOptions options) {
        List<Table> pieces = new ArrayList<>();
        SequencedMap<String, ColumnKind> wanted = new LinkedHashMap<>(Map.of("day", ColumnKind.DATE));
        TableFiles.readInPieces(file.toString(), options, wanted, pieces::add);
        return pieces;
    }

    private static List<Table> read(Path file) {
        List<Table> pieces = new ArrayList<>();
        TableFiles.readInPieces(file.toString(), ReadOptions.none(), wanted(), pieces::add);
        return pieces;
    }

    private static SequencedMap<String, ColumnKind> wanted() {
        SequencedMap<String, ColumnKind> wanted = new LinkedHashMap<>();
        wanted.put("word", ColumnKind.CATEGORY);
        wanted.put("number", ColumnKind.NUMBER);
        return wanted;
    }

    private static Table table() {
        NumberColumn.Builder numbers = new NumberColumn.Builder("number");
        CategoryColumn.Builder words = new CategoryColumn.Builder("word");
        CategoryColumn.Builder others = new CategoryColumn.Builder("not wanted");
        for (int row = 0; row < ROWS; row++) {
            numbers.add(row % 10 == 3 ? Double.NaN : row * 0.1);
            others.add("x");
            if (row % 7 == 0) {
                words.addMissing();
            } else {
                words.add("w" + row % 100);
            }
        }
        return Table.of(numbers.build(), words.build(), others.build());
    }

    private static int[] range(int from, int to) {
        int[] rows = new int[to - from];
        for (int index = 0; index < rows.length; index++) {
            rows[index] = from + index;
        }
        return rows;
    }
}
