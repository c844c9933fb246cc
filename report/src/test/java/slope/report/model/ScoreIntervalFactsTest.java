package slope.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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
        assertThat(facts.method()).isEqualTo("95 %, bootstrap of 57 groups of \"patient\"");
        assertThat(facts.sentence())
                .isEqualTo(
                        "Intervals are by a bootstrap of 2,000 samples of 57 groups of \"patient\", each drawn whole.");
    }

    @Test
    void fewGroupsAreSaid() {
        assertThat(facts(19, Optional.of("patient")).sentence()).endsWith("Of so few groups they are too narrow.");
        assertThat(facts(19, Optional.of("patient")).method()).endsWith("too few to be sure");
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

    private static ScoreIntervalFacts facts(int units, Optional<String> group) {
        return new ScoreIntervalFacts(
                0.95, 2_000, units, group, Optional.empty(), Map.of("accuracy", new ScoreInterval(0.91304, 0.98551)));
    }
}
