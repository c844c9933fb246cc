package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.cli.Ran;
import slope.internal.random.SplitRandom;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// A model reads the file that it was trained on, whole and in parts, whatever the columns hold.
class OwnFileTest {
    private static final int ROWS = 120;
    private static final int PARTS = 4;

    @TempDir
    private Path folder;

    private final List<Column> columns = new ArrayList<>();

    @BeforeEach
    void drawColumns() {
        column("one value", "x");
        column("one day", "2020-01-01");
        column("truths", "True", "FALSE", "");
        column("number codes", "1", "1.0", "2", "3.0");
        column("long", "9007199254740993", "9007199254740995");
        column("with, comma", "p,q", "r\"s", "line\nend", "\ud83d\ude00", "");
        column("with \"quotes\"", " lead", "trail ", "\u00e9", "e\u0301");
        column("zip", "01234", "94110", "00001");
        column("sometimes text", "1", "2", "3a", "7b", "n/a");
        column("days", "31.12.2019", "01.02.2020", "");
        column("moments", "2020-01-01T01:00:00", "2020-01-01T23:59:59");
        column("numbers", "0.25", "-1e3", "", "7");
        column("empty", "");
        column("y", "hi", "lo");
        // Missing in the first three of four parts.
        CategoryColumn.Builder late = new CategoryColumn.Builder("late");
        for (int row = 0; row < ROWS; row++) {
            late.add(row < ROWS - ROWS / PARTS ? "" : "z" + row % 3);
        }
        columns.add(late.build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "json", "jsonl", "csv.gz"})
    void textIsReadAsInTraining(String ending) throws Exception {
        TableFiles.write(new Table(columns), file("t." + ending));
        assertReadsItsFile(file("t." + ending), "--keep", "\"one value\",\"one day\"");
        assertReadsItsFile(file("t." + ending), "--categorical", "number codes,long,truths");
        assertReadsItsFile(file("t." + ending), "--ignore-spaces", "--missing", "n/a,zip=");
    }

    @Test
    void parquetIsReadAsInTraining() throws Exception {
        TableFiles.write(new Table(columns), file("t.csv"));
        Table typed = TableFiles.read(file("t.csv").toString(), ReadOptions.none());
        TableFiles.write(typed, file("t.parquet"));
        assertReadsItsFile(file("t.parquet"), "--keep", "one day");
        assertReadsItsFile(file("t.parquet"), "--categorical", "number codes,long");
    }

    private void column(String name, String... values) {
        CategoryColumn.Builder column = new CategoryColumn.Builder(name);
        for (int row = 0; row < ROWS; row++) {
            column.add(values[SplitRandom.of(71, name.hashCode(), row).nextInt(values.length)]);
        }
        columns.add(column.build());
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void assertReadsItsFile(Path table, String... options) throws IOException {
        String model = file("m.onnx").toString();
        succeeded(Stream.concat(
                        Stream.of("train", table.toString(), "--target", "y", "--out", model),
                        Stream.concat(
                                Stream.of("--recipe", "plain", "--epochs", "2", "--hidden", "4"), Stream.of(options)))
                .toArray(String[]::new));
        List<String> whole = predictions(model, table);
        assertThat(whole).hasSize(ROWS);
        assertThat(succeeded("evaluate", model, table.toString())).contains(ROWS + " of ");
        assertThat(partsOf(table).flatMap(part -> predictions(model, part).stream()))
                .isEqualTo(whole);
    }

    private Stream<Path> partsOf(Path table) {
        String ending = table.getFileName().toString().substring(1);
        if (ending.equals(".parquet")) {
            return Stream.of(table);
        }
        List<Path> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int[] rows = new int[ROWS / PARTS];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = part * rows.length + row;
            }
            parts.add(file("part" + part + ending));
            TableFiles.write(new Table(columns).select(rows), parts.getLast());
        }
        return parts.stream();
    }

    private static List<String> predictions(String model, Path table) {
        return succeeded("predict", model, table.toString(), "--probabilities")
                .lines()
                .skip(1)
                .toList();
    }

    private static String succeeded(String... arguments) {
        Ran ran = Ran.slope(arguments);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out();
    }
}
