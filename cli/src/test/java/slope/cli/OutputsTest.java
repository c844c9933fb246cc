package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Models go to files; predictions and reports also through pipes and to standard output.
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OutputsTest {
    @TempDir
    private static Path shared;

    private static String model = "";

    @TempDir
    private Path folder;

    private Optional<Process> waiting = Optional.empty();

    @AfterEach
    void end() {
        waiting.ifPresent(Process::destroyForcibly);
    }

    @BeforeAll
    static void train() {
        model = Penguins.save("species", shared);
    }

    @Test
    void aModelThatIsNoFileIsRefusedBeforeTraining() throws Exception {
        Path device = folder.resolve("device");
        if (run("mknod", device.toString(), "c", "1", "3") == 0) {
            assertRefusedAsModel(device.toString(), "is a device; a model has to be a file");
            Files.createSymbolicLink(folder.resolve("link"), device);
            assertRefusedAsModel(folder + "/link", "is a device; a model has to be a file");
            assertThat(Files.isRegularFile(device)).isFalse();
        }
        assertRefusedAsModel(pipe().toString(), "is a pipe; a model has to be a file");
        assertRefusedAsModel("-", "\"-\" is standard output; a model has to be a file");
        assertRefusedAsModel(folder.toString(), "is a folder");
        assertThat(Path.of("-")).doesNotExist();
    }

    private static void assertRefusedAsModel(String out, String sentence) {
        Ran ran = Penguins.train("species", "--out", out);
        ran.assertRefused(sentence);
        assertThat(ran.err().lines()).as("nothing is trained before").hasSize(1);
    }

    @Test
    void whatATrainingReadsIsNotWrittenOver() throws Exception {
        Path weights =
                Files.writeString(folder.resolve("weights.csv"), "class,weight\nAdelie,1\nChinstrap,2\nGentoo,1\n");
        String sentence = "is read, and would be written over";
        Penguins.train("species", "--class-weights", weights.toString(), "--out", weights.toString())
                .assertRefused(sentence);
        Penguins.train("species", "--class-weights", weights.toString(), "--predictions", weights.toString())
                .assertRefused(sentence);
        assertThat(weights).content().startsWith("class,weight");

        byte[] before = Files.readAllBytes(Path.of(model));
        Ran.slope("train", Penguins.FILE, "--target", "species", "--start-from", model, "--out", model)
                .assertRefused(sentence);
        assertThat(Path.of(model)).hasBinaryContent(before);
    }

    @Test
    void checkpointsAreAmongThemselves() {
        Path checkpoints = folder.resolve("checkpoints");
        for (String option : List.of("--out", "--predictions")) {
            Penguins.train("species", "--checkpoint", checkpoints.toString(), option, checkpoints + "/a.csv")
                    .assertRefused("would be written among the checkpoints in");
        }
        assertThat(checkpoints.resolve("a.csv")).doesNotExist();
    }

    @Test
    void aLinkToAModelStaysOne() throws Exception {
        Path target = Files.writeString(folder.resolve("target.onnx"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.onnx"), Path.of("target.onnx"));

        assertThat(Penguins.train("species", "--out", link.toString()).exitCode())
                .isZero();

        assertThat(link).isSymbolicLink();
        assertThat(Ran.slope("inspect", target.toString()).exitCode()).isZero();
    }

    @Test
    void predictionsPassThroughAPipe() throws Exception {
        Path pipe = pipe();
        String expected = Ran.slope("predict", model, Penguins.FILE).out();

        CompletableFuture<String> read = reading(pipe);
        Ran ran = Ran.slope("predict", model, Penguins.FILE, "-o", pipe.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(read.get(5, TimeUnit.MINUTES)).isEqualTo(expected);
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void theNameOfAPipeTellsHowToWrite() throws Exception {
        Path pipe = folder.resolve("pipe.parquet");
        assumeThat(run("mkfifo", pipe.toString())).as("pipes may be made").isZero();
        Path copy = folder.resolve("copy.parquet");
        Process copying = new ProcessBuilder("cp", pipe.toString(), copy.toString()).start();
        Ran ran = Ran.slope("predict", model, Penguins.FILE, "-o", pipe.toString(), "--keep", "species");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(copying.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(copy, StandardCharsets.ISO_8859_1)).startsWith("PAR1");
    }

    @Test
    void predictionsOfATrainingAreAllThatStandardOutputGets() {
        Ran ran = Penguins.train("species", "--predictions", "-");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("row,part,observed,prediction,");
        assertThat(ran.out().lines()).hasSize(345).allMatch(line -> line.matches("(row|\\d+),.*"));
        assertThat(ran.err()).contains("log-loss");
    }

    @Test
    void aReportIsAllThatStandardOutputGets() {
        Ran ran = Ran.slope("evaluate", model, Penguins.FILE, "--report", "-");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().strip()).startsWith("<!DOCTYPE html>").endsWith("</html>");
        assertThat(ran.err()).contains("log-loss");
    }

    @Test
    void aReportPassesThroughAPipe() throws Exception {
        Path pipe = pipe();

        CompletableFuture<String> read = reading(pipe);
        Ran ran = Ran.slope("evaluate", model, Penguins.FILE, "--report", pipe.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(read.get(5, TimeUnit.MINUTES)).startsWith("<!DOCTYPE html>");
        assertThat(ran.out()).contains("log-loss");
    }

    @Test
    void twoResultsDoNotShareAPlace() {
        Penguins.train("species", "--predictions", "-", "--json").assertRefused("both go to standard output");
        Ran.slope("evaluate", model, Penguins.FILE, "--report", "-", "--json")
                .assertRefused("both go to standard output");
        Penguins.train(
                        "species",
                        "--out",
                        folder + "/a.csv",
                        "--predictions",
                        folder + "/../" + folder.getFileName() + "/a.csv")
                .assertRefused("is named for both the model and the predictions");
        Penguins.train("species", "--checkpoint", "-").assertRefused("--checkpoint needs a folder");
        assertThat(Path.of("-")).doesNotExist();
        assertThat(folder).isEmptyDirectory();
    }

    /// As `slope predict … -o /dev/stdout > file` does it, between other things that a shell writes there.
    @Test
    void whatAShellHasOpenedGoesOnWhereItIs() throws Exception {
        assumeThat(Path.of("/dev/stdout")).exists();
        String expected = Ran.slope("predict", model, Penguins.FILE).out();
        Path out = Files.writeString(folder.resolve("out.csv"), "before\n");
        Process process = Launched.slope(
                folder.resolve("said.txt"), "predict", model, "examples/penguins.csv", "-o", "/dev/stdout");
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("said.txt")).hasContent(expected);

        Ran ran = Ran.slope("predict", model, Penguins.FILE, "-o", descriptorOf(out));

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(out).hasContent("before\n" + expected);
    }

    /// A descriptor that another process has open, for want of a way to open one here.
    private String descriptorOf(Path file) throws IOException {
        Process process = new ProcessBuilder("cat") // It waits for its input, which does not come.
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile()))
                .start();
        waiting = Optional.of(process);
        Path descriptor = Path.of("/proc/%d/fd/1".formatted(process.pid()));
        assumeThat(descriptor).exists();
        return descriptor.toString();
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(run("mkfifo", pipe.toString())).as("pipes may be made").isZero();
        return pipe;
    }

    private static CompletableFuture<String> reading(Path pipe) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command)).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
