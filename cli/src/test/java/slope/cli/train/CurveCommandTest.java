package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

class CurveCommandTest {
    @Test
    void theChartHasALineForEachNumberOfRows() {
        Ran ran = curve("--repeats", "1");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).containsPattern("275 +0\\.\\d+ ").contains("●");
        assertThat(ran.err()).startsWith("slope: 1 of 5 models").contains("slope: 5 of 5 models");
    }

    @Test
    void theJsonHasTheScoresOfEachFold() throws Exception {
        assertThat(JSON.std.mapFrom(curve("--repeats", "1", "--json").out()))
                .containsEntry("report", "learning-curve")
                .containsEntry("metric", "accuracy");
    }

    @Test
    void whatHasNoCurveIsRefused() {
        curve("--repeats", "6").assertRefused("from 1 to 5 folds are held out, not 6");
        curve("--test-share", "0.2").assertRefused("leave the share of test rows out");
        Ran.slope("curve", Penguins.FILE, "--target", "species", "--recipe", "best")
                .assertRefused("is of one recipe");
        Ran.slope("curve", Penguins.FILE).assertRefused("slope curve needs --target");
    }

    private static Ran curve(String... more) {
        List<String> words = new ArrayList<>(List.of("curve", Penguins.FILE, "--target", "species"));
        words.addAll(List.of("--recipe", "plain", "--hidden", "4", "--epochs", "2"));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }
}
