package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import slope.table.DataException;
import slope.tables.CsvBlocks.Pauses;

class CsvBlocksTest {
    private static final Path NAME = Path.of("t.csv");

    /// However the text is cut, the records and the lines on which they begin are those of the whole.
    @Property(seed = "1")
    void blocksHoldTheRecordsOfTheWhole(@ForAll("texts") String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CsvBlock whole = new CsvBlock(bytes, 0, bytes.length, 1, 0);
        List<String> expected = new ArrayList<>();
        addRecords(whole, expected);
        List<String> found = new ArrayList<>();
        try (CsvBlocks blocks = blocks(bytes)) {
            blocks.limit(1);
            Optional<CsvBlock> block = blocks.next();
            while (block.isPresent() && found.stream().noneMatch(record -> record.contains("t.csv:"))) {
                addRecords(block.get(), found);
                block = blocks.next();
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    /// A cut between CR and LF would make two line ends of one.
    @Test
    void noBlockIsCutInALineEnd() throws IOException {
        byte[] bytes = "a,b\r\n1,\"x\r\ny\"\r\n\r\n2,3\r\n".getBytes(StandardCharsets.UTF_8);
        List<String> expected = new ArrayList<>();
        addRecords(new CsvBlock(bytes, 0, bytes.length, 1, 0), expected);
        List<String> found = new ArrayList<>();
        try (CsvBlocks blocks = blocks(bytes)) {
            blocks.limit(1);
            for (Optional<CsvBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                addRecords(block.get(), found);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void aBlockIsCutBehindTheLastRecord() throws IOException {
        String rows = "1,\"a\nb\"\n".repeat(200_000);
        int lines = 0;
        int count = 0;
        try (CsvBlocks blocks = blocks(rows.getBytes(StandardCharsets.UTF_8))) {
            for (Optional<CsvBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                assertThat(block.get().firstLine()).isEqualTo(lines + 1);
                assertThat((block.get().end() - block.get().start()) % 8).isZero();
                lines += block.get().lines();
                count++;
            }
        }
        assertThat(lines).isEqualTo(400_000);
        assertThat(count).isGreaterThan(2);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("x,y", ",", "\n", "\"q\"", "\"", " ", "\"l\nm\"", "\"\"", "5\" pipe", "\"a,\"\"b\"", "é")
                .list()
                .ofMaxSize(20)
                .flatMap(parts -> Arbitraries.of("\n", "\r\n", "\r")
                        .map(lineEnd -> String.join("", parts).replace("\n", lineEnd)));
    }

    private static CsvBlocks blocks(byte[] bytes) throws IOException {
        return new CsvBlocks(new ByteArrayInputStream(bytes), NAME, ',', Optional.empty(), Pauses.NONE);
    }

    /// With the first thing that is wrong as the last of them.
    private static void addRecords(CsvBlock block, List<String> records) {
        CsvCursor cursor = new CsvCursor(NAME, block, ',', CsvCursor.NO_LINE_END);
        try {
            while (cursor.next()) {
                records.add(cursor.line() + ": " + cursor.texts());
            }
        } catch (DataException wrong) {
            records.add(wrong.getMessage());
        }
    }
}
