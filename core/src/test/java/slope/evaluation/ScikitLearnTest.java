package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.golden.GoldenFile;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// Scores of classes, thresholds and curves are those of scikit-learn.
class ScikitLearnTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scoresOfEachClass(boolean weighted) {
        List<double[]> expected = lines("class").stream()
                .filter(line -> (line[0] == 1) == weighted)
                .toList();
        List<ClassScores> scores =
                classes(weighted).stream().map(ClassEvaluation::scores).toList();

        assertThat(scores).hasSameSizeAs(expected);
        for (double[] line : expected) {
            ClassScores each = scores.get((int) line[1]);
            assertThat(new double[] {each.precision(), each.recall(), each.f1(), each.auc()})
                    .as(each.name())
                    .containsExactly(Arrays.copyOfRange(line, 2, 6), within(ROUNDING));
        }
        assertThat(scores.stream().mapToInt(ClassScores::rows).sum()).isEqualTo(60);
    }

    @Test
    void scoresAtThresholds() {
        ThresholdCurve curve = classes(false).getLast().curve();
        for (double[] line : lines("threshold")) {
            ThresholdScores at = curve.at(line[0]);
            assertThat(new double[] {at.precision(), at.recall(), at.f1(), at.falsePositiveRate()})
                    .as("at %s", line[0])
                    .containsExactly(Arrays.copyOfRange(line, 1, 5), within(ROUNDING));
            assertThat(at.predictedPositives()).isEqualTo((int) line[5]);
        }
    }

    @Test
    void pointsOfTheCurves() {
        List<ThresholdCurve.Point> points = classes(false).getLast().curve().points();
        List<double[]> recalls = lines("point");
        List<double[]> rates = lines("roc");

        assertThat(points).hasSameSizeAs(recalls).hasSameSizeAs(rates);
        for (int index = 0; index < points.size(); index++) {
            ThresholdCurve.Point point = points.get(index);
            assertThat(new double[] {point.recall(), point.precision()})
                    .containsExactly(recalls.get(index), within(ROUNDING));
            assertThat(new double[] {point.falsePositiveRate(), point.recall()})
                    .containsExactly(rates.get(index), within(ROUNDING));
        }
    }

    private static List<ClassEvaluation> classes(boolean weighted) {
        List<double[]> rows = lines("row");
        return ClassEvaluation.of(
                List.of("a", "b", "c"),
                ScoredRows.of(
                        Form.CLASSES,
                        rows.stream()
                                .flatMapToDouble(row -> Arrays.stream(row, 2, 5))
                                .toArray(),
                        3,
                        rows.stream().mapToDouble(row -> row[0]).toArray(),
                        rows.stream().mapToDouble(row -> weighted ? row[1] : 1).toArray()));
    }

    private static List<double[]> lines(String kind) {
        return GoldenFile.lines("classification.txt").stream()
                .filter(line -> line.getFirst().equals(kind))
                .map(line -> IntStream.range(1, line.size())
                        .mapToDouble(index -> Double.parseDouble(line.get(index)))
                        .toArray())
                .toList();
    }
}
