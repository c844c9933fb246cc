package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.Slope;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.run.RecordedRequest;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.TableFiles;
import slope.target.TargetChoice;
import slope.target.TargetKind;

class SlopeEstimatorTest {
    @TempDir
    private Path folder;

    private static SlopeClassifier species() {
        return new SlopeClassifier().setLabelCol("species").setRecipe("plain").set(Setting.EPOCHS, 2);
    }

    private static SlopeRegressor mass() {
        return new SlopeRegressor()
                .setLabelCol("body_mass_g")
                .setInputCols("species", "flipper_length_mm")
                .setRecipe("plain")
                .set(Setting.EPOCHS, 2);
    }

    @Test
    void theModelIsTheOneThatSlopeTrainsOnTheSameRows() {
        SlopeTransformer model = species().setSeed(3).fit(LocalSpark.penguins());

        Table table = TableFiles.read(LocalSpark.PENGUINS.toString());
        ModelFile expected = new ModelFile(
                Slope.predict(TargetChoice.of("species").kind(TargetKind.MULTICLASS))
                        .recipe(Recipe.plain().epochs(2))
                        .seed(3)
                        .fit(table)
                        .model(),
                Provenance.ofThisVersion(Optional.empty()));
        assertThat(model.modelFile().modelHash()).isEqualTo(expected.modelHash());
        assertThat(model.modelFile().model().record().scores())
                .isEqualTo(expected.model().record().scores());
        assertThat(RecordedRequest.isTrainedOn(model.modelFile(), table)).isTrue();
        assertThat(RecordedRequest.of(model.modelFile(), "it")
                        .orElseThrow()
                        .estimator()
                        .seed())
                .isEqualTo(3);
    }

    @Test
    @Tag("long")
    void aPipelineIsSavedBeforeAndAfterTraining() throws Exception {
        SlopeClassifier stage = species().setPredictionCol("class").setInputCols("island", "bill_depth_mm");
        Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {stage});
        pipeline.save(folder.resolve("before").toString());
        Pipeline again = Pipeline.load(folder.resolve("before").toString());
        PipelineModel trained = again.fit(LocalSpark.penguins());
        trained.save(folder.resolve("after").toString());

        Dataset<Row> expected = stage.fit(LocalSpark.penguins()).transform(LocalSpark.penguins());
        Dataset<Row> scored =
                PipelineModel.load(folder.resolve("after").toString()).transform(LocalSpark.penguins());
        assertThat(scored.schema()).isEqualTo(expected.schema());
        assertThat(scored.exceptAll(expected).count()).isZero();
        assertThat(again.getStages()[0].uid()).isEqualTo(stage.uid());
        assertThat(((SlopeClassifier) again.getStages()[0]).getInputCols()).containsExactly("island", "bill_depth_mm");
        assertThat(trained.stages()[0].uid()).isEqualTo(stage.uid());
    }

    @Test
    @Tag("long")
    void crossValidationChoosesAmongSettings() {
        Dataset<Row> indexed = new StringIndexer()
                .setInputCol("species")
                .setOutputCol("label")
                .fit(LocalSpark.penguins())
                .transform(LocalSpark.penguins());
        SlopeClassifier stage = new SlopeClassifier()
                .setInputCols("bill_length_mm", "flipper_length_mm")
                .setRecipe("plain");
        Param<Object> epochs = stage.getParam("epochs");
        ParamMap[] grid = new ParamGridBuilder()
                .addGrid(epochs, scala.jdk.javaapi.CollectionConverters.asScala(List.<Object>of(1, "20")))
                .build();
        CrossValidatorModel chosen = new CrossValidator()
                .setEstimator(stage)
                .setEstimatorParamMaps(grid)
                .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("accuracy"))
                .setNumFolds(2)
                .setSeed(1)
                .fit(indexed);

        assertThat(chosen.avgMetrics()[1]).isGreaterThan(0.8);
        assertThat(((SlopeTransformer) chosen.bestModel())
                        .modelFile()
                        .model()
                        .record()
                        .settings())
                .containsEntry("epochs", "20");
        assertThat(chosen.transform(indexed).select("prediction").distinct().count())
                .isBetween(2L, 3L);
    }

    /// Spark's evaluators compare a label with a prediction, whatever numbers the labels are.
    @Test
    void aLabelOfNumbersIsPredictedAsThatNumber() {
        Dataset<Row> frame = LocalSpark.penguins().selectExpr("island", "bill_length_mm", "if(sex = 'MALE', 2, 1) s");
        SlopeTransformer model = species().setLabelCol("s").fit(frame);

        assertThat(model.labels()).containsExactly("1", "2");
        assertThat(model.transform(frame).select("prediction").distinct().collectAsList())
                .allSatisfy(row -> assertThat(row.getDouble(0)).isIn(1.0, 2.0));
    }

    @Test
    void numbersCountsAndQuantilesArePredicted() {
        Dataset<Row> penguins = LocalSpark.penguins();
        Row number = mass().fit(penguins).transform(penguins).head();
        assertThat(number.<Double>getAs("prediction")).isBetween(1000.0, 9000.0);
        assertThat(number.schema().fieldNames()).doesNotContain("quantiles", "probability");

        Row count = mass().setTask("count").fit(penguins).transform(penguins).head();
        assertThat(count.<Double>getAs("prediction")).isPositive();

        SlopeTransformer model = mass().setQuantileProbabilities(0.1, 0.9)
                .setWeightCol("bill_depth_mm")
                .fit(penguins);
        Vector quantiles = model.transform(penguins).head().getAs("quantiles");
        assertThat(quantiles.apply(0)).isLessThanOrEqualTo(quantiles.apply(1));
        assertThat(model.modelFile().model().record().weightColumn()).contains("bill_depth_mm");

        Row usual =
                mass().setQuantilesCol("band").fit(penguins).transform(penguins).head();
        assertThat(usual.<Vector>getAs("band").size()).isEqualTo(9);
    }

    @Test
    void theSchemaIsKnownBeforeTraining() {
        Dataset<Row> penguins = LocalSpark.penguins();
        SlopeRegressor stage = mass().setQuantileProbabilities(0.5);

        assertThat(stage.transformSchema(penguins.schema()))
                .isEqualTo(stage.fit(penguins).transform(penguins).schema());
        assertThat(Arrays.asList(species().transformSchema(penguins.schema()).fieldNames()))
                .endsWith("rawPrediction", "probability", "prediction", "predictedLabel");
    }

    @Test
    void everySettingIsAParamWithItsDocumentation() {
        SlopeClassifier stage = species();

        assertThat(stage.explainParams())
                .contains("epochs: maximum number of epochs (current: 2)")
                .contains("optimizer: optimizer: adam, adamw, ")
                .contains("inputCols: ", "labelCol: ", "weightCol: ", "groupCol: ", "seed: ", "folds: ");
        Setting.ALL.forEach(
                setting -> assertThat(stage.settingParam(setting).doc()).isNotEqualTo(setting.title()));
        SlopeClassifier copy = stage.copy(new ParamMap().put(stage.getParam("batchSize"), "64"));
        assertThat(copy.estimator().recipe().chosen(Setting.BATCH_SIZE)).contains(64);
        assertThat(stage.estimator().recipe().chosen(Setting.BATCH_SIZE)).isEmpty();
    }

    @Test
    void whatCannotBeTrainedIsOneSentence() {
        Dataset<Row> penguins = LocalSpark.penguins();

        assertThatThrownBy(() -> new SlopeClassifier().fit(penguins))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the DataFrame has no column \"label\"; ");
        assertThatThrownBy(() -> species().setInputCols("Island").fit(penguins))
                .hasMessage("the DataFrame has no column \"Island\"; did you mean \"island\"?");
        SlopeClassifier words = species();
        assertThatThrownBy(() -> words.copy(new ParamMap().put(words.getParam("epochs"), "many"))
                        .fit(penguins))
                .hasMessage("epochs: many is no whole number");
        assertThatThrownBy(() ->
                        mass().setTask("count").setQuantileProbabilities(0.5).fit(penguins))
                .hasMessage("quantiles are of numbers, not of the task count; leave out one of them");
        assertThatThrownBy(() -> species().fit(penguins.limit(0))).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> species().setInputCols("v").fit(penguins.selectExpr("species", "struct(1) v")))
                .hasMessageStartingWith("column \"v\" is of type struct<");
    }
}
