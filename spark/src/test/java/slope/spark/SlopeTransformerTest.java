package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.fit.Estimator;
import slope.model.Model;
import slope.onnx.Models;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.target.Prediction;
import slope.target.Predictions;
import slope.target.TargetChoice;

class SlopeTransformerTest {
    @TempDir
    private Path folder;

    private static Model species(String... columns) {
        return quick(Slope.predict("species").columns(columns))
                .fit(TableFiles.read(LocalSpark.PENGUINS.toString()))
                .model();
    }

    private static Estimator quick(Estimator estimator) {
        return estimator.recipe(Recipe.plain().epochs(2));
    }

    private SlopeTransformer loaded(Model model) {
        Path file = folder.resolve("model.onnx");
        Models.save(model, file);
        LocalSpark.session();
        return SlopeTransformer.load(file.toString());
    }

    @Test
    void classesAreScoredAsSlopeScoresThem() {
        Model model = species("island", "bill_length_mm", "flipper_length_mm");
        Dataset<Row> scored = loaded(model).transform(LocalSpark.penguins().repartition(3));

        Predictions expected = model.predict(TableFiles.read(LocalSpark.PENGUINS.toString()));
        Map<List<Object>, Integer> rowOf = new HashMap<>();
        Table table = TableFiles.read(LocalSpark.PENGUINS.toString());
        for (int row = 0; row < table.rows(); row++) {
            rowOf.put(key(table, row), row);
        }
        List<Row> rows = scored.collectAsList();
        assertThat(rows).hasSize(table.rows());
        for (Row row : rows) {
            int number = rowOf.get(key(row));
            Prediction one = new Prediction(expected, number);
            assertThat(row.<String>getAs("predictedLabel")).isEqualTo(one.label());
            Vector probability = row.getAs("probability");
            for (int index = 0; index < 3; index++) {
                double of =
                        one.probability(List.of("Adelie", "Chinstrap", "Gentoo").get(index));
                assertThat(probability.apply(index)).isEqualTo(of);
                assertThat(row.<Vector>getAs("rawPrediction").apply(index)).isEqualTo(StrictMath.log(of));
            }
            assertThat(row.<Double>getAs("prediction")).isEqualTo(probability.argmax());
        }
    }

    private static List<Object> key(Table table, int row) {
        List<Object> key = new ArrayList<>();
        for (Column column : table.columns()) {
            key.add(column.isMissing(row) ? "" : column.text(row));
        }
        return key;
    }

    private static List<Object> key(Row row) {
        List<Object> key = new ArrayList<>();
        for (int index = 0; index < 7; index++) {
            Object cell = row.get(index);
            key.add(cell == null ? "" : cell instanceof Number number ? NumberColumn.text(number.doubleValue()) : cell);
        }
        return key;
    }

    @Test
    void thePredictionColumnKnowsTheClasses() {
        Dataset<Row> scored = loaded(species("island")).transform(LocalSpark.penguins());

        NominalAttribute classes =
                (NominalAttribute) Attribute.fromStructField(scored.schema().apply("prediction"));
        assertThat(classes.values().get()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(new IndexToString()
                        .setInputCol("prediction")
                        .setOutputCol("again")
                        .transform(scored)
                        .where("again <> predictedLabel")
                        .count())
                .isZero();
    }

    @Test
    void everyTypeOfASparkColumnIsRead() {
        Table table = Table.of(
                NumberColumn.of("n", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                CategoryColumn.of("c", "1", "b", "1", "b", "1", "b", "1", "b", "1", "b", "1", "b"),
                BooleanColumn.of("b", true, false, true, true, false, false, true, true, false, true, false, true),
                DateColumn.of("d", days(12)),
                NumberColumn.of("y", 1, 2, 4, 3, 6, 5, 7, 9, 8, 10, 12, 11));
        Model model =
                quick(Slope.predict("y").columns("n", "c", "b", "d")).fit(table).model();
        SlopeTransformer stage = loaded(model);
        double expected = model.predict(table.select(new int[] {2})).value(0, 0);

        LocalDateTime moment = days(12)[2];
        Timestamp instant =
                Timestamp.from(moment.atZone(ZoneId.of("Asia/Tokyo")).toInstant());
        Date date = Date.valueOf(moment.toLocalDate());
        for (Dataset<Row> frame : List.of(
                LocalSpark.frame("n double, c string, b boolean, d timestamp", new Object[] {3.0, "1", true, instant}),
                LocalSpark.frame("n int, c int, b boolean, d date", new Object[] {3, 1, true, date}),
                LocalSpark.frame("n long, c double, b string, d string", new Object[] {3L, 1.0, "true", "2026-01-03"}),
                LocalSpark.frame(
                        "d timestamp_ntz, b boolean, n decimal(5,2), c string",
                        new Object[] {moment, true, new BigDecimal("3.00"), "1"}),
                LocalSpark.frame("n string, c string, b boolean, d date", new Object[] {"3", "1", true, date}))) {
            assertThat(stage.transform(frame).head().<Double>getAs("prediction"))
                    .as("%s", frame.schema())
                    .isEqualTo(expected);
        }
        Dataset<Row> early = LocalSpark.session().sql("select 3 n, '1' c, true b, timestamp'0001-01-01 10:00:00' d");
        assertThat(stage.transform(early).head().<Double>getAs("prediction"))
                .as("before 1582")
                .isEqualTo(stage.transform(early.withColumn("d", functions.expr("cast(d as timestamp_ntz)")))
                        .head()
                        .<Double>getAs("prediction"));
        Map<String, Object> missing = new HashMap<>();
        List.of("n", "c", "b", "d").forEach(name -> missing.put(name, null));
        assertThat(stage.transform(LocalSpark.frame(
                                "n int, c string, b boolean, d date", new Object[] {null, null, null, null}))
                        .head()
                        .<Double>getAs("prediction"))
                .isEqualTo(model.predict(missing).value());
        assertThat(stage.transform(LocalSpark.session().sql("select null n, null c, null b, null d"))
                        .head()
                        .<Double>getAs("prediction"))
                .isEqualTo(model.predict(missing).value());
    }

    private static LocalDateTime[] days(int count) {
        LocalDateTime[] days = new LocalDateTime[count];
        for (int day = 0; day < count; day++) {
            days[day] = LocalDateTime.of(2026, 1, 1, 0, 0).plusDays(day);
        }
        return days;
    }

    @Test
    void quantilesAreAVectorAndTheirMedianThePrediction() {
        Table table = TableFiles.read(LocalSpark.PENGUINS.toString());
        Model model = quick(Slope.predict("body_mass_g")
                        .target(TargetChoice.of("body_mass_g").quantiles(List.of(0.1, 0.5, 0.9)))
                        .columns("flipper_length_mm"))
                .fit(table)
                .model();
        Row row = loaded(model).transform(LocalSpark.penguins()).head();

        Vector quantiles = row.getAs("quantiles");
        assertThat(quantiles.size()).isEqualTo(3);
        assertThat(row.<Double>getAs("prediction")).isEqualTo(quantiles.apply(1));
        assertThat(row.schema().fieldNames()).doesNotContain("probability", "rawPrediction", "predictedLabel");
    }

    @Test
    void severalLabelsAreVectorsAndAnArrayOfText() {
        Table table = Table.of(
                NumberColumn.of("n", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                BooleanColumn.of("p", true, false, true, true, false, false, true, true, false, true, false, true),
                BooleanColumn.of("q", true, true, true, true, false, false, true, false, false, true, false, true));
        Model model = quick(Slope.predict("p", "q")).fit(table).model();
        Row row = loaded(model)
                .transform(LocalSpark.frame("n int", new Object[] {4}))
                .head();

        Predictions expected = model.predict(table.select(new int[] {3}));
        Vector probability = row.getAs("probability");
        assertThat(probability.apply(1)).isEqualTo(expected.probability(0, "q"));
        assertThat(row.<Vector>getAs("prediction").apply(1)).isEqualTo(probability.apply(1) >= 0.5 ? 1 : 0);
        assertThat(row.getList(row.fieldIndex("predictedLabel")))
                .isEqualTo(List.of(expected.text(0, 0), expected.text(0, 1)));
    }

    @Test
    void itIsAStageOfAPipelineThatIsSavedWithItsModel() throws Exception {
        SlopeTransformer stage =
                loaded(species("island")).setPredictionCol("species_index").setRawPredictionCol("");
        PipelineModel pipeline =
                new Pipeline().setStages(new PipelineStage[] {stage}).fit(LocalSpark.penguins());
        Path saved = folder.resolve("pipeline");
        pipeline.write().overwrite().save(saved.toString());
        PipelineModel again = PipelineModel.load(saved.toString());

        Dataset<Row> before = stage.transform(LocalSpark.penguins());
        Dataset<Row> after = again.transform(LocalSpark.penguins());
        assertThat(after.schema()).isEqualTo(before.schema());
        assertThat(after.columns()).contains("species_index").doesNotContain("prediction", "rawPrediction");
        assertThat(before.exceptAll(after).count()).isZero();
        assertThat(again.stages()[0].uid()).isEqualTo(stage.uid());
        Path onnx = modelIn(saved);
        assertThat(onnx).hasSameBinaryContentAs(folder.resolve("model.onnx"));
        assertThat(SlopeTransformer.load(onnx.getParent().toString()).getPredictionCol())
                .isEqualTo("species_index");
    }

    private static Path modelIn(Path saved) throws IOException {
        try (Stream<Path> files = Files.walk(saved)) {
            return files.filter(file -> file.endsWith("model.onnx")).findFirst().orElseThrow();
        }
    }

    @Test
    void aCopyHasTheModelAndOtherParams() {
        SlopeTransformer stage = loaded(species("island"));
        SlopeTransformer copy = stage.copy(new ParamMap().put(stage.predictedLabelCol(), "label"));

        assertThat(copy.uid()).isEqualTo(stage.uid());
        assertThat(copy.transform(LocalSpark.penguins()).columns()).contains("label");
        assertThat(stage.transform(LocalSpark.penguins()).columns()).doesNotContain("label");
        assertThat(copy.labels()).containsExactly("Adelie", "Chinstrap", "Gentoo");
        assertThat(stage.explainParams())
                .contains("predictionCol: ", "probabilityCol: ", "rawPredictionCol: ", "quantilesCol: ")
                .contains("(default: predictedLabel)");
    }

    @Test
    void noRowsAreNoRows() {
        Dataset<Row> scored =
                loaded(species("island")).transform(LocalSpark.penguins().limit(0));

        assertThat(scored.count()).isZero();
    }

    @Test
    void whatCannotBeScoredIsOneSentence() {
        SlopeTransformer stage = loaded(species("island", "bill_length_mm"));
        Dataset<Row> penguins = LocalSpark.penguins();

        assertThatThrownBy(() -> stage.transform(penguins.withColumnRenamed("island", "Island")))
                .isInstanceOf(DataException.class)
                .hasMessage("the DataFrame has no column \"island\"; did you mean \"Island\"?");
        assertThatThrownBy(() -> stage.transform(penguins.selectExpr("island", "array(bill_length_mm) bill_length_mm")))
                .hasMessage("column \"bill_length_mm\" is of type array<double>; numbers, text, booleans, dates and"
                        + " timestamps can be read: leave it out, or make columns of such types of it");
        assertThatThrownBy(() -> stage.transform(penguins.selectExpr("*", "1 as Prediction")))
                .hasMessage("the DataFrame has a column \"prediction\" already, where predictions are to be; name"
                        + " another");
        assertThatThrownBy(() -> stage.transform(penguins.selectExpr("*", "island as island")))
                .hasMessage("the DataFrame has two columns \"island\"; rename one, or leave it out");
        assertThatThrownBy(() -> stage.transform(penguins.selectExpr("island", "sex as bill_length_mm"))
                        .collectAsList())
                .hasStackTraceContaining("column \"bill_length_mm\" has \"")
                .hasStackTraceContaining("a number was expected");
        assertThatThrownBy(() -> new SlopeTransformer().transform(penguins))
                .hasMessageStartingWith("this stage has no model; ");
        assertThatThrownBy(
                        () -> SlopeTransformer.load(folder.resolve("none.onnx").toString()))
                .hasMessageStartingWith("there is no file ");
        assertThatThrownBy(() -> SlopeTransformer.load(LocalSpark.PENGUINS.toString()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("penguins.csv ");
        assertThat(Optional.of(stage.toString())).contains(stage.uid() + ": [species]");
    }
}
