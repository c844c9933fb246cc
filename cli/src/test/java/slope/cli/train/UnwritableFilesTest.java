package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;

/// A disk without room, and places that may not be written to: one sentence, and nothing is left behind. Files that
/// do not fit are tried in `DestinationTest`.
class UnwritableFilesTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    /// The first checkpoint's place is taken by a folder, as it cannot be filled up beforehand.
    @Test
    void aCheckpointThatCannotBeWrittenEndsTheTrainingAtOnce() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.createDirectories(run.resolve("b.checkpoint"));
        Path model = folder.resolve("model.onnx");

        Ran ran = train("--checkpoint", run.toString(), "--out", model.toString());

        ran.assertRefused("b.checkpoint\" is a folder");
        assertThat(model).doesNotExist();
    }

    @Test
    void predictionsThatDoNotFitAreAFailure() {
        assumeThat(FULL).as("a disk that is always full").exists();

        Ran ran = train("--predictions", FULL.toString());

        ran.assertRefused("\"/dev/full\" cannot be written: the disk is full");
        assertThat(Files.isRegularFile(FULL)).isFalse();
    }

    @Test
    void aTrainingThatFailsLeavesNothingBehind() throws IOException {
        Path run = folder.resolve("run");
        Path text = Files.writeString(folder.resolve("text.csv"), "species,x\n");
        for (String table : List.of(folder.resolve("missing.csv").toString(), text.toString())) {
            Ran ran = Ran.slope("train", table, "--target=species", "--checkpoint=" + run);

            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(folder.toFile().list()).containsExactly("text.csv");
        }
        Files.createDirectory(run);
        assertThat(train("--ignore", "species", "--checkpoint", run.toString()).exitCode())
                .isEqualTo(2);
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void aFolderWhereNothingCanBeMadeIsRefusedBeforeTraining() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String option : List.of("--out", "--predictions", "--checkpoint")) {
            Ran ran = train(option, file.resolve("below.csv").toString());

            ran.assertRefused("below.csv");
            assertThat(ran.err().lines())
                    .as("nothing is trained before: %s", ran.err())
                    .hasSize(1);
        }
    }

    private static Ran train(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("train", "../examples/penguins.csv", "--target=species", "--recipe=plain", "--epochs=2"));
        arguments.addAll(List.of(more));
        return Ran.slope(arguments.toArray(String[]::new));
    }
}
