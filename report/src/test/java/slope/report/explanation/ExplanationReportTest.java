package slope.report.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.explain.ColumnGroup;
import slope.explain.Wanted;
import slope.fit.Estimator;
import slope.onnx.ModelFile;
import slope.recipe.Recipe;
import slope.report.Trained;
import slope.report.explanation.AttributionFacts.Contribution;
import slope.report.explanation.AttributionFacts.ExplainedRow;
import slope.report.json.JsonText;
import slope.report.json.ReportSchemas;
import slope.run.ModelAndRows;
import slope.run.TrainingRequest;
import slope.table.DataException;
import slope.tables.ReadOptions;
import slope.target.TargetChoice;

class ExplanationReportTest {
    private static final ExplanationRequest USUAL = ExplanationRequest.usual();

    @TempDir
    private Path folder;

    @Test
    void theSchemaIsThatOfTheReportForEachKindOfTarget() throws Exception {
        for (Estimator estimator : List.of(
                Slope.predict("species"),
                Slope.predict("sex"),
                Slope.predict("body_mass_g"),
                Slope.predict("body_mass_g", "flipper_length_mm"),
                Slope.predict(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9))))) {
            ModelAndRows penguins = Explained.penguins(estimator, folder);
            ReportSchemas.check(ExplanationReport.of(
                    penguins,
                    USUAL.columns(new ExplanationRequest.Columns(
                            List.of(), List.of("island", "bill_length_mm"), List.of(), Optional.of("island")))));
            ReportSchemas.check(ExplanationReport.of(
                    penguins,
                    Explained.row(5)
                            .columns(new ExplanationRequest.Columns(
                                    List.of(), List.of(), List.of("island", "bill_depth_mm"), Optional.empty()))));
        }
    }

    @Test
    void theColumnsThatMatterMostComeFirstInAllParts() throws Exception {
        ExplanationReport report =
                ExplanationReport.of(Explained.penguins(Slope.predict("body_mass_g"), folder), USUAL);
        ImportanceFacts importance = report.columns().orElseThrow().importance().orElseThrow();
        List<String> columns = List.copyOf(importance.columns().keySet());

        assertThat(importance.columns().values().stream().map(ImportanceFacts.ColumnImportance::mean))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(report.dependence().columns())
                .extracting(DependenceFacts.ColumnDependence::column)
                .containsExactlyElementsOf(columns);
        assertThat(report.attributions().rows()).hasSize(100);
        assertThat(report.attributions().meanSizes()).containsOnlyKeys(columns);
    }

    @Test
    void aRowAddsUpFromTheBaseToItsPrediction() throws Exception {
        ExplanationReport report = ExplanationReport.of(Explained.species(folder), Explained.row(200));
        ExplainedRow row = report.attributions().rows().getFirst();

        assertThat(row.row()).isEqualTo(200);
        assertThat(row.columns().get("sex").value()).contains("MALE");
        for (String species : List.of("Adelie", "Chinstrap", "Gentoo")) {
            double sum = row.columns().values().stream()
                    .mapToDouble(column -> column.contributions().get(species))
                    .sum();
            assertThat(report.attributions().base().get(species) + sum)
                    .isCloseTo(row.predictions().get(species), within(1e-6));
        }
        assertThat(report.columns()).isEmpty();
        assertThat(report.model().output()).isEqualTo(row.prediction());
    }

    @Test
    void otherValuesOfARowLeadToAnotherClass() throws Exception {
        ModelAndRows species = Explained.species(folder);
        ExplanationReport report = ExplanationReport.of(species, Explained.row(200));
        String before = report.attributions().rows().getFirst().prediction();
        CounterfactualFacts facts = report.counterfactuals().orElseThrow();

        assertThat(facts.wanted()).isEqualTo("another class than " + before);
        assertThat(facts.found())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.prediction()).isNotEqualTo(before));
        assertThat(report.text(80)).contains("What would change it\n", "The smallest changes that lead to");
    }

    @Test
    void missingTargetsAreSaidAndTheRestIsThere() throws Exception {
        ModelAndRows species = Explained.species(folder);
        Path rows = folder.resolve("rows.csv");
        Files.write(
                rows,
                Files.readAllLines(Path.of(Trained.PENGUINS)).stream()
                        .map(line -> line.substring(line.indexOf(',') + 1))
                        .toList());
        ModelFile file = species.model();
        new ModelFile(file.model().with(file.model().record().importance(Optional.empty())), file.provenance())
                .write(species.path());
        ExplanationReport report =
                ExplanationReport.of(ModelAndRows.read(species.path(), rows.toString(), ReadOptions.none()), USUAL);

        assertThat(report.columns().orElseThrow().importance()).isEmpty();
        assertThat(report.dependence().columns()).hasSize(6);
        assertThat(report.text(80)).contains("No row has a value for species, so importance by permutation cannot be");
    }

    @Test
    void rowsThatTheModelLearnedFromShowTheImportanceOfItsTraining() throws Exception {
        ModelAndRows species = Explained.species(folder);
        ExplanationReport report = ExplanationReport.of(species, USUAL);
        ImportanceFacts facts = report.columns().orElseThrow().importance().orElseThrow();

        assertThat(facts.of()).isEqualTo(ImportanceFacts.Source.OUT_OF_FOLD);
        assertThat(facts)
                .isEqualTo(ImportanceFacts.of(
                        facts.of(),
                        species.model().model().record().importance().orElseThrow()));
        assertThat(report.text(80).replace('\n', ' '))
                .contains("The model was trained on this table: the importance is that of the " + facts.rows()
                        + " validation rows of the training");
        assertThat(importanceOfFirst(200, species).of())
                .as("a part of the table")
                .isEqualTo(ImportanceFacts.Source.OUT_OF_FOLD);
    }

    private ImportanceFacts importanceOfFirst(int lines, ModelAndRows model) throws IOException {
        Path others = folder.resolve("others.csv");
        Files.write(others, Files.readAllLines(Path.of(Trained.PENGUINS)).subList(0, lines));
        return ExplanationReport.of(ModelAndRows.read(model.path(), others.toString(), ReadOptions.none()), USUAL)
                .columns()
                .orElseThrow()
                .importance()
                .orElseThrow();
    }

    /// As the rows of a table are explained among each other, so is one that comes alone.
    @Test
    void aRowThatComesAloneIsExplainedByOthers() throws Exception {
        ModelAndRows species = Explained.species(folder);
        Path one = folder.resolve("one.csv");
        List<String> lines = Files.readAllLines(Path.of(Trained.PENGUINS));
        Files.write(one, List.of(lines.get(0), lines.get(200)));
        ModelAndRows alone = ModelAndRows.read(species.path(), one.toString(), ReadOptions.none());

        ExplanationReport among = ExplanationReport.of(species, Explained.row(200));
        ExplanationReport byOthers = ExplanationReport.of(alone, species, Explained.row(1));
        assertThat(byOthers.attributions().rows().getFirst().columns())
                .isEqualTo(among.attributions().rows().getFirst().columns());
        assertThat(byOthers.counterfactuals()).isEqualTo(among.counterfactuals());
        assertThat(ExplanationReport.of(alone, Explained.row(1)).text(80))
                .contains("Columns that are left out are taken from 1 row, which is little to explain by");
    }

    @Test
    void groupsAreOneColumn() throws Exception {
        ExplanationReport report = ExplanationReport.of(
                Explained.penguins(Slope.predict("body_mass_g"), folder),
                USUAL.columns(new ExplanationRequest.Columns(
                        List.of(ColumnGroup.of("bill_length_mm", "bill_depth_mm")),
                        List.of(),
                        List.of(),
                        Optional.empty())));
        Contribution both = report.attributions().rows().getFirst().columns().get("bill_length_mm + bill_depth_mm");
        assertThat(both.value()).contains("39.1, 18.7");
        assertThat(report.columns().orElseThrow().importance().orElseThrow().columns())
                .containsKey("bill_length_mm + bill_depth_mm")
                .doesNotContainKey("bill_length_mm");
    }

    @Test
    void scoresAreThoseOfTheRowsWithAValue() throws Exception {
        ExplanationReport report =
                ExplanationReport.of(Explained.species(folder), Explained.row(1).columns(Explained.ALL_COLUMNS));
        SubgroupFacts by = report.by().orElseThrow();

        assertThat(by.groups()).extracting(SubgroupFacts.Group::rows).containsExactly(168, 124, 52);
        assertThat(by.groups().getLast().value()).contains("Torgersen");
        SubgroupFacts.OfClass adelie = by.groups().getLast().classes().get("Adelie");
        assertThat(adelie.rates().observed()).isEqualTo(1);
        assertThat(adelie.rates().falsePositiveRate()).isNaN();
        assertThat(report.text(80)).contains("these are training scores");
    }

    @Test
    void theTextFitsItsWidth() throws Exception {
        for (String target : List.of("species", "sex", "body_mass_g")) {
            ModelAndRows penguins = Explained.penguins(Slope.predict(target), folder);
            for (ExplanationRequest request : List.of(
                    USUAL,
                    Explained.row(9)
                            .columns(new ExplanationRequest.Columns(
                                    List.of(),
                                    List.of("bill_length_mm"),
                                    List.of("bill_depth_mm", "island"),
                                    Optional.of("island"))))) {
                assertThat(ExplanationReport.of(penguins, request).text(80).lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            }
        }
    }

    /// The size of a report does not grow with the rows.
    @Test
    void noListHoldsAllRows() throws Exception {
        ModelAndRows species = Explained.species(folder);
        List<String> lines = Files.readAllLines(Path.of(Trained.PENGUINS));
        Path many = folder.resolve("many.csv");
        StringBuilder text = new StringBuilder(lines.getFirst()).append('\n');
        for (int copy = 0; copy < 10; copy++) {
            lines.subList(1, lines.size()).forEach(line -> text.append(line).append('\n'));
        }
        Files.writeString(many, text);
        ExplanationReport report =
                ExplanationReport.of(ModelAndRows.read(species.path(), many.toString(), ReadOptions.none()), USUAL);

        assertThat(report.attributions().rows()).hasSize(100);
        assertThat(report.dependence().columns())
                .allSatisfy(column -> assertThat(column.values()).hasSizeLessThanOrEqualTo(21));
        assertThat(JsonText.of(report)).hasSizeLessThan(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 345, -1})
    void aRowThatIsNotThereIsRefused(int row) throws Exception {
        ModelAndRows species = Explained.species(folder);
        assertThatThrownBy(() -> ExplanationReport.of(species, Explained.row(row)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("its rows are 1 to 344");
    }

    @Test
    void whatTheModelDoesNotKnowIsRefused() throws Exception {
        ModelAndRows species = Explained.species(folder);
        refused(
                species,
                Explained.row(1)
                        .row(new ExplanationRequest.OneRow(
                                Optional.of(1), Optional.of(new Wanted.OfClass("Gento")), Set.of())),
                "did you mean \"Gentoo\"?");
        refused(
                species,
                Explained.row(1).row(new ExplanationRequest.OneRow(Optional.of(1), Optional.empty(), Set.of("iland"))),
                "iland");
        refused(
                species,
                USUAL.columns(
                        new ExplanationRequest.Columns(List.of(), List.of("species"), List.of(), Optional.empty())),
                "species");
        refused(
                species,
                USUAL.columns(new ExplanationRequest.Columns(List.of(), List.of(), List.of(), Optional.of("nothing"))),
                "nothing");
        refused(
                species,
                new ExplanationRequest(USUAL.columns(), USUAL.row(), Optional.of("Adeli"), false, false, 1),
                "did you mean \"Adelie\"?");
    }

    private static void refused(ModelAndRows rows, ExplanationRequest request, String part) {
        assertThatThrownBy(() -> ExplanationReport.of(rows, request))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(part);
    }

    @Test
    void theLinkAddsUpOnItsScale() throws Exception {
        ModelAndRows sex = Explained.penguins(Slope.predict("sex"), folder);
        ExplanationReport report = ExplanationReport.of(
                sex, new ExplanationRequest(USUAL.columns(), Explained.row(1).row(), Optional.empty(), true, false, 1));
        Map<String, Double> predictions =
                report.attributions().rows().getFirst().predictions();
        assertThat(predictions.get("MALE")).isCloseTo(-predictions.get("FEMALE"), within(1e-9));
        assertThat(report.text(80)).contains("the log-odds of MALE is predicted as");
    }

    /// Names and values of a table are text, whatever they look like.
    @Test
    void hostileNamesAreShownAsTheyAre() throws Exception, IOException {
        Path table = folder.resolve("hostile.csv");
        StringBuilder text = new StringBuilder("<b>x</b>,\"a,b\",y\n");
        for (int row = 0; row < 80; row++) {
            text.append(row % 7)
                    .append(row % 3 == 0 ? ",<script>," : ",&amp;,")
                    .append(row % 2 == 0 ? "</p>" : "no")
                    .append('\n');
        }
        Files.writeString(table, text);
        Path model = folder.resolve("hostile.onnx");
        Trained.run(TrainingRequest.of(
                        table.toString(),
                        Slope.predict("y")
                                .recipe(Recipe.plain().hidden(List.of(4)).epochs(2)))
                .model(model));
        ModelAndRows rows = ModelAndRows.read(model, table.toString(), ReadOptions.none());
        for (ExplanationRequest request : List.of(USUAL, Explained.row(1))) {
            assertThat(ExplanationReport.of(rows, request).page())
                    .doesNotContain("<script>", "<b>x</b>", "of </p>")
                    .contains("&lt;b&gt;x&lt;/b&gt;");
        }
    }
}
