package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;

/// Folders are columns if training was told so, and then wherever its model is used.
class PartitionsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTables() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 80; row++) {
            rows.append("%s,%s,%s\n".formatted(row * 7 % 31 + 0.5, row * 5 % 17 + 0.5, row % 2 == 0 ? "hi" : "lo"));
        }
        for (String place : new String[] {"year=2024", "year=2025", "a=3", "y=hi"}) {
            Files.createDirectories(folder.resolve(place));
            Files.writeString(folder.resolve(place).resolve("t.csv"), rows);
        }
        Files.writeString(folder.resolve("t.csv"), rows);
    }

    @Test
    void folderNamesDoNotReplaceColumns() {
        String plain = report("t.csv");

        assertThat(report("a=3/t.csv")).isEqualTo(plain).contains("a, b");
        assertThat(report("y=hi/t.csv")).isEqualTo(plain);
    }

    @Test
    void aModelReadsThemAsItsTrainingDid() {
        String model = folder.resolve("m.onnx").toString();
        assertThat(train("year=*/t.csv", "--partitions", "--out", model).out()).contains("3 used: a, b, year");

        assertThat(Ran.slope("predict", model, path("year=2025/t.csv"), "--keep", "year")
                        .out())
                .startsWith("year,prediction\n2025,");
        assertThat(Ran.slope("evaluate", model, path("year=2024/t.csv")).exitCode())
                .isZero();
        Ran again = Ran.slope("verify", model, "--data", path("year=*/t.csv"));
        assertThat(again.out()).as(again.err()).contains("byte for byte");
        Ran.slope("predict", model, path("t.csv")).assertRefused("has no column \"year\"");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        train("a=3/t.csv", "--partitions").assertRefused("the column \"a\" is in the file and in the name of a folder");
        train("y=hi/t.csv", "--partitions")
                .assertRefused("the column \"y\" is in the file and in the name of a folder");
        train("t.csv", "--partitions").assertRefused("names a column, as year=2024 does");
    }

    private String report(String name) {
        return train(name).out().replace(path(name), "FILE").replaceAll("in [0-9.]+ s", "");
    }

    private Ran train(String name, String... more) {
        String[] line = {"train", path(name), "--target", "y", "--recipe", "plain", "--epochs", "2"};
        return Ran.slope(Stream.concat(Arrays.stream(line), Arrays.stream(more)).toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
