package slope.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static slope.excel.Workbook.formula;
import static slope.excel.Workbook.number;
import static slope.excel.Workbook.row;
import static slope.excel.Workbook.text;
import static slope.excel.Workbook.typed;
import static slope.excel.Workbook.withoutValue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.FirstLine;
import slope.tables.TableFiles;
import slope.tables.TableSource;

class WorkbookTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("book.xlsx");
    }

    private Table read(ReadOptions options) {
        return TableFiles.read(TableSource.of(file.toString()), options, ReadListener.NONE);
    }

    private Table read() {
        return read(ReadOptions.none());
    }

    private String complaint() {
        return complaint(Function.identity());
    }

    private String complaint(Function<TableSource, TableSource> choice) {
        try {
            Table table = TableFiles.read(
                    choice.apply(TableSource.of(file.toString())), ReadOptions.none(), ReadListener.NONE);
            throw new AssertionError("read as " + table.schema());
        } catch (DataException refused) {
            return refused.getMessage().replace(folder + "/", "");
        }
    }

    private static String cells(Column column) {
        StringBuilder cells = new StringBuilder();
        for (int row = 0; row < column.rows(); row++) {
            cells.append('[').append(column.text(row)).append(']');
        }
        return cells.toString();
    }

    @Test
    void aHiddenSheetIsPassedOverAndThatIsSaid() throws Exception {
        new Workbook()
                .hidden("Old", row(1, text("A1", "q")), row(2, number("A2", "7")))
                .sheet("Data", row(1, text("A1", "x")), row(2, number("A2", "1")))
                .write(file);
        List<String> notes = new ArrayList<>();
        Table table = TableFiles.read(TableSource.of(file.toString()), ReadOptions.none(), new ReadListener() {
            @Override
            public void read(long bytes, long allBytes) {}

            @Override
            public void noted(String sentence) {
                notes.add(sentence.replace(folder + "/", ""));
            }
        });
        assertThat(table.names()).containsExactly("x");
        assertThat(notes).containsExactly("the first sheet of book.xlsx is hidden; \"Data\" is read");
    }

    @Test
    void withoutNamesColumnsAreCounted() throws Exception {
        new Workbook()
                .sheet("Data", row(2, number("A2", "7"), text("B2", "a")), row(3, number("A3", "8"), text("B3", "b")))
                .write(file);
        Table table = read(ReadOptions.none().firstLine(FirstLine.ROW));
        assertThat(table.names()).containsExactly("c1", "c2");
        assertThat(cells(table.column("c1"))).isEqualTo("[7][8]");
    }

    @Test
    void copiesAreAsTheWorkbookShowsThem() throws Exception {
        new Workbook()
                .sheet(
                        "Data",
                        row(1, text("A1", "x"), text("B1", "yes"), text("C1", "when")),
                        row(2, number("A2", "1"), typed("B2", "b", "1"), number("C2", "45253", 1)))
                .write(file);
        LinkedHashMap<String, ColumnKind> wanted = new LinkedHashMap<>(Map.of("x", ColumnKind.NUMBER));
        LinkedHashMap<String, String> copies = new LinkedHashMap<>();
        copies.put("yes", "yes");
        copies.put("when", "when");
        List<String> copied = new ArrayList<>();
        TableFiles.readInPieces(
                TableSource.of(file.toString()),
                ReadOptions.none(),
                wanted,
                copies,
                ReadListener.NONE,
                piece -> copied.addAll(List.of(
                        piece.column("yes").text(0), piece.column("when").text(0))));
        assertThat(copied).containsExactly("true", "2023-11-23");
    }

    @Test
    void cellsAreWhatTheyHold() throws Exception {
        new Workbook()
                .sheet(
                        "Data",
                        row(
                                1,
                                text("A1", "x"),
                                text("B1", "when"),
                                text("C1", "word"),
                                text("D1", "yes"),
                                text("E1", "sum"),
                                text("F1", "at"),
                                text("G1", "age"),
                                text("H1", "long")),
                        row(
                                2,
                                number("A2", "1.5"),
                                number("B2", "45253", 1),
                                text("C2", "a &amp; b"),
                                typed("D2", "b", "1"),
                                formula("E2", "n", "A2*2", "3"),
                                number("F2", "0.5", 3),
                                number("G2", "2", 4),
                                number("H2", "30", 5)),
                        row(
                                3,
                                number("A3", "1E-3"),
                                number("B3", "45253.825", 2),
                                text("C3", "c"),
                                typed("D3", "b", "0"),
                                formula("E3", "n", "A3*2", "0.002"),
                                number("F3", "0.75", 3),
                                number("G3", "3", 4),
                                number("H3", "31", 5)),
                        row(4, number("A4", "9007199254740992")))
                .sheet("Other", row(1, text("A1", "y")), row(2, number("A2", "7")))
                .write(file);
        Table table = read();
        assertThat(cells(table.column("x"))).isEqualTo("[1.5][0.001][9.007199254740992E15]");
        assertThat(cells(table.column("when"))).isEqualTo("[2023-11-23][2023-11-23T19:48][]");
        assertThat(table.column("when").kind()).isEqualTo(ColumnKind.DATE);
        assertThat(cells(table.column("word"))).isEqualTo("[a & b][c][]");
        assertThat(cells(table.column("yes"))).isEqualTo("[true][false][]");
        assertThat(cells(table.column("sum"))).isEqualTo("[3][0.002][]");
        assertThat(cells(table.column("at"))).isEqualTo("[43200][64800][]");
        assertThat(table.column("age").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(table.column("long").kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(cells(read(ReadOptions.none().categorical(Set.of("x"))).column("x")))
                .isEqualTo("[1.5][0.001][9007199254740992]");
    }

    @Test
    void aSheetGoesByItsName() throws Exception {
        new Workbook()
                .sheet("Data", row(1, text("A1", "x")), row(2, number("A2", "1")))
                .sheet("2 &amp; 3", row(1, text("A1", "y")), row(2, number("A2", "7")))
                .write(file);
        assertThat(read().names()).containsExactly("x");
        assertThat(TableFiles.read(
                                TableSource.of(file.toString()).sheet("2 & 3"), ReadOptions.none(), ReadListener.NONE)
                        .names())
                .containsExactly("y");
        assertThat(complaint(source -> source.sheet("data")))
                .isEqualTo("book.xlsx has no sheet \"data\"; it has Data, 2 & 3");
    }

    @Test
    void aWorkbookMayHaveNoFormats() throws Exception {
        new Workbook()
                .withoutFormats()
                .sheet("Data", row(1, text("A1", "x")), row(2, "<c r=\"A2\"><v>45253</v></c>"))
                .write(file);
        assertThat(cells(read().column("x"))).isEqualTo("[45253]");
    }

    @Test
    void daysMayCountFrom1904() throws Exception {
        new Workbook()
                .since1904()
                .sheet("Data", row(1, text("A1", "when")), row(2, number("A2", "43791", 1)))
                .write(file);
        assertThat(cells(read().column("when"))).isEqualTo("[2023-11-23]");
    }

    @Test
    void emptyRowsAtTheEndAreNoRows() throws Exception {
        new Workbook()
                .sheet(
                        "Data",
                        row(3, text("B3", "x"), text("C3", "y")),
                        row(4, number("B4", "1"), text("C4", "a")),
                        row(7, number("B7", "2"), text("C7", "b")),
                        row(8, "<c r=\"B8\" s=\"1\"/>"),
                        row(900, "<c r=\"B900\" s=\"1\"/>"))
                .write(file);
        assertThat(complaint())
                .isEqualTo("book.xlsx, A3: the column has no name; one row of names is needed, without"
                        + " merged cells or a title above it");
        new Workbook()
                .sheet(
                        "Data",
                        row(3, text("A3", "x"), text("B3", "y")),
                        row(4, number("A4", "1"), text("B4", "a")),
                        row(7, number("A7", "2"), text("B7", "b")),
                        row(8, "<c r=\"A8\" s=\"1\"/>"),
                        row(900, "<c r=\"B900\" s=\"1\"/>"))
                .write(file);
        assertThat(cells(read().column("x"))).isEqualTo("[1][][][2]");
    }

    @Test
    void cellsAreNamedAsTheWorkbookDoes() throws Exception {
        new Workbook()
                .sheet(
                        "Data",
                        row(2, text("A2", "id"), text("B2", "x")),
                        row(3, number("A3", "1"), number("B3", "1")),
                        row(4, number("A4", "2"), text("B4", "oops")),
                        row(5, number("A5", "3"), number("B5", "3")))
                .write(file);
        assertThat(complaint()).startsWith("book.xlsx, B4: column \"x\" has \"oops\"; a number was expected");
        var wanted = new LinkedHashMap<String, ColumnKind>();
        wanted.put("x", ColumnKind.NUMBER);
        try {
            TableFiles.readInPieces(file.toString(), ReadOptions.none(), wanted, piece -> {});
            throw new AssertionError("read");
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining("book.xlsx, B4: column \"x\" has \"oops\"");
        }
    }

    @Test
    void errorsAreRefusedByNameUnlessTheyAreMissing() throws Exception {
        new Workbook()
                .sheet(
                        "Data",
                        row(1, text("A1", "x"), text("B1", "y")),
                        row(2, number("A2", "1"), text("B2", "a")),
                        row(3, typed("A3", "e", "#N/A"), text("B3", "b")),
                        row(4, formula("A4", "e", "1/0", "#DIV/0!"), text("B4", "c")))
                .write(file);
        assertThat(complaint())
                .isEqualTo("book.xlsx, A3: column \"x\" has the error #N/A; a value was expected (treat \"#N/A\" as"
                        + " missing, or leave the column out)");
        assertThat(cells(read(ReadOptions.none().missing(Set.of("#N/A", "#DIV/0!")))
                        .column("x")))
                .isEqualTo("[1][][]");
        assertThat(read(ReadOptions.none().ignored(Set.of("x"))).names()).containsExactly("y");
    }

    @Test
    void mergedOrMissingNamesAreRefused() throws Exception {
        new Workbook()
                .sheet(
                        "Data",
                        row(1, text("A1", "id"), text("B1", "measures"), "<c r=\"C1\"/>", text("D1", "y")),
                        row(2, number("A2", "1"), number("B2", "1"), number("C2", "2"), text("D2", "a")))
                .write(file);
        assertThat(complaint())
                .isEqualTo(
                        "book.xlsx, C1: the column has no name; one row of names is needed, without merged cells or a"
                                + " title above it");
        new Workbook()
                .sheet("Data", row(1, text("A1", "Sales of 2026")), row(2, text("A2", "id"), text("B2", "x")))
                .write(file);
        assertThat(complaint())
                .isEqualTo("book.xlsx, B2: the cell has a value, and B1 no name for it; one row of names is needed,"
                        + " without merged cells or a title above it");
        new Workbook()
                .sheet("Data", row(1, text("A1", "x"), text("B1", "x")), row(2, number("A2", "1"), number("B2", "1")))
                .write(file);
        assertThat(complaint()).isEqualTo("book.xlsx, B1: a second column is named \"x\"; names must differ");
    }

    @Test
    void whatIsNoWorkbookIsSaid() throws Exception {
        Files.writeString(file, "x\n1\n");
        assertThat(complaint()).isEqualTo("book.xlsx holds text; rename it to end in .csv, .tsv or .json");
        Files.write(file, new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
        });
        assertThat(complaint())
                .isEqualTo(
                        "book.xlsx has a password, or is an old workbook (.xls); save it as .xlsx without a password");
        new Workbook().sheet("Data").write(file);
        assertThat(complaint()).isEqualTo("book.xlsx has no rows; a first row with the names of the columns is needed");
        new Workbook().sheet("Data", row(1, text("A1", "x"))).write(file);
        assertThat(complaint()).isEqualTo("book.xlsx has no rows; at least one is needed");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(complaint()).isEqualTo("book.xlsx is no Excel workbook, or a damaged one; save or copy it again");
    }

    @Test
    void aFormulaWithoutItsValueIsRefused() throws Exception {
        new Workbook()
                .sheet("first", row(1, text("A1", "x")), row(2, number("A2", "1")), row(3, withoutValue("A3", "A2+1")))
                .write(file);
        assertThat(complaint()).contains("A3: the formula has no value stored with it");
    }
}
