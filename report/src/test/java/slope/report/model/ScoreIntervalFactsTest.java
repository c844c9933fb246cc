package slope.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slope.evaluation.ScoreInterval;
import slope.metric.Metric.Better;

class ScoreIntervalFactsTest {
    @Test
    void intervalsAreWrittenWithTheirMethod() {
        ScoreIntervalFacts facts = facts(57, Optional.of("patient"));
        assertThat(facts.heading()).isEqualTo("95 % interval");
        assertThat(facts.text("accuracy")).isEqualTo("0.9130 to 0.9855");
        assertThat(facts.text("auc")).isEqualTo("–");
        assertThat(facts.method("accuracy")).isEqualTo("95 %, bootstrap of 57 groups of \"patient\"");
        assertThat(facts.sentence())
                .isEqualTo(
                        "Intervals are by a bootstrap of 2,000 samples of 57 groups of \"patient\", each drawn whole.");
    }

    @Test
    void fewGroupsAreSaid() {
        assertThat(facts(19, Optional.of("patient")).sentence()).endsWith("Of so few groups they are too narrow.");
        assertThat(facts(19, Optional.of("patient")).method("accuracy")).endsWith("too few to be sure");
        assertThat(facts(20, Optional.empty()).sentence()).endsWith("these rows, taken as independent.");
        assertThat(facts(1, Optional.of("patient")).sentence())
                .isEqualTo("One group of \"patient\" alone says nothing about the spread of scores: there are no"
                        + " intervals.");
    }

    @Test
    void directionsAreOneSentence() {
        Map<String, Better> better = new LinkedHashMap<>();
        better.put("accuracy", Better.HIGHER);
        better.put("log-loss", Better.LOWER);
        better.put("brier", Better.LOWER);
        assertThat(ScoreFacts.directions(better))
                .isEqualTo("Higher is better for accuracy, lower for log-loss and brier.");
        assertThat(ScoreFacts.directions(Map.of("mae", Better.LOWER, "coverage", Better.NEITHER)))
                .isEqualTo("Lower is better.");
    }

    /// What a bootstrap cannot tell, and whose interval is another's.
    @Test
    void scoresWithoutAnErrorAreSaid() {
        ScoreIntervalFacts facts = new ScoreIntervalFacts(
                0.95,
                new Sampling(2_000, 344, Optional.empty(), Optional.empty(), List.of("accuracy")),
                Map.of("accuracy", new ScoreInterval(0.98896, 1)),
                List.of("log-loss", "auc", "f1"));
        assertThat(facts.text("accuracy")).isEqualTo("0.9890 to 1.0000");
        assertThat(facts.text("auc")).isEqualTo("–");
        assertThat(facts.method("accuracy")).isEqualTo("95 %, Wilson's interval of 344 rows");
        assertThat(facts.method("brier")).isEqualTo("95 %, bootstrap of 344 rows");
        assertThat(facts.sentence())
                .isEqualTo("Intervals are by a bootstrap of 2,000 samples of these rows, taken as independent. That of"
                        + " accuracy is Wilson's, which is right for shares near 0 and 1 too. There is none for"
                        + " log-loss, auc and f1: these rows show no error, and a bootstrap repeats what it sees.");
        assertThat(facts.sentenceOfDifferences()).contains("the same difference in every sample");
        assertThat(new ScoreIntervalFacts(0.95, facts.sampling(), Map.of(), List.of("mcc")).sentence())
                .endsWith("There is none for mcc: every sample of these rows has the same, which tells nothing of other"
                        + " rows.");
    }

    private static ScoreIntervalFacts facts(int units, Optional<String> group) {
        return new ScoreIntervalFacts(
                0.95,
                new Sampling(2_000, units, group, Optional.empty(), List.of()),
                Map.of("accuracy", new ScoreInterval(0.91304, 0.98551)),
                List.of());
    }
}
