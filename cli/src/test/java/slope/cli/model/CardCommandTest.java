package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// What is known of a model is shown from its file alone.
class CardCommandTest {
    @TempDir
    private static Path folder;

    private static String model = "";

    @BeforeAll
    static void train() {
        model = Penguins.save("species", folder);
    }

    @Test
    void theCardIsTextOrJson() throws Exception {
        Ran text = Ran.slope("card", model);
        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .contains("multi-class classification of \"species\"", "How good it is", "95 % interval", "What it saw")
                .contains("slope verify " + model + " --data TABLE");
        Map<String, Object> json =
                JSON.std.mapFrom(Ran.slope("card", model, "--json").out());
        assertThat(json)
                .containsEntry("report", "card")
                .containsEntry("version", 1)
                .containsKeys("model", "columns", "training", "quality")
                .doesNotContainKey("verification");
    }

    /// The command that is shown does what it says.
    @Test
    void theCommandThatIsShownVerifiesTheModel() {
        String command = Ran.slope("card", model)
                .out()
                .lines()
                .filter(line -> line.startsWith("  slope verify "))
                .findFirst()
                .orElseThrow()
                .strip()
                .replace("TABLE", Penguins.FILE);
        assertThat(Ran.slope(command.substring("slope ".length()).split(" ")).exitCode())
                .isZero();
    }

    @Test
    void thePageIsAFileOrStandardOutput() throws Exception {
        Path page = folder.resolve("card.html");
        Ran written = Ran.slope("card", model, "--html", page.toString());
        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).contains("How good it is");
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Model card of species.onnx");
        Ran printed = Ran.slope("card", model, "--html", "-");
        assertThat(printed.out()).isEqualTo(Files.readString(page));
        assertThat(printed.err()).contains("How good it is");
    }

    @Test
    void whatCannotBeIsRefusedInASentence() throws Exception {
        Ran.slope("card", model, "--json", "--html", "-")
                .assertRefused("--json and --report both go to standard output");
        Ran.slope("card", folder.resolve("none.onnx").toString()).assertRefused("none.onnx");
        Ran.slope("card", Penguins.FILE).assertRefused("penguins.csv");
        byte[] before = Files.readAllBytes(Path.of(model));
        Ran.slope("card", model, "--html", model).assertRefused(model);
        assertThat(Files.readAllBytes(Path.of(model))).isEqualTo(before);
    }
}
