package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// A model saved by one command and used by others.
class SavedModelTest {
    @TempDir
    private static Path folder;

    private static String model = "";

    @BeforeAll
    static void train() {
        model = folder.resolve("penguins.onnx").toString();
        Ran ran = Penguins.train("species", "--missing", "n/a", "--out", model);
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void theSameTrainingWritesTheSameBytes() throws Exception {
        Path again = folder.resolve("again.onnx");
        Penguins.train("species", "--missing", "n/a", "--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(Path.of(model));
    }

    @Test
    void inspectTellsWhatIsInIt() throws Exception {
        Ran ran = Ran.slope("inspect", model);
        assertThat(ran.out())
                .contains("multi-class classification of \"species\": Adelie, Chinstrap, Gentoo")
                .contains("344: 275 training, 69 validation")
                .contains("\n  table asked      missing: n/a\n")
                .contains("label, probabilities")
                .contains("ai.onnx 17, ai.onnx.ml 3")
                .contains("dense relu, 64 wide");
        Map<String, Object> json =
                JSON.std.mapFrom(Ran.slope("inspect", model, "--json").out());
        assertThat((Map<?, ?>) json.get("task")).extracting("kind").isEqualTo("multiclass");
        assertThat((Map<?, ?>) ((Map<?, ?>) json.get("file")).get("parameters"))
                .extracting("count")
                .isEqualTo(3139);
        assertThat(((Map<?, ?>) json.get("training")).get("scores"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(6);
    }

    @Test
    void predictsWhatTrainingPredicted() throws Exception {
        Path told = folder.resolve("told.csv");
        Penguins.train("species", "--missing", "n/a", "--predictions", told.toString());
        Ran ran = Ran.slope("predict", model, Penguins.FILE, "--probabilities");
        List<String> expected = Files.readAllLines(told).stream()
                .map(line -> line.substring(line.indexOf(',', line.indexOf(',', line.indexOf(',') + 1) + 1) + 1))
                .toList();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void keepsColumnsAndFindsThemInAnyOrder() throws Exception {
        Path rows = folder.resolve("rows.csv");
        Files.writeString(rows, """
            id,sex,island,body_mass_g,flipper_length_mm,bill_depth_mm,bill_length_mm
            007,MALE,Torgersen,3750,181,18.7,39.1
            008,n/a,Biscoe,5000,n/a,14,48
            """);
        Ran ran = Ran.slope("predict", model, rows.toString(), "--keep", "id");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).first().isEqualTo("id,prediction");
        assertThat(ran.out().lines().skip(1)).allMatch(line -> line.matches("00[78],(Adelie|Chinstrap|Gentoo)"));
    }

    @Test
    void whatTrainingNeverSawIsFlagged() throws Exception {
        Path rows = folder.resolve("unusual.csv");
        Files.writeString(rows, """
            sex,island,body_mass_g,flipper_length_mm,bill_depth_mm,bill_length_mm
            MALE,Torgersen,3750,181,18.7,39.1
            ,Hawaii,99999,181,18.7,
            """);
        Ran ran = Ran.slope("predict", model, rows.toString(), "--flag-unusual");
        assertThat(ran.out().lines().map(line -> line.substring(line.indexOf(',') + 1)))
                .containsExactly("unusual", "", "body_mass_g;island");
    }

    @Test
    void anObjectForEachRowIsWrittenWhereAskedFor() throws Exception {
        Ran ran = Ran.slope("predict", model, Penguins.FILE, "--json", "--keep", "species", "--probabilities");
        assertThat(ran.out().lines()).hasSize(344);
        Map<String, Object> first =
                JSON.std.mapFrom(ran.out().lines().findFirst().orElseThrow());
        assertThat(first)
                .containsEntry("species", "Adelie")
                .containsKeys("prediction", "probability_Adelie", "probability_Gentoo");
        Ran contradiction = Ran.slope("predict", model, Penguins.FILE, "--json", "-o", folder + "/x.csv");
        assertThat(contradiction.exitCode()).isEqualTo(2);
        assertThat(contradiction.err()).contains("--json is for standard output");
    }

    @Test
    void standardInputIsNamedAsSuch() {
        InputStream usual = System.in;
        try {
            for (String[] command : new String[][] {{"predict"}, {"evaluate"}, {"trace", "--row", "1"}}) {
                System.setIn(InputStream.nullInputStream());
                List<String> words = new ArrayList<>(List.of(command));
                words.addAll(1, List.of(model, "-"));
                Ran ran = Ran.slope(words.toArray(String[]::new));
                assertThat(ran.exitCode()).isEqualTo(2);
                assertThat(ran.err())
                        .isEqualTo("slope: standard input is empty; a header with the names of the columns was"
                                + " expected\n");
            }
        } finally {
            System.setIn(usual);
        }
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        Path rows = folder.resolve("short.csv");
        Files.writeString(rows, "island,sex\nBiscoe,male\n");
        Ran ran = Ran.slope("predict", model, rows.toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("slope: %s has no columns \"bill_length_mm\", \"bill_depth_mm\", \"flipper_length_mm\","
                                .formatted(rows)
                        + " \"body_mass_g\"; the columns are island, sex\n");
    }

    @Test
    void whatIsNoModelIsTold() {
        Ran ran = Ran.slope("predict", Penguins.FILE, Penguins.FILE);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("slope: ../examples/penguins.csv is no ONNX file\n");
    }

    @Test
    void aKeptColumnThatIsCalledLikeAPredictionIsTold() throws Exception {
        Path rows = folder.resolve("called.csv");
        Files.writeString(rows, Files.readString(Path.of(Penguins.FILE)).replaceFirst("species", "prediction"));
        Ran.slope(
                        "predict",
                        model,
                        rows.toString(),
                        "-o",
                        folder.resolve("kept.csv").toString(),
                        "--keep",
                        "prediction")
                .assertRefused("the kept column \"prediction\" has the name of a predicted column");
    }

    @Test
    void aFolderIsNoModel() {
        Ran.slope("inspect", folder.toString())
                .assertRefused("%s is a folder; name the model's file in it".formatted(folder));
    }

    @Test
    void nothingIsWrittenOverWhatIsRead() throws Exception {
        Path rows = folder.resolve("rows.csv");
        Files.copy(Path.of(Penguins.FILE), rows);
        Path otherName = Files.createLink(folder.resolve("rows-too.csv"), rows);
        String[][] commands = {
            {"train", rows.toString(), "--target", "species", "--out", rows.toString()},
            {"train", folder + "/row*.csv", "--target", "species", "--predictions", rows.toString()},
            {"train", Penguins.FILE, "--test", rows.toString(), "--target", "species", "--out", rows.toString()},
            {"predict", model, rows.toString(), "-o", otherName.toString()},
            {"evaluate", model, rows.toString(), "--report", rows.toString()},
            {"evaluate", model, Penguins.FILE, "--report", model}
        };
        for (String[] command : commands) {
            Ran.slope(command).assertRefused("is read, and would be written over; name another file to write");
        }
        assertThat(rows).hasSameBinaryContentAs(Path.of(Penguins.FILE));
    }

    @Test
    void aFolderThatIsMissingIsToldBeforeTraining() {
        Ran ran = Ran.slope(
                "train",
                Penguins.FILE,
                "--target",
                "species",
                "--recipe",
                "plain",
                "--out",
                folder + "/none/model.onnx");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no folder");
    }
}
