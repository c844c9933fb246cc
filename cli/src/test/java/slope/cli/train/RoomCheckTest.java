package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
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
    void aModelThatCouldNotBeReadAgainIsRefusedBeforeItIsTrained() {
        Path out = folder.resolve("model.onnx");
        Ran ran = Ran.slope(train("--hidden", "1048577", "--epochs", "1", "--folds", "1", "--out", out.toString()));
        ran.assertRefused("the model would be too large to save");
        assertThat(ran.err())
                .contains("has 1,048,577 for \"outputs\"; 1 to 1,048,576 are read")
                .contains("use fewer columns, folds or snapshots, or narrower layers")
                .doesNotContain("epoch");
        assertThat(out).doesNotExist();
    }

    @Test
    void aNetworkOfMoreParametersThanAnArrayHoldsIsRefused() {
        Ran.slope(train("--hidden", "60000,60000", "--epochs", "1"))
                .assertRefused("the network would have more than 2,147,483,647 parameters; use fewer columns or"
                        + " narrower layers");
    }

    private static String[] train(String... more) {
        return Stream.concat(
                        Stream.of("train", Penguins.FILE, "--target", "species", "--recipe", "plain"),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }
}
