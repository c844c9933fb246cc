package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;

/// Levels too rare to learn from are counted and told.
class PooledLevelsTest {
    @TempDir
    private Path folder;

    @Test
    void rareLevelsAreTold() throws IOException {
        Ran ran = trained();

        // Nine levels have twenty rows each; the tenth and the eleventh have one, which may be kept apart.
        assertThat(ran.out())
                .containsPattern(
                        "town: [12] of its 1[01] levels are in fewer than 3 rows to learn from and count as one");
    }

    @Test
    void rareLevelsAreInTheJson() throws IOException {
        assertThat(trained("--json").out().replaceAll("\\s", ""))
                .containsPattern("\"levelsPooled\":\\[\\{\"column\":\"town\",\"pooled\":[12],\"kept\":9}\\]");
    }

    private Ran trained(String... more) throws IOException {
        StringBuilder text = new StringBuilder("town,price\n");
        for (int row = 0; row < 180; row++) {
            text.append("town%d,%d\n".formatted(row % 9, row % 9 + row % 7));
        }
        text.append("hamlet,3\nfarm,4\n");
        Path file = Files.writeString(folder.resolve("houses.csv"), text);
        String[] arguments = {"train", file.toString(), "--target", "price", "--task", "regression", "--epochs", "2"};
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Ran.slope(all);
    }
}
