package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.onnx.Models;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.tables.TableFiles;
import slope.target.Predictions;

/// Params that say which rows validate and which class is predicted, and what all params say of themselves.
class SlopeParamsTest {
    @TempDir
    private Path folder;

    private static SlopeClassifier species() {
        return new SlopeClassifier()
                .setLabelCol("species")
                .setInputCols("island", "bill_depth_mm", "sex")
                .setRecipe("plain")
                .set(Setting.EPOCHS, 2);
    }

    private static Dataset<Row> marked() {
        return LocalSpark.penguins().selectExpr("*", "body_mass_g % 4 <=> 1.0 as held");
    }

    @Test
    void everyParamHasItsSentence() {
        for (Params stage : List.of(new SlopeClassifier(), new SlopeRegressor(), new SlopeTransformer())) {
            assertThat(stage.params()).isNotEmpty();
            for (Param<?> param : stage.params()) {
                assertThat(param.doc()).as(param.name()).contains(" ").isNotEqualTo(param.name());
                assertThat(stage.explainParams()).contains(param.name() + ": " + param.doc());
            }
        }
        assertThat(new SlopeRegressor().explainParams()).contains("offsetCol: ", "exposureCol: ", "featuresCol: ");
    }

    @Test
    void aColumnSaysWhichRowsValidate() {
        long held = marked().where("held").count();
        for (int workers : List.of(0, 2)) {
            SlopeTransformer model = species()
                    .setValidationIndicatorCol("held")
                    .setNumWorkers(workers)
                    .setSampleRows(60)
                    .fit(marked());
            assertThat(model.modelFile().model().record().data().validationRows())
                    .isEqualTo((int) held);
            assertThat(model.modelFile().model().columns().keySet()).doesNotContain("held");
        }
        assertThatThrownBy(() -> species().setValidationIndicatorCol("island").fit(marked()))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column \"island\" is of type string; a row is a validation row (true, or 1) or a training row"
                                + " (false, or 0)");
        assertThatThrownBy(() -> species()
                        .setValidationIndicatorCol("v")
                        .setNumWorkers(2)
                        .fit(LocalSpark.penguins().selectExpr("*", "if(sex = 'MALE', 1, 2) v")))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"v\" says neither in 176 of 344 rows; a row is a validation row (true, or 1) or a"
                        + " training row (false, or 0)");
        assertThatThrownBy(() ->
                        species().setValidationIndicatorCol("held").setFolds(3).fit(marked()))
                .hasMessageStartingWith("folds have other validation rows each");
    }

    /// The class with the largest p/t, in the model's file as well.
    @Test
    void thresholdsDecideTheClass() throws Exception {
        double[] thresholds = {0.9, 0.05, 0.6};
        SlopeTransformer model = species().setThresholds(thresholds).fit(LocalSpark.penguins());
        for (Row row : model.transform(LocalSpark.penguins()).collectAsList()) {
            Vector probability = row.getAs("probability");
            double most = 0;
            for (int index = 0; index < 3; index++) {
                most = Math.max(most, probability.apply(index) / thresholds[index]);
            }
            int predicted = (int) row.<Double>getAs("prediction").doubleValue();
            assertThat(probability.apply(predicted) / thresholds[predicted])
                    .isCloseTo(most, org.assertj.core.data.Percentage.withPercentage(1e-9));
            assertThat(row.<String>getAs("predictedLabel")).isEqualTo(model.labels()[predicted]);
        }
        model.save(folder.resolve("model").toString());
        assertThat(SlopeTransformer.load(folder.resolve("model").toString()).getThresholds())
                .containsExactly(thresholds);
        Predictions elsewhere = Models.load(folder.resolve("model/model.onnx"))
                .predict(TableFiles.read(LocalSpark.PENGUINS.toString()));
        List<Row> here = model.transform(LocalSpark.penguins()).collectAsList();
        for (int row = 0; row < here.size(); row++) {
            assertThat(elsewhere.text(row, 0)).isEqualTo(here.get(row).<String>getAs("predictedLabel"));
        }
    }

    @Test
    void thresholdsOfATrainedModelAreAParamOfIt() {
        SlopeTransformer model =
                species().setLabelCol("sex").setInputCols("body_mass_g").fit(LocalSpark.penguins());
        SlopeTransformer always = model.copy(new ParamMap().put(model.thresholds(), new double[] {0, 1}));

        assertThat(always.transform(LocalSpark.penguins())
                        .where("prediction <> 0 and probability is not null")
                        .count())
                .isZero();
        assertThat(model.isSet(model.thresholds())).isFalse();
        assertThatThrownBy(() -> model.copy(new ParamMap().put(model.thresholds(), new double[] {0, 0}))
                        .transform(LocalSpark.penguins()))
                .hasMessage("both thresholds are 0, which decides nothing; one of two may be 0");
    }

    @Test
    void thresholdsThatDoNotFitAreOneSentence() {
        Dataset<Row> penguins = LocalSpark.penguins();

        assertThatThrownBy(() -> species().setThresholds(0.5, 0.5).fit(penguins))
                .isInstanceOf(DataException.class)
                .hasMessage("there are 2 thresholds for 3 classes (Adelie, Chinstrap, Gentoo); each class has one");
        assertThatThrownBy(() -> species().setThresholds(0.5, -1, 1).fit(penguins))
                .hasMessage("a threshold is above 0, not -1");
        assertThatThrownBy(() -> species().setThresholds(0.5, 0, 1).fit(penguins))
                .hasMessage("a threshold of 0 among 3 classes predicts that class always; take one above 0");
        SlopeTransformer numbers = new SlopeRegressor()
                .setLabelCol("body_mass_g")
                .setRecipe("plain")
                .set(Setting.EPOCHS, 1)
                .fit(penguins)
                .setThresholds(1, 1);
        assertThatThrownBy(() -> numbers.transform(penguins)).hasMessageStartingWith("thresholds are for classes, ");
    }

    /// A training of so many epochs would not come to its end.
    @Test
    void thresholdsAreRefusedBeforeTheTraining() {
        for (int workers : List.of(0, 2)) {
            SlopeClassifier stage = species()
                    .setThresholds(0.5, 0.5)
                    .setNumWorkers(workers)
                    .set(Setting.EPOCHS, 10_000_000)
                    .set(Setting.PATIENCE, 10_000_000);

            assertThatThrownBy(() -> stage.fit(LocalSpark.penguins())).hasMessageStartingWith("there are 2 thresholds");
        }
    }

    @Test
    void aParamSaysWhatItCannotBe() {
        SlopeClassifier stage = species();

        for (Runnable set : List.<Runnable>of(
                () -> stage.set(stage.labelCol(), null),
                () -> stage.set(stage.predictionCol(), null),
                () -> stage.set(stage.recipe(), null),
                () -> stage.set(stage.checkpointDir(), null))) {
            assertThatThrownBy(set::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(" cannot be null; an empty text leaves it out");
        }
        assertThatThrownBy(() -> stage.setRecipe("deep"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("recipe cannot be \"deep\"; it is one of ")
                .hasMessageContaining("plain");
        assertThatThrownBy(() -> stage.setExchange("star"))
                .hasMessage("exchange cannot be \"star\"; it is one of tree, ring");
        assertThatThrownBy(() -> new SlopeRegressor().setTask("rank"))
                .hasMessage("task cannot be \"rank\"; it is one of regression, count, gamma, tweedie");
        for (Runnable set : List.<Runnable>of(
                () -> stage.setTimeoutSeconds(Integer.MAX_VALUE),
                () -> stage.setNumShards(1 << 13),
                () -> stage.setNumWorkers(-1))) {
            assertThatThrownBy(set::run).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> species().setProbabilityCol("Prediction").fit(LocalSpark.penguins()))
                .hasMessage("two columns of predictions are called \"prediction\"; each needs a name of its own");
    }

    /// As Spark's own stages have it.
    @Test
    void anEmptyNameIsNone() {
        Dataset<Row> penguins = LocalSpark.penguins();
        SlopeClassifier stage = species()
                .setWeightCol("")
                .setGroupCol("")
                .setValidationIndicatorCol("")
                .setRowIdCol("")
                .setCheckpointDir("");

        assertThat(stage.fit(penguins).modelFile().modelHash())
                .isEqualTo(species().fit(penguins).modelFile().modelHash());
    }

    /// A grid has numbers, which are saved and read as such.
    @Test
    void aSettingIsANumberOrItsText() throws Exception {
        SlopeClassifier stage = species();
        SlopeClassifier numbers = stage.copy(new ParamMap()
                .put(stage.getParam("epochs"), 3)
                .put(stage.getParam("learningRate"), 0.01)
                .put(stage.getParam("patience"), Integer.MAX_VALUE));
        SlopeClassifier texts = stage.copy(new ParamMap()
                .put(stage.getParam("epochs"), "3")
                .put(stage.getParam("learningRate"), "0.01")
                .put(stage.getParam("patience"), "2147483647"));
        numbers.save(folder.resolve("numbers").toString());
        SlopeClassifier read = SlopeClassifier.load(folder.resolve("numbers").toString());

        for (SlopeClassifier each : List.of(numbers, texts, read)) {
            assertThat(each.estimator().recipe().chosen(Setting.EPOCHS)).contains(3);
            assertThat(each.estimator().recipe().chosen(Setting.LEARNING_RATE)).contains(0.01);
            assertThat(each.estimator().recipe().chosen(Setting.PATIENCE)).contains(Integer.MAX_VALUE);
        }
    }

    @Test
    void stagesAreSavedAndCopiedWithAllOfTheirParams() throws Exception {
        SlopeClassifier stage = species()
                .setThresholds(1, 2, 3)
                .setFeaturesCol("v")
                .setValidationIndicatorCol("held")
                .setGroupCol("island")
                .setWeightCol("w")
                .setSeed(9)
                .setFolds(0)
                .setNumWorkers(4);
        stage.save(folder.resolve("stage").toString());
        SlopeClassifier read = SlopeClassifier.load(folder.resolve("stage").toString());

        assertThat(explained(read)).isEqualTo(explained(stage));
        assertThat(read.uid()).isEqualTo(stage.uid());
        assertThat(read.getThresholds()).containsExactly(1, 2, 3);
        assertThat(explained(stage.copy(new ParamMap()))).isEqualTo(explained(stage));
        SlopeRegressor regressor = new SlopeRegressor().setOffsetCol("o").setQuantileProbabilities(0.2, 0.8);
        regressor.save(folder.resolve("regressor").toString());
        assertThat(explained(SlopeRegressor.load(folder.resolve("regressor").toString())))
                .isEqualTo(explained(regressor));
    }

    /// Without the identity of arrays, which is all that Spark tells of them.
    private static String explained(Params stage) {
        return stage.explainParams().replaceAll("\\[[\\w.;]+@\\p{XDigit}+", "[]");
    }
}
