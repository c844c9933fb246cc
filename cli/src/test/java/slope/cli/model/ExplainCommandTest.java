package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

/// A saved model is explained by rows of a file.
class ExplainCommandTest {
    @TempDir
    private static Path folder;

    private static String classes = "";
    private static String numbers = "";

    @BeforeAll
    static void train() {
        classes = Penguins.save("species", folder);
        numbers = Penguins.save("body_mass_g", folder);
    }

    @Test
    void theModelIsExplainedAsAWhole() {
        Ran ran = Ran.slope("explain", numbers, Penguins.FILE);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains(
                        "Importance\n",
                        "The mean of body_mass_g, with the same value",
                        "Contributions\n",
                        "larger rmse");
    }

    @Test
    void contributionsToARowAddUp() throws IOException {
        Map<String, Object> json =
                JSON.std.mapFrom(succeeded("explain", classes, Penguins.FILE, "--row", "17", "--exact", "--json"));
        Map<?, ?> attributions = (Map<?, ?>) json.get("attributions");
        Map<?, ?> row = (Map<?, ?>) ((List<?>) attributions.get("rows")).getFirst();
        double sum = (double) ((Map<?, ?>) attributions.get("base")).get("Adelie");
        for (Object column : ((Map<?, ?>) row.get("columns")).values()) {
            sum += (double) ((Map<?, ?>) ((Map<?, ?>) column).get("contributions")).get("Adelie");
        }
        assertThat(json).containsEntry("report", "explanation").doesNotContainKey("columns");
        assertThat(row.get("row")).isEqualTo(17);
        assertThat(attributions.get("exact")).isEqualTo(true);
        assertThat(sum).isCloseTo((double) ((Map<?, ?>) row.get("predictions")).get("Adelie"), within(1e-6));
    }

    @Test
    void theSameSeedPrintsTheSame() {
        String[] line = {"explain", classes, Penguins.FILE, "--row", "3", "--json", "--seed", "4"};
        String first = succeeded(line);
        assertThat(succeeded(line)).isEqualTo(first);
        assertThat(succeeded("explain", classes, Penguins.FILE, "--row", "3", "--json", "--seed", "5"))
                .isNotEqualTo(first);
    }

    @Test
    void otherValuesLeadToWhatIsWanted() {
        assertThat(succeeded("explain", numbers, Penguins.FILE, "--row", "3", "--at-least", "4000", "--fixed", "sex"))
                .contains("that lead to at least 4000")
                .doesNotContain("sex: FEMALE →");
        assertThat(succeeded("explain", classes, Penguins.FILE, "--row", "3", "--want", "Gentoo"))
                .contains("to Gentoo");
    }

    @Test
    void columnsPairsAndGroupsAreChosen() {
        assertThat(succeeded(
                        "explain",
                        classes,
                        Penguins.FILE,
                        "--row=1",
                        "--column=island",
                        "--pair=sex,island",
                        "--together=bill_length_mm,bill_depth_mm",
                        "--by=sex",
                        "--of=Gentoo"))
                .contains(
                        "Dependence\n",
                        "The mean of the probability of Gentoo, with the same value",
                        "Dependence on two columns\n",
                        "bill_length_mm + bill_depth_mm = 39.1, 18.7",
                        "Scores by value\n",
                        "calibration error");
    }

    @Test
    void aPageIsWritten() throws IOException {
        Path page = folder.resolve("explained.html");
        succeeded("explain", classes, Penguins.FILE, "--report", page.toString());
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("Importance by permutation", "class=\"dot s");
        assertThat(succeeded("explain", classes, Penguins.FILE, "--row", "2", "--report", "-"))
                .startsWith("<!DOCTYPE html>");
        assertThat(Files.size(page)).isLessThan(500_000);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        refused("name it with --row N", "--fixed", "island");
        refused("exclude each other", "--row", "1", "--want", "Gentoo", "--at-most", "3");
        refused("--pair names two columns", "--pair", "island");
        refused("its rows are 1 to 344", "--row", "345");
        refused("did you mean \"Gentoo\"?", "--row", "1", "--want", "Gentooo");
        refused("did you mean \"island\"?", "--column", "islnd");
        refused("\"island\" is named twice", "--together", "island,sex", "--together", "island");
        refused("needs two columns, not \"sex\" twice", "--pair", "sex,sex");
        refused("--json and --report both go to standard output", "--json", "--report", "-");
    }

    private static void refused(String part, String... options) {
        String[] line = new String[options.length + 3];
        System.arraycopy(new String[] {"explain", classes, Penguins.FILE}, 0, line, 0, 3);
        System.arraycopy(options, 0, line, 3, options.length);
        Ran.slope(line).assertRefused(part);
    }

    private static String succeeded(String... line) {
        Ran ran = Ran.slope(line);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out();
    }
}
