package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.cli.Ran;

/// What --checkpoint and --resume take and refuse. That what goes on ends with the same bytes: see
/// `KilledTrainingTest`.
class ResumedTrainingTest {
    private static final String PENGUINS = "../examples/penguins.csv";

    @TempDir
    private Path folder;

    private String run = "";

    @BeforeEach
    void train() {
        run = folder.resolve("run").toString();
        Ran ran =
                begin("--checkpoint", run, "--out", folder.resolve("model.onnx").toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    @Test
    void theOptionsAreThoseItBeganWith() {
        Path again = folder.resolve("again.onnx");

        Ran ran = Ran.slope("train", PENGUINS, "--resume", run, "--out", again.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("slope: resuming after the last epoch");
        assertThat(again).hasSameBinaryContentAs(folder.resolve("model.onnx"));
    }

    /// Nor does anything else of the machine decide a byte.
    @Test
    void howManyThreadsDecidesNoByte() throws IOException {
        Path one = folder.resolve("one.onnx");
        Path three = folder.resolve("three.onnx");
        Path again = folder.resolve("again.onnx");
        String kept = folder.resolve("kept").toString();
        begin("--threads", "1", "--checkpoint", kept, "--checkpoint-every", "7s", "--out", one.toString());
        begin("--threads", "3", "--out", three.toString());

        Ran resumed = Ran.slope("train", PENGUINS, "--resume", kept, "--out", again.toString(), "--json");

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.out()).as("it has as many threads again").containsPattern("\"threads\" ?: ?1\\b");
        assertThat(again).hasSameBinaryContentAs(one);
        assertThat(three).hasSameBinaryContentAs(one);
        assertThat(Ran.slope("inspect", one.toString()).out()).doesNotContain("--threads", "--checkpoint-every");
    }

    /// They lack settings that came later, and do not tell why a training ended.
    @ParameterizedTest
    @CsvSource({"a.checkpoint, in the first epoch", "b.checkpoint, after the last epoch"})
    void checkpointsOfAnEarlierVersionGoOn(String name, String place) throws IOException {
        Path earlier = Files.createDirectory(folder.resolve("earlier"));
        Files.copy(Path.of("src/test/resources/kept/checkpoints-of-format-4", name), earlier.resolve(name));
        Path fresh = folder.resolve("fresh.onnx");
        Path again = folder.resolve("again.onnx");
        Ran.slope(
                "train",
                PENGUINS,
                "--target",
                "species",
                "--recipe",
                "plain",
                "--hidden",
                "3",
                "--epochs",
                "60",
                "--patience",
                "60",
                "--batch",
                "16",
                "--folds",
                "2",
                "--out",
                fresh.toString());

        Ran ran = Ran.slope("train", PENGUINS, "--resume", earlier.toString(), "--out", again.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("slope: resuming " + place);
        assertThat(again).hasSameBinaryContentAs(fresh);
    }

    @Test
    void anotherNumberOfThreadsMayBeNamed() {
        Ran ran = Ran.slope("train", PENGUINS, "--resume", run, "--threads", "3", "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).containsPattern("\"threads\" ?: ?3\\b");
    }

    @Test
    void theSameOptionsMayBeNamedAgain() {
        Ran ran = Ran.slope("train", PENGUINS, "--epochs", "3", "--resume", run, "--missing", "n/a,none");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    @Test
    void otherOptionsAreRefusedWithBothValues() {
        resume(PENGUINS, "--epochs", "30").assertRefused("recipe.settings.epochs was 3 and is 30 now");
        resume(PENGUINS, "--seed", "1").assertRefused("training.seed was left out and is 1 now");
        resume(PENGUINS, "--class-weights", "balanced")
                .assertRefused("rows.classWeights was left out and is balanced now");
    }

    @Test
    void anotherTableIsRefused() throws IOException {
        String penguins = Files.readString(Path.of(PENGUINS));
        Path shorter = folder.resolve("shorter.csv");
        Files.writeString(shorter, penguins.substring(0, penguins.lastIndexOf('\n', penguins.length() - 2) + 1));
        Path other = Files.writeString(folder.resolve("other.csv"), penguins.replaceFirst(",39\\.1,", ",39.2,"));

        resume(shorter.toString()).assertRefused("rows was 344 and is 343 now");
        resume(other.toString()).assertRefused("the table has other values");
    }

    @Test
    void aFolderWithoutCheckpointsIsRefusedAndNotMade() {
        Path nothing = folder.resolve("nothing");

        Ran.slope("train", PENGUINS, "--resume", nothing.toString())
                .assertRefused("there is no checkpoint in \"" + nothing + "\"");
        assertThat(nothing).doesNotExist();
    }

    @Test
    void bothOptionsAreOneTooMany() {
        resume(PENGUINS, "--checkpoint", run).assertRefused("--resume writes checkpoints to the same folder");
    }

    @Test
    void aDamagedCheckpointIsToldOfAndTheOtherTaken() throws IOException {
        Path again = folder.resolve("again.onnx");
        damage("b.checkpoint");

        Ran ran = resume(PENGUINS, "--out", again.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("b.checkpoint\" does not match its checksum; resuming from");
        assertThat(again).hasSameBinaryContentAs(folder.resolve("model.onnx"));
    }

    @Test
    void twoDamagedCheckpointsGetOneSentence() throws IOException {
        damage("a.checkpoint");
        damage("b.checkpoint");

        resume(PENGUINS).assertRefused("can be resumed: the checkpoint");
    }

    /// The training of `train` has come to its end; one that has not is not replaced.
    @Test
    void onlyAnEndedTrainingIsReplaced() throws IOException {
        assertThat(begin("--checkpoint", run).exitCode()).isZero();
        Files.delete(newest());

        begin("--checkpoint", run).assertRefused("has the checkpoints of a training that has not ended");
    }

    /// No file is named by a checkpoint: it has the weights themselves.
    @Test
    void classWeightsAreKeptAndTheirFileIsNotNeeded() throws IOException {
        Path weights = Files.writeString(folder.resolve("w.csv"), "class,weight\nAdelie,1\nGentoo,2\nChinstrap,3\n");
        String other = folder.resolve("weighted").toString();
        Path model = folder.resolve("weighted.onnx");
        assertThat(begin("--class-weights", weights.toString(), "--checkpoint", other, "--out", model.toString())
                        .exitCode())
                .isZero();
        assertThat(Ran.slope("train", PENGUINS, "--resume", other, "--class-weights", weights.toString())
                        .exitCode())
                .isZero();

        Files.writeString(weights, "class,weight\nAdelie,1\nGentoo,2\nChinstrap,4\n");
        Ran.slope("train", PENGUINS, "--resume", other, "--class-weights", weights.toString())
                .assertRefused("rows.classWeights.Chinstrap was 3.0 and is 4.0 now");

        Files.delete(weights);
        Path again = folder.resolve("again.onnx");
        Ran ran = Ran.slope("train", PENGUINS, "--resume", other, "--out", again.toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(again).hasSameBinaryContentAs(model);
    }

    /// The one that holds all networks; without a network at work it is much smaller than the other.
    private Path newest() {
        return Stream.of("a.checkpoint", "b.checkpoint")
                .map(name -> Path.of(run, name))
                .min(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
    }

    private void damage(String name) throws IOException {
        Path file = Path.of(run, name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private Ran resume(String table, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", table, "--resume", run));
        arguments.addAll(List.of(more));
        return Ran.slope(arguments.toArray(String[]::new));
    }

    private static Ran begin(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("train", PENGUINS, "--target=species", "--recipe=plain", "--epochs=3", "--missing=n/a,none"));
        arguments.addAll(List.of(more));
        return Ran.slope(arguments.toArray(String[]::new));
    }
}
