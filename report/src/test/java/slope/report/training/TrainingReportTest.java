package slope.report.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.conformal.CoverageChoice;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.report.Trained;
import slope.report.json.JsonText;
import slope.report.json.ReportSchemas;
import slope.run.FinishedRun;
import slope.run.Run;
import slope.run.TrainingRequest;
import slope.table.Remedy;
import slope.target.TargetChoice;
import tools.jackson.jr.ob.JSON;

class TrainingReportTest {
    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(TrainingReport.of(Trained.run(Trained.request("species"))));
    }

    @Test
    void everyKindOfTrainingIsToldByTheSameSchema() throws Exception {
        for (var estimator : List.of(
                Slope.predict("body_mass_g").rows(RowSelection.defaults().testShare(0.2)),
                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9))),
                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9)))
                        .coverage(0.8),
                Slope.predict("species")
                        .rows(RowSelection.defaults()
                                .testShare(0.2)
                                .coverage(CoverageChoice.of(0.9).by("island"))),
                Slope.predict("species")
                        .rows(RowSelection.defaults().group("island").folds(2)))) {
            ReportSchemas.check(TrainingReport.of(Trained.run(Trained.request(estimator))));
        }
    }

    @Test
    void foldsAreThoseThatWereTrained(@TempDir Path folder) throws Exception {
        String rows = IntStream.range(0, 9000)
                .mapToObj(row -> "%s,%s\n".formatted(row % 97, row % 3 == 0 ? "p" : "q"))
                .collect(Collectors.joining());
        Path table = Files.writeString(folder.resolve("t.csv"), "a,y\n" + rows);
        FinishedRun run = Trained.run(TrainingRequest.of(
                table.toString(),
                Slope.predict("y").recipe(Recipe.tuned().hidden(List.of(2)).epochs(1))));

        assertThat(run.plan().members()).hasSize(5);
        assertThat(TrainingReport.of(run).settings()).containsEntry("folds", 1);
    }

    @Test
    void howIntervalsAreMadeIsSaid() throws Exception {
        String text = text(Slope.predict("body_mass_g")
                .rows(RowSelection.defaults().testShare(0.2).coverage(CoverageChoice.of(0.9))));
        assertThat(text)
                .containsPattern("coverage +the prediction ± ")
                .contains("made of 41 rows set aside, the 38th smallest of their scores: guaranteed for rows like them")
                .containsPattern("0\\.\\d{3} of the test rows are covered, chance explains 0\\.\\d{3} and more");
        String quantiles = text(Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.9)))
                .coverage(0.8));
        assertThat(quantiles)
                .contains("the outermost quantiles, each moved ")
                .contains("quantiles are shifted: 0.1 by ")
                .contains("before the shift ")
                .doesNotContain("sampling error");
    }

    private static String text(Estimator estimator) throws InterruptedException {
        return TrainingReport.of(Trained.run(Trained.request(estimator))).text(Remedy::text, 400);
    }

    @Test
    void theCostOfARefitIsSaid() throws Exception {
        RowSelection refit = RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS);
        TrainingReport report = TrainingReport.of(
                Trained.run(Trained.request(Slope.predict("species").rows(refit))));
        TrainingReport other = TrainingReport.of(Trained.run(Trained.request("species")));
        String text = "refitted: one network of all rows predicts, where the mean of several folds is often better";

        assertThat(report.settings()).containsEntry("refit", true);
        assertThat(report.text(Remedy::text, 400)).contains(text);
        assertThat(other.settings()).doesNotContainKey("refit");
        assertThat(other.text(Remedy::text, 400)).doesNotContain(text);
    }

    @Test
    void rowsOfTrainingAmongOthersAreSaid(@TempDir Path folder) throws Exception {
        String rows = IntStream.range(0, 40)
                .mapToObj(row -> "%s,%s,%s\n".formatted(row % 10, row % 3, row % 2 == 0 ? "p" : "q"))
                .collect(Collectors.joining());
        Path table = Files.writeString(folder.resolve("t.csv"), "a,id,y\n" + rows);
        Path test = Files.writeString(folder.resolve("test.csv"), "a,id,y\n3,1,q\n4,9,p\n4,1,q\n");
        TrainingRequest request = TrainingRequest.of(
                        table.toString(),
                        Slope.predict("y")
                                .recipe(Recipe.plain().hidden(List.of(4)).epochs(3))
                                .ignoring(Set.of("id")))
                .test(test.toString());
        TrainingReport report = TrainingReport.of(Trained.run(request));

        assertThat(report.data().split().repeats()).isEqualTo(new RowRepeats(30, 8, 2, Optional.empty()));
        assertThat(report.text(Remedy::text, 400))
                .contains(
                        "check: 30 rows repeat others, and 8 of 8 validation rows and 2 of 3 test rows stand among the"
                                + " rows that were trained on; a group column keeps equal rows together");
    }

    @Test
    void rowsAreLeftOutForWhatTheyLack(@TempDir Path folder) throws Exception {
        String rows = IntStream.range(0, 60)
                .mapToObj(row -> "%s,%s,%s,%s\n"
                        .formatted(row * 7 % 31, row % 5 == 0 ? "" : row, row % 3 == 2 ? 0 : 1, "pqr".charAt(row % 3)))
                .collect(Collectors.joining());
        Path table = Files.writeString(folder.resolve("t.csv"), "a,t,w,y\n" + rows);
        RowSelection split = RowSelection.defaults().time("t").weight("w");
        TrainingReport report = TrainingReport.of(Trained.run(TrainingRequest.of(
                table.toString(),
                Slope.predict("y")
                        .recipe(Recipe.plain().hidden(List.of(4)).epochs(3))
                        .rows(split))));

        assertThat(report.data().leftOut())
                .isEqualTo(new LeftOutRows(28, Map.of("t", 12), 20, List.of("r"), List.of()));
        assertThat(report.text(Remedy::text, 400))
                .contains("12 without a value in \"t\" and 20 of weight 0 left out")
                .contains("check: all rows of \"r\" have weight 0");
    }

    @Test
    void settingsHaveASchemaToo() throws Exception {
        for (Recipe recipe : List.of(Recipe.tuned(), Recipe.plain().epochs(3))) {
            TrainingRequest request = TrainingRequest.of(
                    Trained.PENGUINS, Slope.predict("species").recipe(recipe).seed(7));
            SettingsReport report = SettingsReport.of(Run.plan(request));

            ReportSchemas.check(report);
            assertThat(report.text(200)).contains("seed", "recipe " + recipe.title());
            assertThat(JsonText.of(report)).doesNotContain("recipe tuned:");
        }
    }

    /// A program that reads the JSON finds no text where a number is meant.
    @Test
    void aSettingWithoutALimitIsNotThere() throws Exception {
        TrainingRequest request = Trained.request("species");
        Estimator patient =
                request.estimator().recipe(request.estimator().recipe().with(Setting.PATIENCE, Integer.MAX_VALUE));
        String json = JsonText.of(TrainingReport.of(Trained.run(request.estimator(patient))));

        assertThat(json).doesNotContain("patience", "2147483647");
        assertThat(JSON.std.mapFrom(json)).containsEntry("report", "training").containsEntry("version", 1);
    }
}
