package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static slope.tables.TestFolder.cells;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.DataException;
import slope.table.Table;

/// Which files a name or a pattern means, and what is said when there are none.
class FilePatternTest {
    @TempDir
    private Path path;

    private TestFolder folder;

    @BeforeEach
    void setUp() throws Exception {
        folder = new TestFolder(path);
        folder.write("iris.csv", "a,b\n1,x\n");
        folder.write("parts/b.csv", "a,b\n2,x\n3,y\n");
        folder.write("parts/a.csv", "a,b\n1,x\n");
        folder.write("parts/.hidden.csv", "a,b\n9,x\n");
        folder.write("parts/deep/c.csv", "b,a\nz,4\n");
    }

    @Test
    void aMissingFileWithOneLikeIt() {
        assertThat(folder.complaint("iriss.csv"))
                .isEqualTo("there is no file \"iriss.csv\"; did you mean \"iris.csv\"?");
        assertThat(folder.complaint("parts/A.CSV"))
                .isEqualTo("there is no file \"parts/A.CSV\"; did you mean \"parts/a.csv\"?");
    }

    @Test
    void aMissingFileWithNoneLikeIt() {
        assertThat(folder.complaint("quite-another-name.csv")).isEqualTo("there is no file \"quite-another-name.csv\"");
    }

    @Test
    void aMissingFolder() {
        assertThat(folder.complaint("no/where.csv"))
                .isEqualTo("there is no file \"no/where.csv\", and no folder \"no\"");
    }

    @Test
    void aFolder() {
        assertThat(folder.complaint("parts"))
                .isEqualTo("\"parts\" is a folder; name a file in it, or files by a pattern such as \"parts/*.csv\"");
    }

    @Test
    void aDevice() {
        assertThatThrownBy(() -> TableFiles.read("/dev/null", ReadOptions.none()))
                .isInstanceOf(DataException.class)
                .hasMessage("\"/dev/null\" is a device or a pipe; write its content to a file first");
    }

    @Test
    void aNameThatNoFileCanHave() {
        assertThatThrownBy(() -> TableFiles.read("a\0b.csv", ReadOptions.none()))
                .isInstanceOf(DataException.class)
                .hasMessage("\"a\\u0000b.csv\" cannot be the name of a file");
    }

    @Test
    void aNameThatTellsNothing() throws Exception {
        folder.write("book.txt", "x");
        folder.write("book.xlsx", "PK\u0003\u0004");
        assertThat(folder.complaint("book.txt"))
                .isEqualTo("the name \"book.txt\" does not tell what is in the file; known are .csv, .tsv, .tab,"
                        + " .parquet, .json, .jsonl and .ndjson, all but .parquet also with .gz or in a .zip, and .xlsx"
                        + " (say what the file holds)");
        assertThat(folder.complaint("book.xlsx"))
                .isEqualTo("Excel workbooks are read by slope-excel, which is not there; add it to the class path or"
                        + " the module path");
    }

    @Test
    void aRefusalOfTheSystem() {
        assertThat(FileText.unreadable(Path.of("iris.csv"), new AccessDeniedException("iris.csv")))
                .hasMessage("iris.csv may not be read; ask for the right to read it");
        assertThat(FileText.unreadable(Path.of("iris.csv"), new IOException("Input/output error")))
                .hasMessage("iris.csv cannot be read: the disk or the system refused");
    }

    @Test
    void aFileThatMayNotBeRead() throws Exception {
        Files.setPosixFilePermissions(folder.path("iris.csv"), Set.of());
        assumeThat(Files.isReadable(folder.path("iris.csv")))
                .as("whoever may read everything cannot be refused")
                .isFalse();
        assertThat(folder.complaint("iris.csv")).isEqualTo("iris.csv may not be read; ask for the right to read it");
    }

    @Test
    void aFolderThatMayNotBeLookedInto() throws Exception {
        Files.setPosixFilePermissions(folder.path("parts"), Set.of());
        try {
            assumeThat(Files.isReadable(folder.path("parts")))
                    .as("whoever may read everything cannot be refused")
                    .isFalse();
            assertThat(folder.complaint("parts/a.csv"))
                    .isEqualTo("\"parts\" may not be looked into; ask for the right to");
        } finally {
            Files.setPosixFilePermissions(folder.path("parts"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aPatternReadsInTheOrderOfNames() {
        Table table = folder.read("parts/*.csv");
        assertThat(cells(table.column("a"))).isEqualTo("[1][2][3]");
        assertThat(cells(table.column("b"))).isEqualTo("[x][x][y]");
    }

    @Test
    void aPatternThroughFoldersFindsColumnsByName() {
        assertThat(cells(folder.read("parts/**.csv").column("a"))).isEqualTo("[1][2][3][4]");
    }

    @Test
    void alternatives() {
        assertThat(cells(folder.read("{iris,parts/a}.csv").column("a"))).isEqualTo("[1][1]");
    }

    @Test
    void aPatternWithoutMatch() {
        assertThat(folder.complaint("parts/*.parquet")).isEqualTo("no file matches \"parts/*.parquet\"");
        assertThat(folder.complaint("no/*.csv")).isEqualTo("no file matches \"no/*.csv\"");
    }

    @Test
    void aPatternThatIsNone() {
        assertThat(folder.complaint("parts/{a,b.csv"))
                .isEqualTo("\"parts/{a,b.csv\" is no pattern for files: a bracket or brace is not closed");
    }

    @Test
    void filesOfDifferentKinds() throws Exception {
        folder.write("parts/d.json", "{\"a\": 1}");
        assertThat(folder.complaint("parts/*"))
                .isEqualTo("the pattern matches files of different kinds, such as parts/a.csv and parts/d.json;"
                        + " name one kind only");
    }

    @Test
    void filesOfDifferentColumns() throws Exception {
        folder.write("parts/c.csv", "a\n1\n");
        assertThat(folder.complaint("parts/*.csv"))
                .isEqualTo("parts/c.csv has no column \"b\", which parts/a.csv has;"
                        + " files of one table have the same columns");
        folder.write("parts/c.csv", "a,b,c\n1,x,2\n");
        assertThat(folder.complaint("parts/*.csv"))
                .isEqualTo("parts/c.csv has a column \"c\", which parts/a.csv has not;"
                        + " files of one table have the same columns");
    }

    @Test
    void theWrongCellIsFoundInTheRightFile() throws Exception {
        folder.write("parts/b.csv", "a,b\n2,x\nn/a,y\n");
        folder.write("parts/c.csv", "a,b\n5,x\n6,y\n");
        assertThat(folder.complaint("parts/*.csv")).startsWith("parts/b.csv:3: column \"a\" has \"n/a\"; a number");
    }

    @Test
    void aFileWithoutRowsAmongOthers() throws Exception {
        folder.write("parts/b.csv", "a,b\n");
        assertThat(folder.complaint("parts/*.csv")).isEqualTo("parts/b.csv has no rows; at least one is needed");
    }

    @Test
    void mixturesOverFilesAreReadAsWritten() throws Exception {
        folder.write("parts/a.csv", "a,b\n01,x\n");
        folder.write("parts/b.csv", "a,b\nz,x\n");
        assertThat(cells(folder.read("parts/*.csv").column("a"))).isEqualTo("[01][z]");
    }
}
