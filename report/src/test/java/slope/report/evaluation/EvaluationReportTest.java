package slope.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.conformal.CoverageChoice;
import slope.evaluation.ClassScores;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.model.TrainingOverlap;
import slope.recipe.Recipe;
import slope.report.Trained;
import slope.report.json.JsonText;
import slope.report.json.ReportSchemas;
import slope.report.model.CoverageFacts;
import slope.run.TrainingRequest;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.target.TargetChoice;

class EvaluationReportTest {
    @TempDir
    private Path folder;

    @Test
    void theSchemaIsThatOfTheReportForEachKindOfTarget() throws Exception {
        for (Estimator estimator : List.of(
                Slope.predict("species"),
                Slope.predict("sex"),
                Slope.predict("body_mass_g"),
                Slope.predict("body_mass_g", "flipper_length_mm"),
                Slope.predict("body_mass_g", "flipper_length_mm").coverage(0.9),
                Slope.predict("species")
                        .rows(RowSelection.defaults()
                                .coverage(CoverageChoice.of(0.8).by("island"))),
                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9))))) {
            ReportSchemas.check(Evaluated.penguins(estimator, folder));
        }
        ReportSchemas.check(labels());
    }

    @Test
    void theCoverageIsToldOfAllRowsAndOfEachClassAndGroup() throws Exception {
        EvaluationReport report = Evaluated.penguins(
                Slope.predict("species")
                        .rows(RowSelection.defaults()
                                .coverage(CoverageChoice.of(0.8).by("island"))),
                folder);
        CoverageFacts coverage = report.scores().coverage().getFirst();
        assertThat(coverage.all().rows()).isEqualTo(344);
        assertThat(coverage.classes())
                .extracting(CoverageFacts.Reached::of)
                .containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(coverage.groups())
                .extracting(CoverageFacts.Reached::of)
                .containsExactly("Biscoe", "Dream", "Torgersen");
        assertThat(coverage.groups().stream()
                        .mapToInt(CoverageFacts.Reached::covered)
                        .sum())
                .isEqualTo(coverage.all().covered());
        assertThat(report.text(80))
                .contains("coverage of species   rows   covered   share   at least   at most")
                .contains("A share of 0.8 was asked for; chance explains 0.6")
                .contains("A set has ");
        assertThat(report.page()).contains("<h2>Coverage of species</h2>");
        assertThat(Evaluated.penguins(Slope.predict("species"), folder).text(80))
                .doesNotContain("Coverage");
    }

    @Test
    void twoClassesHaveCurvesAndThresholdsOfTheSecond() throws Exception {
        EvaluatedClasses classes =
                Evaluated.penguins(Slope.predict("sex"), folder).classes().orElseThrow();

        assertThat(classes.scores()).hasSize(2);
        assertThat(classes.curves()).extracting(EvaluatedClasses.Curve::of).containsExactly("MALE");
        assertThat(classes.calibration()).hasSize(1);
        assertThat(classes.thresholds()).hasSizeGreaterThan(10);
    }

    @Test
    void eachOfSeveralClassesHasItsScoresAndCurve() throws Exception {
        EvaluationReport report = Evaluated.penguins(Slope.predict("species"), folder);
        EvaluatedClasses classes = report.classes().orElseThrow();

        assertThat(classes.scores()).hasSize(3);
        assertThat(classes.curves())
                .hasSize(3)
                .allSatisfy(curve -> assertThat(curve.points()).hasSizeLessThanOrEqualTo(200));
        assertThat(classes.thresholds()).isEmpty();
        assertThat(report.scores().bestConstant()).containsKey("accuracy");
        assertThat(report.scores().validation().model()).containsKey("accuracy");
        assertThat(report.scores().validation().linear()).containsKey("accuracy");
        assertThat(report.numbers()).isEmpty();
    }

    /// A part of the training table is one as well; rows that were changed in a cell are others.
    @Test
    void rowsOfTheTrainingAreRecognised() throws Exception {
        Table penguins = TableFiles.read(Trained.PENGUINS);
        Table part = penguins.select(IntStream.range(40, 60).toArray());
        EvaluationReport report = Evaluated.of(Trained.request("species"), part, folder);
        assertThat(report.rows().trainedOn()).isTrue();
        assertThat(report.rows().predicted().overlap()).contains(new TrainingOverlap(20, 20, 20));
        assertThat(report.text(200)).contains("20 of 20 rows are equal to rows of the training");

        double[] mass = IntStream.range(40, 60).mapToDouble(row -> 4000.5 + row).toArray();
        Table others = new Table(part.columns().stream()
                .map(column -> column.name().equals("body_mass_g") ? NumberColumn.of(column.name(), mass) : column)
                .toList());
        EvaluationReport other = Evaluated.of(Trained.request("species"), others, folder);
        assertThat(other.rows().trainedOn()).isFalse();
        assertThat(other.rows().predicted().overlap()).isEmpty();
    }

    /// The size of a report does not grow with the rows.
    @Test
    void noListHoldsAllRows() throws Exception {
        Table penguins = TableFiles.read(Trained.PENGUINS);
        Table many = penguins.select(IntStream.range(0, 10 * penguins.rows())
                .map(row -> row % penguins.rows())
                .toArray());
        for (String target : List.of("species", "body_mass_g")) {
            EvaluationReport report = Evaluated.of(Trained.request(target), many, folder);

            assertThat(report.rows().rows()).isGreaterThan(3000);
            assertThat(JsonText.of(report)
                            .lines()
                            .filter(line -> line.contains("\"predicted\""))
                            .count())
                    .isLessThan(600);
        }
    }

    @Test
    void theTextFitsItsWidth() throws Exception {
        for (String target : List.of("species", "sex", "body_mass_g")) {
            String text = Evaluated.penguins(Slope.predict(target), folder).text(80);
            assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void theTextHasTheWordsOfTheField() throws Exception {
        assertThat(Evaluated.penguins(Slope.predict("sex"), folder).text(80))
                .contains(
                        "Confusion matrix\n", "Calibration\n", "Thresholds\n", "observed \\ predicted", "best constant")
                .containsPattern("class +rows +AUC +precision +recall +F1\n");
    }

    /// Without its training's weights a score cannot be compared with that of the training.
    @Test
    void theWeightsOfTheTrainingAreUsedWhereTheRowsHaveThem() throws Exception {
        EvaluationReport with = weighted(table -> table);
        assertThat(with.rows().weight()).contains(new EvaluatedRows.WeightColumn("w", true));
        assertThat(with.text(80)).contains("Scores are weighted by \"w\"");

        assertThat(weighted(table -> table.without(Set.of("w"))).text(80))
                .contains("these rows, unweighted", "validation, weighted");
    }

    @Test
    void rowsOfWeightZeroCannotBeScored() {
        assertThatThrownBy(() -> weighted(table ->
                        Table.of(table.column("x"), table.column("y"), NumberColumn.of("w", new double[table.rows()]))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("weighted.csv has the weight 0 in each row (column \"w\")");
    }

    private EvaluationReport weighted(UnaryOperator<Table> change) throws Exception {
        Path table = table("weighted.csv", "x,w,y", row -> "%s,%s,%s".formatted(row * 1.5, 1 + row % 2, row % 7 / 3.5));
        return Evaluated.of(
                small(table, Slope.predict("y").rows(RowSelection.defaults().weight("w"))),
                change.apply(TableFiles.read(table.toString())),
                folder);
    }

    private EvaluationReport labels() throws Exception {
        Path table = table("labels.csv", "x,late,third", row -> "%s,%s,%s".formatted(row * 1.5, row / 40, row % 3 / 2));
        return Evaluated.of(small(table, Slope.predict("late", "third")), TableFiles.read(table.toString()), folder);
    }

    private Path table(String name, String heading, IntFunction<String> row) throws Exception {
        String rows = IntStream.range(0, 60).mapToObj(row).collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name), heading + "\n" + rows + "\n");
    }

    private static TrainingRequest small(Path table, Estimator estimator) {
        return TrainingRequest.of(
                table.toString(),
                estimator.recipe(Recipe.plain().hidden(List.of(4)).epochs(3)));
    }

    @Test
    void labelsAreScoredEach() throws Exception {
        EvaluatedClasses labels = labels().classes().orElseThrow();

        assertThat(labels.scores()).extracting(ClassScores::name).containsExactly("late", "third");
        assertThat(labels.scores()).extracting(ClassScores::rows).containsExactly(20, 20);
        assertThat(labels.confusion())
                .extracting(EvaluatedClasses.Confusion::of)
                .containsExactly("late", "third");
    }
}
