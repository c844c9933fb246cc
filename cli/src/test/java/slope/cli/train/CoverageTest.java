package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import slope.internal.random.SplitRandom;
import tools.jackson.jr.ob.JSON;

/// Intervals and sets, from the training to each use of the model.
class CoverageTest {
    @TempDir
    private Path folder;

    private Path table;
    private Path newer;
    private Path model;

    @BeforeEach
    void writeRows() throws IOException {
        table = Files.writeString(folder.resolve("t.csv"), rows(300, 7));
        newer = Files.writeString(folder.resolve("newer.csv"), rows(200, 8));
        model = folder.resolve("m.onnx");
    }

    private static String rows(int count, long seed) {
        SplitRandom random = SplitRandom.of(seed);
        StringBuilder rows = new StringBuilder("x,region,y,kind,day\n");
        for (int row = 0; row < count; row++) {
            double x = random.nextDouble();
            boolean isNorth = random.nextDouble() < 0.5;
            rows.append(x).append(isNorth ? ",north," : ",south,");
            rows.append(10 * x + random.nextGaussian() * (isNorth ? 0.2 : 2));
            rows.append(x + random.nextDouble() > 1 ? ",much," : ",little,")
                    .append(row + 1)
                    .append('\n');
        }
        return rows.toString();
    }

    private Ran train(String target, String... more) {
        String[] words = {"train", table.toString(), "--recipe", "plain", "--epochs", "20", "--out", model.toString()};
        String others = target.equals("y") ? "kind,day" : "y,day";
        return Ran.slope(Stream.concat(
                        Stream.concat(Arrays.stream(words), Stream.of("--target", target, "--ignore", others)),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static Map<?, ?> json(Ran ran) throws IOException {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return JSON.std.mapFrom(ran.out());
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return (Map<?, ?>) whole.get(name);
    }

    private static List<String> names(Map<?, ?> coverage, String of) {
        return ((List<?>) coverage.get(of))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("of")))
                        .toList();
    }

    private static double number(Map<?, ?> whole, String name) {
        return ((Number) whole.get(name)).doubleValue();
    }

    @Test
    void theCoverageThatEvaluateTellsIsThatOfWhatPredictWrites() throws IOException {
        Map<?, ?> made = part(part(json(train("y", "--coverage", "0.9", "--json")), "task"), "coverage");
        assertThat(made.get("asked")).isEqualTo(0.9);
        assertThat(made.get("rows")).isEqualTo("at-random");

        List<String> lines = Ran.slope("predict", model.toString(), newer.toString(), "--keep", "y")
                .out()
                .lines()
                .toList();
        assertThat(lines.getFirst()).isEqualTo("y,prediction,lower,upper");
        int covered = 0;
        for (String line : lines.subList(1, lines.size())) {
            double[] cells = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(cells[1]).isCloseTo((cells[2] + cells[3]) / 2, within(1e-9));
            covered += cells[2] <= cells[0] && cells[0] <= cells[3] ? 1 : 0;
        }
        Map<?, ?> reached = (Map<?, ?>) ((List<?>)
                        part(json(Ran.slope("evaluate", model.toString(), newer.toString(), "--json")), "scores")
                                .get("coverage"))
                .getFirst();
        assertThat(number(part(reached, "all"), "covered")).isEqualTo(covered);
        assertThat(number(part(reached, "all"), "rows")).isEqualTo(200);
        // Five standard deviations of the beta-binomial distribution of 45 and 200 rows.
        assertThat(number(part(reached, "all"), "share")).isBetween(0.9 - 5 * 0.049, 1.0);
        assertThat(Ran.slope("inspect", model.toString()).out())
                .contains("made of 45 rows set aside, the 42nd smallest of their scores");
    }

    @Test
    void eachRegionHasItsOwnWidth() throws IOException {
        train("y", "--coverage", "0.8", "--by", "region");
        Map<?, ?> reached = (Map<?, ?>) ((List<?>)
                        part(json(Ran.slope("evaluate", model.toString(), newer.toString(), "--json")), "scores")
                                .get("coverage"))
                .getFirst();
        assertThat(names(reached, "groups")).containsExactly("north", "south");
        assertThat(Ran.slope("evaluate", model.toString(), newer.toString()).out())
                .contains("coverage of y", "north", "south", "A share of 0.8 was asked for; chance explains");
        List<String> lines = Ran.slope("predict", model.toString(), newer.toString(), "--keep", "region")
                .out()
                .lines()
                .skip(1)
                .toList();
        assertThat(width(lines, "south")).isGreaterThan(2 * width(lines, "north"));
    }

    private static double width(List<String> lines, String region) {
        return lines.stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(region))
                .mapToDouble(cells -> Double.parseDouble(cells[3]) - Double.parseDouble(cells[2]))
                .average()
                .orElseThrow();
    }

    @Test
    void setsAreOfClassesWithSemicolonsBetweenThem() throws IOException {
        train("kind", "--coverage", "0.95");
        List<String> lines = Ran.slope("predict", model.toString(), newer.toString())
                .out()
                .lines()
                .toList();
        assertThat(lines.getFirst()).isEqualTo("prediction,set");
        assertThat(lines)
                .contains("much,little;much")
                .allMatch(line -> line.matches("prediction,set|(much|little),((little|much|little;much)?)"));
        Map<?, ?> coverage = (Map<?, ?>) ((List<?>)
                        part(json(Ran.slope("evaluate", model.toString(), newer.toString(), "--json")), "scores")
                                .get("coverage"))
                .getFirst();
        assertThat(names(coverage, "classes")).containsExactly("little", "much");
    }

    @Test
    void adaptiveSetsAreKeptInTheModelAndRepeat() throws IOException {
        Map<?, ?> request = part(json(train("kind", "--coverage", "0.95", "--sets", "aps", "--print-request")), "rows");
        assertThat(request.get("coverageSets")).isEqualTo("aps");
        assertThat(train("kind", "--coverage", "0.95", "--sets", "aps").out())
                .contains("the likeliest classes up to a probability of", "for 0.95 of the rows");
        assertThat(Ran.slope("evaluate", model.toString(), newer.toString()).out())
                .contains("Coverage");
        assertThat(Ran.slope("verify", model.toString(), "--data", table.toString())
                        .out())
                .startsWith("verified: training again gives");
    }

    @Test
    void theRequestKeepsItAndTheTrainingRepeats() throws IOException {
        Map<?, ?> request = part(json(train("y", "--coverage", "0.9", "--by", "region", "--print-request")), "rows");
        assertThat(request.get("coverage")).isEqualTo(0.9);
        assertThat(request.get("coverageBy")).isEqualTo("region");
        train("y", "--coverage", "0.9", "--by", "region");
        assertThat(Ran.slope("verify", model.toString(), "--data", table.toString())
                        .out())
                .startsWith("verified: training again gives");
    }

    @Test
    void theLatestRowsPromiseNothing() {
        Ran ran = Ran.slope(
                "train",
                table.toString(),
                "--target",
                "y",
                "--recipe",
                "plain",
                "--epochs",
                "2",
                "--time",
                "day",
                "--coverage",
                "0.9");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("made of the latest 45 rows: nothing is guaranteed for later ones");
    }

    @Test
    void whatCannotBeCoveredIsRefusedInASentence() {
        refused("--coverage must", "the coverage must be above 0 and below 1", "--coverage", "90");
        refused("--by", "--by needs a --coverage", "--by", "region");
        refused("--sets", "--sets needs a --coverage", "--sets", "aps");
        refused("sets of numbers", "adaptive sets are of one column of classes", "--coverage", "0.9", "--sets", "aps");
        refused("an unknown kind", "did you mean aps?", "--coverage", "0.9", "--sets", "ap");
        refused(
                "a column of numbers",
                "column \"x\" has numbers, and groups are categories",
                "--coverage",
                "0.9",
                "--by",
                "x");
        refused(
                "too few",
                "a coverage of 0.999 sets at least 999 rows aside, and there are 300",
                "--coverage",
                "0.999");
        refused("a single quantile", "an interval needs two quantiles", "--coverage", "0.9", "--quantiles", "0.9");
    }

    private void refused(String why, String sentence, String... options) {
        Ran ran = train("y", options);
        assertThat(ran.exitCode()).as(why).isEqualTo(2);
        assertThat(ran.err()).as(why).contains(sentence);
    }
}
