package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;

/// What would not fit is refused before the training, in one sentence.
class RoomCheckTest {
    @TempDir
    private Path folder;

    @Test
    void aModelThatCouldNotBeReadAgainIsRefusedBeforeItIsTrained() throws Exception {
        String table = words(1_700, 560);
        Path out = folder.resolve("model.onnx");
        Ran ran = Ran.slope(train(table, "--target", "y", "--epochs", "1", "--folds", "1", "--out", out.toString()));
        ran.assertRefused("the model would be too large to save");
        assertThat(ran.err())
                .contains("together take")
                .contains("use fewer columns, folds or snapshots, or narrower layers")
                .doesNotContain("epoch");
        assertThat(out).doesNotExist();
    }

    @Test
    void aNetworkOfMoreParametersThanAnArrayHoldsIsRefused() {
        Ran.slope(train(Penguins.FILE, "--target", "species", "--hidden", "60000,60000", "--epochs", "1"))
                .assertRefused("the network would have more than 2,147,483,647 parameters; use fewer columns or"
                        + " narrower layers");
    }

    /// Words that repeat, so that they are inputs: 250 different ones in each column.
    private String words(int rows, int columns) throws Exception {
        Path file = folder.resolve("words.csv");
        Files.writeString(
                file,
                IntStream.rangeClosed(-1, rows - 1)
                        .mapToObj(row -> row < 0 ? header(columns) : row(row, columns))
                        .collect(Collectors.joining("\n", "", "\n")));
        return file.toString();
    }

    private static String header(int columns) {
        return IntStream.range(0, columns).mapToObj(column -> "c" + column).collect(Collectors.joining(",")) + ",y";
    }

    private static String row(int row, int columns) {
        return IntStream.range(0, columns)
                        .mapToObj(column -> "w" + (row + 7 * column) % 250)
                        .collect(Collectors.joining(","))
                + (row % 3 == 0 ? ",yes" : ",no");
    }

    private static String[] train(String table, String... more) {
        return Stream.concat(Stream.of("train", table, "--recipe", "plain"), Arrays.stream(more))
                .toArray(String[]::new);
    }
}
