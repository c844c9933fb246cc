package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.model.Model;
import slope.network.Network;
import slope.onnx.ModelFile;
import slope.onnx.Models;
import slope.onnx.Provenance;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.target.Numbers;
import slope.target.TargetScale;

/// Saved networks go on learning, and records are followed with care.
class GoingOnTest {
    @TempDir
    private Path folder;

    private String table = "";
    private String start = "";

    @BeforeEach
    void writeTableAndNetwork() throws Exception {
        StringBuilder rows = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 100; row++) {
            rows.append("%d,%d,%d\n".formatted(row % 7, row % 5, 3 * (row % 7) - row % 5));
        }
        table = folder.resolve("rows.csv").toString();
        Files.writeString(Path.of(table), rows);
        start = folder.resolve("start.onnx").toString();
        Models.save(asOfAnotherProgram(), Path.of(start));
    }

    @Test
    void aNetworkOfAnotherProgramGoesOnAndCanBeVerified() {
        String out = folder.resolve("out.onnx").toString();
        Ran ran = Ran.slope("train", table, "--target", "y", "--start-from", start, "--epochs", "3", "--out", out);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("fine-tunes a trained network; its inputs x1 to x2 are the used columns in this order")
                .contains("2 used: a, b", "2 inputs → 4 relu → 1 output");
        assertThat(Ran.slope("verify", out, "--data", table).err())
                .isEqualTo(
                        "slope: %s was trained from another model (name that one with --start-from)\n".formatted(out));
        Ran verified = Ran.slope("verify", out, "--data", table, "--start-from", start);
        assertThat(verified.out()).isEqualTo("verified: training again gives %s, byte for byte\n".formatted(out));
    }

    @Test
    void itGoesWithThePlainRecipeOnly() {
        Ran ran = Ran.slope("train", table, "--target", "y", "--start-from", start, "--recipe", "tuned");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--start-from goes with the recipe plain; leave --recipe out");
    }

    @Test
    void aRecordThatNamesFilesIsNotFollowed() {
        Path precious = folder.resolve("precious.csv");
        for (List<String> options : List.of(
                List.of("--target", "y", "--predictions", precious.toString()),
                List.of("--target", "y", "--predictions=" + precious))) {
            Path model = folder.resolve("hostile.onnx");
            new ModelFile(asOfAnotherProgram(), recordOf(options)).write(model);
            Ran ran = Ran.slope("verify", model.toString(), "--data", table);
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err())
                    .isEqualTo("slope: %s has the option \"predictions\" in its record, which is never written there;"
                                    .formatted(model)
                            + " it was changed\n");
            assertThat(precious).doesNotExist();
        }
    }

    @Test
    void classWeightsOutOfAFileAreNamedAgain() {
        Path model = folder.resolve("weighted.onnx");
        List<String> options = List.of("--target", "y", "--class-weights", "/etc/passwd");
        new ModelFile(asOfAnotherProgram(), recordOf(options)).write(model);
        assertThat(Ran.slope("verify", model.toString(), "--data", table).err())
                .isEqualTo("slope: %s was trained with a file of class weights (name it with --class-weights)\n"
                        .formatted(model));
        assertThat(Ran.slope("verify", model.toString(), "--data", table, "--class-weights", "none.csv")
                        .err())
                .contains("there is no file \"none.csv\"");
    }

    private static Provenance recordOf(List<String> options) {
        return new Provenance("0.1", Optional.empty(), options);
    }

    private static Model asOfAnotherProgram() {
        List<ColumnEncoder> columns = List.of(
                new NumberEncoder("x1", 0, new Scaler.Unchanged()), new NumberEncoder("x2", 0, new Scaler.Unchanged()));
        Architecture architecture =
                Architecture.inputs(2).dense(4, Activation.RELU).dense(1, Activation.IDENTITY);
        TargetScale scale = new TargetScale("out", 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return new Model(
                new TableEncoder(columns), new Numbers(List.of(scale)), Network.start(architecture, Initializer.HE, 1));
    }
}
