package slope.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// Two models or two tables are compared.
class CompareCommandTest {
    @TempDir
    private static Path folder;

    private static String species = "";
    private static String other = "";
    private static String some = "";

    @BeforeAll
    static void train() throws IOException {
        species = Penguins.save("species", folder);
        other = folder.resolve("other.onnx").toString();
        Penguins.train("species", "--hidden", "4", "--seed", "2", "--out", other);
        some = folder.resolve("some.csv").toString();
        List<String> lines = Files.readAllLines(Path.of(Penguins.FILE));
        Files.write(Path.of(some), lines.subList(0, 200));
    }

    @Test
    void modelsAreComparedOnTheSameRows() throws IOException {
        Map<String, Object> json =
                json("compare", species, other, some, "--accept-training-rows", "--by", "island", "--json");
        assertThat(json).containsEntry("report", "comparison").containsKeys("models", "agreement", "by");
        assertThat((Map<?, ?>) json.get("rows")).extracting("rows").isEqualTo(199);
    }

    @Test
    void theRowsOfATrainingNeedAFlag() {
        Ran.slope("compare", species, other, Penguins.FILE).assertRefused("learned from the rows of");
        Ran.slope("compare", species, other, some).assertRefused("learned from the rows of");
        Ran accepted = Ran.slope("compare", species, other, Penguins.FILE, "--accept-training-rows");
        assertThat(accepted.exitCode()).as(accepted.err()).isZero();
        assertThat(accepted.out()).contains("training scores");
    }

    @Test
    void tablesAreComparedByColumn() throws IOException {
        Map<String, Object> json = json("compare", Penguins.FILE, some, "--json");
        assertThat(json).containsEntry("report", "drift").containsKeys("before", "after", "drift");
        assertThat(Ran.slope("compare", Penguins.FILE, some).out())
                .contains("\"species\": only penguins.csv has Gentoo (124)");
    }

    @Test
    void pagesAreWritten() throws IOException {
        Path page = folder.resolve("compared.html");
        assertThat(Ran.slope("compare", species, other, some, "--accept-training-rows", "--report", page.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readString(page)).contains("species.onnx and other.onnx compared");
        assertThat(Ran.slope("compare", Penguins.FILE, some, "--report", "-").out())
                .startsWith("<!DOCTYPE html>")
                .contains("Drift from penguins.csv to some.csv");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Ran.slope("compare", species, other).assertRefused("name their file behind the two models");
        Ran.slope("compare", Penguins.FILE, some, "--by", "sex").assertRefused("two tables have no scores");
        Ran.slope("compare", species, other, "-").assertRefused("standard input can be read once");
        Ran.slope("compare", species, other, some, "--by", "sx").assertRefused("has no column \"sx\"");
        Ran.slope("compare", species, other, some, "--report", species).assertRefused(species);
        Ran.slope("compare", Penguins.FILE).assertRefused("FILE");
    }

    private static Map<String, Object> json(String... arguments) throws IOException {
        Ran ran = Ran.slope(arguments);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return JSON.std.mapFrom(ran.out());
    }
}
