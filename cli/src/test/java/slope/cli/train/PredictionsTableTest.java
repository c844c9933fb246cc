package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Coins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// What `--predictions` says of each row's part in the training.
class PredictionsTableTest {
    private static final int ROWS = 300;

    @TempDir
    private Path folder;

    private Path table;
    private String json;

    private List<String[]> predictions(String... more) throws IOException {
        table = Coins.write(folder, ROWS);
        Path file = folder.resolve("predictions.csv");
        List<String> words = new ArrayList<>(List.of("train", table.toString(), "--target", "side"));
        words.addAll(List.of("--recipe", "plain", "--learning-rate", "0.02", "--epochs", "60", "--json"));
        words.addAll(List.of("--predictions", file.toString()));
        words.addAll(List.of(more));
        Ran ran = Ran.slope(words.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        json = ran.out();
        return Files.readAllLines(file).stream().map(line -> line.split(",")).toList();
    }

    @Test
    @SuppressWarnings("unchecked") // JSON objects have text for keys.
    void validationRowsArePredictedOutOfFold() throws IOException {
        List<String[]> lines = predictions("--folds", "5");
        List<String[]> rows = lines.subList(1, lines.size());
        double right = rows.stream().filter(row -> row[3].equals(row[4])).count() / (double) ROWS;
        Map<String, Object> scores =
                (Map<String, Object>) JSON.std.mapFrom(json).get("scores");
        Map<String, Object> validation = (Map<String, Object>) scores.get("validation");
        double told = ((Number) ((Map<String, Object>) validation.get("metrics")).get("accuracy")).doubleValue();

        assertThat(lines.getFirst()).startsWith("row", "part", "networks", "observed", "prediction");
        assertThat(rows).hasSize(ROWS).allMatch(row -> row[1].equals("validation") && row[2].matches("[1-5]"));
        assertThat(right).isCloseTo(told, within(1e-12)).isCloseTo(0.5, within(0.1));
    }

    @Test
    void aNetworkOfAllRowsIsNamedForThoseThatItLearnedFromFirst() throws IOException {
        List<String[]> lines = predictions("--refit");

        assertThat(lines.stream().filter(row -> row[1].equals("validation")))
                .hasSize(60)
                .allMatch(row -> row[2].equals("1"));
        assertThat(lines.stream().filter(row -> row[1].equals("training")))
                .hasSize(240)
                .allMatch(row -> row[2].equals("2"));
    }

    @Test
    void rowsOfATestFileStandBelowWithItsName() throws IOException {
        Path test =
                Files.copy(Coins.write(Files.createDirectory(folder.resolve("test")), 20), folder.resolve("test.csv"));
        List<String[]> lines = predictions("--folds", "2", "--test", test.toString());
        List<String[]> rows = lines.subList(1, lines.size());
        Map<?, ?> scores = (Map<?, ?>) JSON.std.mapFrom(json).get("scores");
        Map<?, ?> metrics = (Map<?, ?>) ((Map<?, ?>) scores.get("test")).get("metrics");

        assertThat(lines.getFirst()).startsWith("row", "part", "file", "networks", "observed", "prediction");
        assertThat(rows.subList(0, ROWS))
                .allMatch(row -> row[1].equals("validation") && row[2].equals(table.toString()));
        List<String[]> ofTest = rows.subList(ROWS, rows.size());
        assertThat(ofTest)
                .hasSize(20)
                .allMatch(row -> row[1].equals("test") && row[2].equals(test.toString()) && row[3].equals("1 2"));
        assertThat(ofTest.getFirst()).startsWith("1");
        assertThat(ofTest.stream().filter(row -> row[4].equals(row[5])).count() / 20.0)
                .isCloseTo(((Number) metrics.get("accuracy")).doubleValue(), within(1e-12));
    }

    @Test
    void rowsOfATestFileWithoutATargetArePredictedAndNotScored() throws IOException {
        Path test = Files.writeString(folder.resolve("t.csv"), "a,b,c,d,side\n.1,.2,.3,.4,heads\n.1,.2,.3,.4,\n");
        List<String[]> lines = predictions("--test", test.toString());
        Map<?, ?> data = (Map<?, ?>) JSON.std.mapFrom(json).get("data");
        Map<?, ?> ofTest = (Map<?, ?>) ((Map<?, ?>) data.get("split")).get("test");

        assertThat(ofTest.get("rows")).isEqualTo(1);
        assertThat(ofTest.get("leftOut")).isEqualTo(1);
        assertThat(lines.get(ROWS + 1)).startsWith("1", "test");
        assertThat(lines.get(ROWS + 2)).startsWith("2", "unlabelled");
    }

    @Test
    void aTestFileWithoutATargetIsRefusedBeforeTheTraining() throws IOException {
        Path test = Files.writeString(folder.resolve("t.csv"), "a,b,c,d,side\n.1,.2,.3,.4,\n");
        Ran ran =
                Ran.slope("train", Coins.write(folder, ROWS).toString(), "--target", "side", "--test", test.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("column \"side\" has no value in any of 1 rows")
                .doesNotContain("epoch");
    }

    @Test
    void formulasAreEscapedOnRequest() throws IOException {
        StringBuilder rows = new StringBuilder("x,answer\n");
        for (int row = 0; row < 40; row++) {
            rows.append(row % 7).append(row % 2 == 0 ? ",=1+1\n" : ",plain\n");
        }
        Path file = Files.writeString(folder.resolve("t.csv"), rows);
        Path predictions = folder.resolve("p.csv");
        Ran ran = Ran.slope(
                "train",
                file.toString(),
                "--target",
                "answer",
                "--recipe",
                "plain",
                "--epochs",
                "1",
                "--predictions",
                predictions.toString(),
                "--escape-formulas");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Files.readString(predictions)).contains(",'=1+1,").doesNotContain(",=1+1");
    }
}
