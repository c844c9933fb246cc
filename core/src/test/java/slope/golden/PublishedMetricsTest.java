package slope.golden;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.metric.Metric;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// Scores are those of scikit-learn: with row weights, ties, classes that do not occur, and zeros.
class PublishedMetricsTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("metrics.json");

    private static List<String> cases() {
        return FILE.keys().stream().filter(name -> !name.equals("sources")).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAreTheSame(String name) {
        PublishedNumbers published = FILE.get(name);
        double[] predicted = published.get("predicted").numbers();
        double[] weights = published.get("weights").numbers();
        double[] actual = published.get("actual").numbers();
        int width = predicted.length / weights.length;
        ScoredRows rows = published
                .find("power")
                .map(power -> ScoredRows.ofAmounts(predicted, power.number(), actual, weights))
                .orElseGet(() -> ScoredRows.of(form(name), predicted, width, actual, weights));

        PublishedNumbers scores = published.get("scores");
        for (String metric : scores.keys()) {
            Distance.assertWithin(
                    1e-13, scores.get(metric), rows.score(Metric.named(metric).orElseThrow()));
        }
    }

    private static Form form(String name) {
        return switch (name.split("[ ,]", -1)[0]) {
            case "binary", "classes" -> Form.CLASSES;
            case "labels" -> Form.LABELS;
            default -> Form.NUMBERS;
        };
    }
}
