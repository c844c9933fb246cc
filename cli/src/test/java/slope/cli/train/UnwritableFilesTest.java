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

/// A disk without room, and places that may not be written to: one sentence, and what was there is there.
class UnwritableFilesTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @Test
    void aModelThatDoesNotFitLeavesTheEarlierOne() throws IOException {
        Path model = Files.writeString(folder.resolve("model.onnx"), "the earlier one");
        fillDiskUnder(model);

        train("--out", model.toString()).assertRefused("\"%s\" cannot be written: the disk is full".formatted(model));

        assertThat(model).hasContent("the earlier one");
        assertThat(folder.toFile().list()).containsExactly("model.onnx");
    }

    /// The first checkpoint's place is taken by a folder, as it cannot be filled up beforehand.
    @Test
    void aCheckpointThatCannotBeWrittenEndsTheTrainingAtOnce() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.createDirectories(run.resolve("b.checkpoint"));
        Path model = folder.resolve("model.onnx");

        Ran ran = train("--checkpoint", run.toString(), "--out", model.toString());

        ran.assertRefused("b.checkpoint\" cannot be read");
        assertThat(model).doesNotExist();
    }

    @Test
    void predictionsThatDoNotFitLeaveTheEarlierOnes() throws IOException {
        Path predictions = Files.writeString(folder.resolve("predictions.csv"), "the earlier ones");
        fillDiskUnder(predictions);

        Ran ran = train("--predictions", predictions.toString());

        ran.assertRefused("\"%s\" cannot be written: ".formatted(predictions));
        assertThat(predictions).hasContent("the earlier ones");
        assertThat(folder.toFile().list()).containsExactly("predictions.csv");
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

    /// The part that is written beside a file, by this thread, is a way to a disk without room.
    private static void fillDiskUnder(Path file) throws IOException {
        assumeThat(FULL).as("a disk that is always full").exists();
        Path part = file.resolveSibling(".%s.%d-%d.part"
                .formatted(
                        file.getFileName(),
                        ProcessHandle.current().pid(),
                        Thread.currentThread().threadId()));
        Files.createSymbolicLink(part, FULL);
    }

    private static Ran train(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("train", "../examples/penguins.csv", "--target=species", "--recipe=plain", "--epochs=2"));
        arguments.addAll(List.of(more));
        return Ran.slope(arguments.toArray(String[]::new));
    }
}
