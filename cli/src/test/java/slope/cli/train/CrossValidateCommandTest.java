package slope.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slope.cli.Penguins;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// A table is cross-validated.
class CrossValidateCommandTest {
    @Test
    void eachFoldIsToldAndScored() throws IOException {
        Ran ran = cv("species", "--folds", "3", "--repeats", "2", "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err().lines()).hasSize(6).first().asString().startsWith("fold 1 of 6: accuracy ");
        Map<String, Object> json = JSON.std.mapFrom(ran.out());
        assertThat(json).containsEntry("report", "cross-validation").containsKey("folds");
        assertThat((List<?>) json.get("scoresOfFolds")).hasSize(6);
    }

    @Test
    void theReportIsForPeople() {
        Ran ran = cv("body_mass_g", "--folds", "2", "--group", "flipper_length_mm");
        assertThat(ran.out())
                .contains("2: 2 models", "rows of one \"flipper_length_mm\"", "model − linear", "Each fold, by rmse");
    }

    @Test
    void whatCannotBeIsRefused() {
        Ran.slope("cv", Penguins.FILE).assertRefused("needs --target");
        cv("species", "--folds", "1").assertRefused("at least 2 folds, not 1");
        cv("species", "--repeats", "0").assertRefused("at least once, not 0 times");
        cv("species", "--test-share", "0.2").assertRefused("leave the share of test rows out");
        cv("species", "--time", "body_mass_g").assertRefused("split rows by time with a test share instead");
        cv("species", "--folds", "400").assertRefused("cannot be shared among 400 folds");
    }

    private static Ran cv(String target, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "cv", Penguins.FILE, "--target", target, "--recipe", "plain", "--hidden", "4", "--epochs", "2"));
        words.addAll(List.of(more));
        return Ran.slope(words.toArray(String[]::new));
    }
}
