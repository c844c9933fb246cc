package slope.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.TableFiles;

class LeftLibrariesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void oldLibrariesOfDuckDbAreDeletedAndNothingElse() throws IOException {
        make(folder.resolve("libduckdb_java17.so"), Duration.ofHours(2));
        make(folder.resolve("libduckdb_java18.so"), Duration.ofMinutes(1));
        make(folder.resolve("libduckdb_java_mine.so"), Duration.ofHours(2));
        make(folder.resolve("table.csv"), Duration.ofHours(2));
        LeftLibraries.delete(folder, NOW);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("libduckdb_java18.so", "libduckdb_java_mine.so", "table.csv");
        LeftLibraries.delete(folder.resolve("none"), NOW);
    }

    @Test
    void theNextUseOfDuckDbDeletesThem() throws IOException {
        Path left = Files.createTempFile("libduckdb_java", ".so");
        Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofDays(9_000))));
        TableFiles.write(Table.of(NumberColumn.of("a", 1)), folder.resolve("t.parquet"));
        assertThat(left).doesNotExist();
    }

    private static void make(Path file, Duration age) throws IOException {
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }
}
