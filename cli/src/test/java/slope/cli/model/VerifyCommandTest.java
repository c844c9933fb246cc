package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import slope.layer.Parameters;
import slope.model.FitRecord;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import tools.jackson.jr.ob.JSON;

/// A saved model is trained again from its own record.
class VerifyCommandTest {
    @TempDir
    private static Path folder;

    private static String model = "";

    @BeforeAll
    static void train() {
        model = Penguins.save("species", folder);
    }

    @Test
    void theSameBytesAreVerified() throws Exception {
        Ran ran = Ran.slope("verify", model, "--data", Penguins.FILE);
        assertThat(ran.out()).isEqualTo("verified: training again gives %s, byte for byte\n".formatted(model));
        assertThat(ran.exitCode()).isZero();

        Map<String, Object> json = json(0, model, Penguins.FILE);
        assertThat(json)
                .containsEntry("files", Map.of("model", model, "data", Penguins.FILE))
                .containsEntry("verified", true)
                .containsEntry("agreement", "bytes")
                .containsEntry("differences", List.of());
        assertThat(json.get("saved")).isEqualTo(json.get("trained"));
        assertThat(json.get("saved").toString())
                .containsPattern("fileHash=\\p{XDigit}{64}, modelHash=\\p{XDigit}{64}, dataHash=\\p{XDigit}{64},"
                        + " splitHash=\\p{XDigit}{64}");
    }

    /// The file also tells of its machine, as none does any more.
    @Test
    void aFileOfAnEarlierVersionIsVerified() {
        String kept = "../onnx/src/test/resources/kept/0.1/trained.onnx";
        Ran ran = Ran.slope("verify", kept, "--data", Penguins.FILE);
        assertThat(ran.out())
                .isEqualTo(
                        "verified: training again gives the same model, bit for bit; %s says the same of itself in the"
                                        .formatted(kept)
                                + " form of an earlier version\n");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void anotherTableThanItsOwnIsNoticed() throws Exception {
        Path other = folder.resolve("other.csv");
        Files.writeString(other, Files.readString(Path.of(Penguins.FILE)).replaceFirst("39.1", "39.2"));
        Ran ran = Ran.slope("verify", model, "--data", other.toString());
        assertThat(ran.out())
                .isEqualTo("not verified: %s is not the table that %s was trained on\n".formatted(other, model));
        assertThat(ran.exitCode()).isEqualTo(1);

        Map<String, Object> json = json(1, model, other.toString());
        assertThat(json).containsEntry("verified", false).containsEntry("agreement", "none");
        assertThat(json.get("differences").toString())
                .contains("what=data.hash")
                .doesNotContain("what=data.splitHash");
    }

    /// As a changed cell of a row that nothing is learned from leaves the network.
    @Test
    void anotherTableIsNoticedAlsoWhereTheSameNetworkComesOfIt() throws Exception {
        ModelFile saved = ModelFile.read(Path.of(model));
        String file = write("table.onnx", withDataHash(saved.model(), "0".repeat(64)), saved.provenance());
        Ran ran = Ran.slope("verify", file, "--data", Penguins.FILE);
        assertThat(ran.out())
                .isEqualTo(
                        "not verified: %s is not the table that %s was trained on, although the same network comes of it\n"
                                .formatted(Penguins.FILE, file));
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void aChangedWeightIsNoticed() throws Exception {
        ModelFile saved = ModelFile.read(Path.of(model));
        FittedNetwork member = saved.model().members().getFirst();
        Parameters parameters = member.network().parameters();
        float[] values = parameters.toArray();
        values[0] = Math.nextUp(values[0]);
        Network network = Network.of(member.network().architecture(), Parameters.of(parameters.layout(), values));
        Model changed = new Model(member.encoding(), member.target(), network)
                .with(saved.model().record());
        String file = write("weight.onnx", changed, saved.provenance());

        Ran ran = Ran.slope("verify", file, "--data", Penguins.FILE);
        assertThat(ran.out()).startsWith("not verified: ").contains("the same version of slope, so " + file + " was");
        assertThat(what(json(1, file, Penguins.FILE))).containsExactly("model");
    }

    @Test
    void aPrettierScoreInTheRecordIsNoticed() throws Exception {
        ModelFile saved = ModelFile.read(Path.of(model));
        FitRecord.Score score = saved.model().record().scores().getFirst();
        FitRecord.Score prettier = new FitRecord.Score(score.metric(), score.training(), 1, score.baseline());
        String file = write("score.onnx", with(saved.model(), Map.of(), List.of(prettier)), saved.provenance());

        Ran ran = Ran.slope("verify", file, "--data", Penguins.FILE);
        assertThat(ran.out())
                .startsWith("verified: training again gives the same model, bit for bit")
                .contains("scores.accuracy.validation was 1.0 and now is " + score.validation());
        Map<String, Object> json = json(0, file, Penguins.FILE);
        assertThat(json).containsEntry("verified", true).containsEntry("agreement", "model");
        assertThat(what(json)).contains("scores.accuracy.validation").doesNotContain("model", "data.hash");
    }

    @Test
    void aTrainingThatWasInterruptedIsToldApart() throws Exception {
        ModelFile saved = ModelFile.read(Path.of(model));
        FittedNetwork member = saved.model().members().getFirst();
        Model early = new Model(
                member.encoding(),
                member.target(),
                Network.of(
                        member.network().architecture(),
                        Parameters.of(
                                member.network().parameters().layout(),
                                new float[member.network().parameters().count()])));
        Model told = early.with(with(saved.model(), Map.of("interrupted", "in epoch 3 of 5"), List.of())
                .record());
        String file = write("early.onnx", told, saved.provenance());
        assertThat(Ran.slope("verify", file, "--data", Penguins.FILE).out())
                .isEqualTo("not verified: the training of %s was interrupted in epoch 3 of 5; to its end it gives"
                                .formatted(file)
                        + " another model\n");
    }

    private static Model with(Model old, Map<String, String> remarks, List<FitRecord.Score> scores) {
        Map<String, String> settings = new LinkedHashMap<>(old.record().settings());
        settings.putAll(remarks);
        return old.with(old.record().settings(settings).scores(scores));
    }

    private static Model withDataHash(Model old, String hash) {
        FitRecord.Data data = old.record().data();
        return old.with(old.record()
                .data(new FitRecord.Data(
                        data.rows(), data.trainingRows(), data.validationRows(), hash, data.splitHash())));
    }

    private static String write(String name, Model model, Provenance provenance) {
        Path file = folder.resolve(name);
        new ModelFile(model, provenance).write(file);
        return file.toString();
    }

    private static Map<String, Object> json(int exitCode, String model, String data) throws Exception {
        Ran ran = Ran.slope("verify", model, "--data", data, "--json");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(exitCode);
        return JSON.std.mapFrom(ran.out());
    }

    private static List<String> what(Map<String, Object> json) {
        return ((List<?>) json.get("differences"))
                .stream().map(each -> ((Map<?, ?>) each).get("what").toString()).toList();
    }
}
