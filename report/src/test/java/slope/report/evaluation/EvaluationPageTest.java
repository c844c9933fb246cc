package slope.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.evaluation.BrierParts;
import slope.evaluation.Calibration;
import slope.evaluation.ClassScores;
import slope.evaluation.ScoreInterval;
import slope.metric.Metric;
import slope.report.card.Cards;
import slope.report.evaluation.EvaluatedModel.EpochLosses;
import slope.report.evaluation.EvaluatedModel.NetworkHistory;
import slope.report.model.Sampling;
import slope.report.model.ScoreIntervalFacts;
import slope.report.model.TargetFacts;
import slope.run.NonFiniteRows;
import slope.run.PredictedRows;
import slope.target.TargetKind;

class EvaluationPageTest {
    private static final Pattern NAMES = Pattern.compile("aria-label=\"([^\"]*)\"");
    private static final Pattern TICKS = Pattern.compile("text-anchor=\"end\">([^<]*)<");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"species", "sex", "body_mass_g"})
    void thePageLoadsNothingAndNamesItsModel(String target) throws Exception {
        EvaluationReport report = Evaluated.penguins(Slope.predict(target), folder);
        String page = report.page();

        assertThat(page)
                .contains(
                        "light-dark(", "@media print", "<dt>Model</dt>", "<dt>File last changed</dt>", "best constant")
                .contains(report.model().lastChanged().orElseThrow(), "<h2>Model card</h2>", "Where it is weak")
                .doesNotContain("http:", "https:", "<script", "src=", "NaN");
    }

    /// Screen readers and keyboards reach each table that scrolls, by a name of its own.
    @Test
    void everyTableScrollsByItselfUnderANameOfItsOwn() {
        String page = letters(26, 0.5).page();

        assertThat(page.split("<table", -1))
                .hasSameSizeAs(page.split("<div class=\"scroll\" role=\"group\" tabindex=\"0\"", -1));
        List<String> names =
                NAMES.matcher(page).results().map(match -> match.group(1)).toList();
        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
        assertThat(page).doesNotContain("<th></th>").contains("<main>", "<html lang=\"en\">");
    }

    @Test
    void aMatrixOfManyClassesIsWhole() {
        String page = letters(26, 0.5).page();

        String matrix = page.substring(page.indexOf("<table class=\"matrix many\">"));
        assertThat(matrix.substring(0, matrix.indexOf("</table>")).split("<td", -1))
                .hasSize(26 * 26 + 1);
        assertThat(page).contains("The 6 of 26 with the lowest AUC are drawn.");
    }

    @Test
    void lossesAreDrawnOnALogAxis() {
        String page = letters(3, 1e-4).page();

        assertThat(page).contains("loss (log scale)");
        assertThat(TICKS.matcher(page.substring(page.indexOf("loss (log scale)") - 3000))
                        .results()
                        .map(MatchResult::group))
                .anyMatch(tick -> tick.contains(">0.001<"))
                .anyMatch(tick -> tick.contains(">0.1<"));
    }

    @Test
    void lossesBelowZeroAreDrawnOnALinearAxis() {
        assertThat(letters(3, -1).page()).contains("rotate(-90", ">loss</text>").doesNotContain("log scale");
    }

    @Test
    void textOfTheDataIsEscaped() {
        assertThat(letters(3, 1).page()).contains("&lt;0&gt;").doesNotContain("<0>");
    }

    /// @param lastLoss of the training; the first is 1
    private static EvaluationReport letters(int classes, double lastLoss) {
        List<String> names =
                IntStream.range(0, classes).mapToObj(each -> "<" + each + ">").toList();
        List<ClassScores> scores = new ArrayList<>();
        List<EvaluatedClasses.Curve> curves = new ArrayList<>();
        List<EvaluatedClasses.CalibrationBins> bins = new ArrayList<>();
        List<List<Integer>> counts = new ArrayList<>();
        for (int index = 0; index < classes; index++) {
            int diagonal = index;
            String name = names.get(index);
            scores.add(new ClassScores(name, 10, 0.5 + 0.01 * index, 0.5, 0.5, 0.5));
            curves.add(new EvaluatedClasses.Curve(
                    name,
                    List.of(
                            new EvaluatedClasses.CurvePoint(Double.NaN, 0, 0, 1),
                            new EvaluatedClasses.CurvePoint(0.1, 1, 1, 0.1))));
            bins.add(new EvaluatedClasses.CalibrationBins(
                    name,
                    0.1,
                    0.05,
                    new BrierParts(0.2, 0.05, 0.1, 0.25),
                    List.of(new Calibration.Bin(0.2, 0.3, 10, 0.25, 0.3))));
            counts.add(IntStream.range(0, classes)
                    .mapToObj(other -> other == diagonal ? 9 : 0)
                    .toList());
        }
        return new EvaluationReport(
                new EvaluatedRows(
                        "rows.csv",
                        260,
                        0,
                        false,
                        Optional.empty(),
                        new PredictedRows(
                                new NonFiniteRows(0, 260, Optional.empty()),
                                List.of(),
                                Optional.empty(),
                                Optional.empty())),
                new EvaluatedModel(
                        "model.onnx",
                        Optional.of("2026-01-02"),
                        Optional.of("1"),
                        100,
                        List.of(new NetworkHistory(
                                2, List.of(new EpochLosses(1, 1, 1), new EpochLosses(2, lastLoss, lastLoss)))),
                        Cards.unknown("model.onnx", TargetKind.MULTICLASS, List.of())),
                new TargetFacts(
                        TargetKind.MULTICLASS,
                        List.of("letter"),
                        Optional.of(names),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new EvaluationScores(
                        Map.of("accuracy", Metric.Better.HIGHER),
                        Map.of("accuracy", 0.9),
                        Map.of("accuracy", 0.1),
                        new EvaluationScores.ValidationScores(Optional.empty(), Map.of(), Map.of()),
                        new ScoreIntervalFacts(
                                0.95,
                                new Sampling(2_000, 260, Optional.empty(), Optional.empty(), List.of("accuracy")),
                                Map.of("accuracy", new ScoreInterval(0.8, 0.95)),
                                List.of()),
                        List.of()),
                Optional.of(new EvaluatedClasses(
                        scores,
                        List.of(new EvaluatedClasses.Confusion("letter", names, counts)),
                        curves,
                        bins,
                        List.of())),
                List.of());
    }
}
