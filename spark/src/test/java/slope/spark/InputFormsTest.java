package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import slope.recipe.Setting;
import slope.table.DataException;

/// What a model reads and a DataFrame has in another form: vectors, arrays, offsets.
class InputFormsTest {
    private static final String[] MEASURED = {"bill_length_mm", "flipper_length_mm"};

    private static SlopeClassifier species() {
        return new SlopeClassifier().setLabelCol("species").setRecipe("plain").set(Setting.EPOCHS, 2);
    }

    private static SlopeRegressor counts() {
        return new SlopeRegressor()
                .setTask("count")
                .setLabelCol("body_mass_g")
                .setRecipe("plain")
                .set(Setting.EPOCHS, 2);
    }

    private static Dataset<Row> measured() {
        return LocalSpark.penguins().na().drop();
    }

    private static Dataset<Row> assembled() {
        return new VectorAssembler()
                .setInputCols(MEASURED)
                .setOutputCol("features")
                .transform(measured())
                .select("species", "features");
    }

    private static List<Row> predictions(SlopeTransformer model, Dataset<Row> rows) {
        return model.transform(rows).select("prediction", "probability").collectAsList();
    }

    @Test
    void aVectorOfTheUsualNameIsReadAsItsNumbers() {
        Dataset<Row> apart =
                measured().selectExpr("species", MEASURED[0] + " as features_0", MEASURED[1] + " as features_1");
        SlopeTransformer model = species().fit(assembled());

        assertThat(model.modelFile().model().columns().keySet()).containsExactly("features_0", "features_1");
        assertThat(model.modelFile().modelHash())
                .isEqualTo(species().fit(apart).modelFile().modelHash());
        assertThat(predictions(model, assembled())).isEqualTo(predictions(model, apart));
        assertThat(model.transform(assembled()).columns()).startsWith("species", "features", "rawPrediction");
    }

    @Test
    void anArrayIsReadBesideOtherColumns() {
        Dataset<Row> rows = measured().selectExpr("species", "island", "sex", "array(bill_length_mm, 1.0f) measures");
        SlopeTransformer model =
                species().setInputCols("island").setFeaturesCol("measures").fit(rows);

        assertThat(model.modelFile().model().columns().keySet()).containsExactlyInAnyOrder("island", "features_0");
        assertThat(model.getFeaturesCol()).isEqualTo("measures");
        List<Row> expected = predictions(model, rows);
        assertThat(predictions(model.setFeaturesCol("others"), rows.withColumnRenamed("measures", "others")))
                .isEqualTo(expected);
    }

    @Test
    void aRowWithoutAVectorHasNoNumbers() {
        SlopeTransformer model = species().fit(assembled());
        Dataset<Row> none = assembled().limit(1).selectExpr("species", "if(true, null, features) features");
        Dataset<Row> missing = measured().limit(1).selectExpr("double(null) features_0", "double(null) features_1");

        assertThat(predictions(model, none)).isEqualTo(predictions(model, missing));
    }

    @Test
    void vectorsThatDoNotFitAreOneSentence() {
        Dataset<Row> uneven =
                measured().selectExpr("species", "if(sex = 'MALE', array(1.0, body_mass_g), array(2.0)) features");
        assertThatThrownBy(() -> species().fit(uneven.orderBy("features")))
                .hasStackTraceContaining("column \"features\" has a vector of ")
                .hasStackTraceContaining("; each needs as many");
        assertThatThrownBy(() -> species().setFeaturesCol("island").fit(measured()))
                .isInstanceOf(DataException.class)
                .hasMessage("column \"island\" is of type string; a vector or an array of numbers is needed");
        assertThatThrownBy(() -> species().setFeaturesCol("feature").fit(assembled()))
                .hasMessage("the DataFrame has no column \"feature\"; did you mean \"features\"?");
        assertThatThrownBy(() ->
                        species().fit(measured().selectExpr("species", "cast(null as array<double>) as features")))
                .hasMessage("column \"features\" has no vector with a number; each row needs one");

        Dataset<Row> hashed = new HashingTF()
                .setInputCol("words")
                .setOutputCol("features")
                .transform(measured().selectExpr("species", "array(sex, island) words"));
        assertThatThrownBy(() -> species().fit(hashed))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "column \"features\" has vectors of 262,144 numbers, and each is a column of the model, which"
                                + " has up to 10,000; take fewer features, such as numFeatures of a HashingTF");

        SlopeTransformer model = species().fit(assembled());
        assertThatThrownBy(() -> model.transform(measured()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("the DataFrame has no column \"features\"; ");
        assertThatThrownBy(() -> model.transform(measured().selectExpr("array(1.0) features"))
                        .collectAsList())
                .hasStackTraceContaining(
                        "column \"features\" has a vector of 1 numbers, and the model reads number 1, counted from 0");
    }

    /// The offset is the logarithm of the exposure, bit for bit.
    @Test
    void anOffsetIsTheLogarithmOfAnExposure() {
        Dataset<Row> rows = measured().selectExpr("body_mass_g", "bill_length_mm", "ln(bill_depth_mm) as offset");
        Dataset<Row> exposed = rows.selectExpr("body_mass_g", "bill_length_mm", "exp(offset) as `exp(offset)`");
        SlopeTransformer model = counts().setOffsetCol("offset").fit(rows);
        SlopeTransformer same = counts().setExposureCol("exp(offset)").fit(exposed);

        assertThat(model.modelFile().modelHash()).isEqualTo(same.modelFile().modelHash());
        assertThat(model.modelFile().model().columns().keySet())
                .containsExactlyInAnyOrder("bill_length_mm", "exp(offset)");
        List<Row> predicted = model.transform(rows).select("prediction").collectAsList();
        assertThat(predicted)
                .isEqualTo(model.transform(exposed).select("prediction").collectAsList());
        assertThat(model.transform(rows).columns())
                .containsExactly("body_mass_g", "bill_length_mm", "offset", "prediction");
        assertThatThrownBy(() ->
                        counts().setOffsetCol("offset").setExposureCol("offset").fit(rows))
                .isInstanceOf(DataException.class)
                .hasMessage("an offset is the logarithm of an exposure; name one of them");
        assertThatThrownBy(() -> counts().setOffsetCol("island").fit(measured()))
                .hasMessage("column \"island\" is of type string; an offset is a number, the logarithm of an exposure");
        assertThatThrownBy(() -> counts().setOffsetCol("ofset").fit(rows))
                .hasMessage("the DataFrame has no column \"ofset\"; did you mean \"offset\"?");
    }
}
