package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.cli.Ran;
import slope.internal.random.SplitRandom;
import tools.jackson.jr.ob.JSON;

class ScoreWarningsTest {
    @TempDir
    private Path folder;

    /// Noise, and for each kind of task a column that nothing tells.
    private Path noise() throws IOException {
        SplitRandom random = SplitRandom.of(5);
        StringBuilder text = new StringBuilder("x,z,two,three,number,count,label\n");
        for (int row = 0; row < 200; row++) {
            text.append(random.nextDouble())
                    .append(',')
                    .append(random.nextDouble())
                    .append(',');
            text.append(random.nextDouble() < 0.5 ? "a," : "b,");
            text.append("pqr".charAt((int) (3 * random.nextDouble()))).append(',');
            text.append(random.nextGaussian()).append(',');
            text.append((int) (4 * random.nextDouble())).append(',');
            text.append(random.nextDouble() < 0.5).append('\n');
        }
        return Files.writeString(folder.resolve("noise.csv"), text);
    }

    /// An epoch of much too large steps makes any network worse than nothing; larger ones would make counts infinite.
    private Ran train(String target, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("train", noise().toString(), "--recipe", "plain"));
        words.addAll(List.of("--target", target, "--ignore", ignored(target), "--epochs", "1"));
        words.addAll(List.of("--learning-rate", target.equals("count") ? "0.3" : "3", "--batch", "8"));
        words.addAll(List.of(more));
        Ran ran = Ran.slope(words.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran;
    }

    private static String ignored(String target) {
        List<String> others = new ArrayList<>(List.of("two", "three", "number", "count", "label"));
        others.removeAll(List.of(target.split(",")));
        return String.join(",", others);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two --metric log-loss --calibration none",
                "two --metric auc",
                "three --metric log-loss --calibration none",
                "number --metric rmse",
                "number --metric mae",
                "number --metric r2",
                "count --task count",
                "two,label --metric log-loss --calibration none",
                "number --quantiles 0.1,0.9"
            })
    void aModelThatIsWorseThanNothingIsSaidToBe(String options) throws IOException {
        String[] words = options.split(" ");
        Ran ran = train(words[0], List.of(words).subList(1, words.length).toArray(String[]::new));

        assertThat(ran.out()).containsPattern("warning +for the validation rows, the baseline is (better|as good)");
    }

    @Test
    @SuppressWarnings("unchecked") // JSON objects have text for keys.
    void programsAreToldToo() throws IOException {
        Ran ran = train("number", "--json", "--test", noise().toString());
        Map<String, Object> told = JSON.std.mapFrom(ran.out());

        Map<String, Object> scores = (Map<String, Object>) told.get("scores");
        for (String part : List.of("validation", "test")) {
            assertThat((List<String>) ((Map<String, Object>) scores.get(part)).get("noBetter"))
                    .isNotEmpty();
            assertThat(ran.err()).contains("slope: warning: for the %s rows, ".formatted(part));
        }
    }

    @Test
    void aModelThatLearnedSomethingHasNone() {
        Ran ran = Ran.slope("train", "../examples/penguins.csv", "--target", "species", "--recipe", "plain", "--json");

        assertThat(ran.out()).contains("\"noBetter\" : [ ]", "\"intervals\" : [ ]");
        assertThat(ran.err()).doesNotContain("warning");
    }

    @Test
    void intervalsThatCoverMoreOrLessThanAskedAreTold() throws IOException {
        Ran ran = train("number", "--quantiles", "0.1,0.5,0.9");

        assertThat(ran.out())
                .containsPattern(
                        "coverage +[01]\\.\\d{3} of the validation rows are between the quantiles 0.1 and 0.9, 0.8")
                .containsPattern(
                        "warning +[01]\\.\\d{3} of the validation rows are between .*; sampling error of \\d+ rows"
                                + " explains");
    }
}
