package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;

/// Levels too rare to learn from are counted and told.
class PooledCategoriesTest {
    @TempDir
    private Path folder;

    @Test
    void rareLevelsAreTold() throws IOException {
        Ran ran = trained();

        // Nine levels have twenty rows each; the tenth and the eleventh have one, which may be kept apart.
        assertThat(ran.out())
                .containsPattern(
                        "town: [12] of its 1[01] categories are in fewer than 3 training rows and count as one");
    }

    @Test
    void rareLevelsAreInTheJson() throws IOException {
        assertThat(trained("--json").out().replaceAll("\\s", ""))
                .containsPattern("\"categoriesPooled\":\\[\\{\"column\":\"town\",\"pooled\":[12],\"kept\":9}\\]");
    }

    /// The second file has numbers where the network knows codes, which are read as they are written.
    @Test
    void aNetworkThatGoesOnHasPooledNothing() throws IOException {
        StringBuilder text = new StringBuilder("shop,price\n");
        for (int row = 0; row < 120; row++) {
            text.append("%d,%d\n".formatted(row % 12, row % 12 + row % 7));
        }
        String file = Files.writeString(folder.resolve("shops.csv"), text).toString();
        String model = folder.resolve("shops.onnx").toString();
        String[] options = {"--target", "price", "--task", "regression", "--epochs", "2"};
        assertThat(run(options, "train", file, "--categorical", "shop", "--folds", "1", "--out", model)
                        .exitCode())
                .isZero();

        Ran ran = run(options, "train", file, "--start-from", model);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("fine-tunes a trained network").doesNotContain("count as one");
    }

    private static Ran run(String[] options, String... first) {
        return Ran.slope(
                Stream.concat(Arrays.stream(first), Arrays.stream(options)).toArray(String[]::new));
    }

    private Ran trained(String... more) throws IOException {
        StringBuilder text = new StringBuilder("town,price\n");
        for (int row = 0; row < 180; row++) {
            text.append("town%d,%d\n".formatted(row % 9, row % 9 + row % 7));
        }
        text.append("hamlet,3\nfarm,4\n");
        Path file = Files.writeString(folder.resolve("houses.csv"), text);
        return run(more, "train", file.toString(), "--target", "price", "--task", "regression", "--epochs", "2");
    }
}
