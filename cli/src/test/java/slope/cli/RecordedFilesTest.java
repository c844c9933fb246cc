package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.fit.ClassWeights;
import slope.onnx.ModelFile;
import slope.run.RecordedRequest;

/// No name of a file stands in a model.
class RecordedFilesTest {
    private static final String WEIGHTS = "class,weight\nGentoo,0.5\nAdelie,2\nChinstrap,3\n";

    @TempDir
    private Path folder;

    @Test
    void aModelTellsItsClassWeightsAndNotTheirFile() throws Exception {
        Path weights = Files.writeString(folder.resolve("secret-name.csv"), WEIGHTS);
        Path model = folder.resolve("weighted.onnx");
        assertThat(Penguins.train("species", "--class-weights", weights.toString(), "--out", model.toString())
                        .exitCode())
                .isZero();
        Files.delete(weights);

        assertThat(new String(Files.readAllBytes(model), StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        "secret-name", folder.toString(), folder.getFileName().toString());
        assertThat(RecordedRequest.of(ModelFile.read(model), "it")
                        .orElseThrow()
                        .estimator()
                        .rows()
                        .classWeights())
                .isEqualTo(new ClassWeights.Given(Map.of("Adelie", 2.0, "Chinstrap", 3.0, "Gentoo", 0.5)));
        Ran verified = Ran.slope("verify", model.toString(), "--data", Penguins.FILE);
        assertThat(verified.out()).as(verified.err()).endsWith("byte for byte\n");
    }

    @Test
    void classWeightsMayBeTyped() throws Exception {
        Path model = folder.resolve("typed.onnx");
        Path ofFile = folder.resolve("of-file.onnx");
        String weights = Files.writeString(folder.resolve("w.csv"), WEIGHTS).toString();
        String typed = "{\"Adelie\": 2, \"Chinstrap\": 3, \"Gentoo\": 0.5}";
        Penguins.train("species", "--class-weights", typed, "--out", model.toString());
        Penguins.train("species", "--class-weights", weights, "--out", ofFile.toString());
        assertThat(model).hasSameBinaryContentAs(ofFile);

        Penguins.train("species", "--class-weights", "{\"Adelie\": 0}")
                .assertRefused("class \"Adelie\" has the weight \"0.0\"; a weight is a number above 0");
        Penguins.train("species", "--class-weights", "{\"Adelie\": \"x\"}").assertRefused("has the weight");
        Penguins.train("species", "--class-weights", "{\"Adelie\" 2}").assertRefused("is no JSON object");
        Penguins.train("species", "--class-weights", typed.replace("Gentoo", "Gento"))
                .assertRefused("the class weights name \"Gento\", which is no class; did you mean \"Gentoo\"?");
        Penguins.train("species", "--class-weights", "{\"Adelie\": 2, \"Gentoo\": 1}")
                .assertRefused("the class weights have none for \"Chinstrap\"");
        Penguins.train("species", "--class-weights", typed.replace("}", ",\"King\":1}"))
                .assertRefused("the class weights name \"King\", which is no class; leave it out");
    }
}
