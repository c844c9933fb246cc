package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.model.Model;
import slope.model.RowSketch;
import slope.model.TrainingOverlap;
import slope.onnx.Models;
import slope.recipe.Setting;
import slope.table.Table;
import slope.tables.TableFiles;

/// Tasks in one JVM: real sockets, a real barrier stage.
class ClusterTrainingTest {
    @TempDir
    private Path folder;

    private static SlopeClassifier species() {
        return new SlopeClassifier()
                .setLabelCol("species")
                .setRecipe("plain")
                .set(Setting.EPOCHS, 4)
                .setSampleRows(200)
                .setNumWorkers(2);
    }

    private static byte[] bytes(SlopeTransformer model) {
        return model.modelFile().toByteArray();
    }

    @Test
    void oneWorkerTwoAndFourTrainTheSameBits() {
        SlopeTransformer two = species().fit(LocalSpark.penguins().repartition(3));
        SlopeTransformer one = species().setNumWorkers(1).fit(LocalSpark.penguins());

        assertThat(bytes(two)).isEqualTo(bytes(one));
        assertThat(bytes(species().setNumWorkers(4).fit(LocalSpark.penguins()))).isEqualTo(bytes(one));
        assertThat(bytes(species().setNumShards(4).fit(LocalSpark.penguins()))).isNotEqualTo(bytes(one));
    }

    /// Rows that are alike, cells that are missing, partitions that have none, and no id of a row.
    @Test
    void anyOrderOfRowsTrainsTheSameBits() {
        Dataset<Row> some =
                LocalSpark.penguins().selectExpr("species", "if(sex = 'MALE', null, island) i", "body_mass_g % 5 m");
        Dataset<Row> twice = some.union(some);
        byte[] expected = bytes(species().fit(twice));

        for (int order = 1; order <= 2; order++) {
            Dataset<Row> shuffled = twice.orderBy(functions.rand(order)).repartition(4 * order - 1);
            assertThat(bytes(species().setNumWorkers(order).fit(shuffled))).isEqualTo(expected);
        }
    }

    /// Those of the sample and those that only a worker has seen.
    @Test
    void eachRowOfTheTrainingIsRecognised() {
        Model model = species().fit(LocalSpark.penguins()).modelFile().model();
        Table rows = TableFiles.read(LocalSpark.PENGUINS.toString());

        assertThat(model.record().data().sketch().orElseThrow().overlap(rows, RowSketch.columns(model)))
                .contains(new TrainingOverlap(344, 344, 344));
    }

    @Test
    @Tag("long")
    void theTunedRecipeAndEmptyShardsTrainTheSameBits() {
        Dataset<Row> few = LocalSpark.penguins().where("body_mass_g % 3 = 1");
        SlopeRegressor stage = new SlopeRegressor()
                .setLabelCol("body_mass_g")
                .setWeightCol("bill_depth_mm")
                .set(Setting.EPOCHS, 2)
                .setSampleRows(40)
                .setNumShards(64);

        SlopeTransformer one = stage.setNumWorkers(1).fit(few);
        assertThat(bytes(stage.setNumWorkers(2).fit(few))).isEqualTo(bytes(one));
    }

    /// All rows in one partition and others empty; then all rows in one shard, and workers without a row.
    @Test
    @Tag("long")
    void skewedAndEmptyPartitionsAreTrainedToTheirEnd() {
        Dataset<Row> penguins = LocalSpark.penguins();
        SlopeTransformer even = species().fit(penguins);
        Dataset<Row> skewed = penguins.repartition(5, functions.lit(7));
        assertThat(bytes(species().fit(skewed))).isEqualTo(bytes(even));

        Dataset<Row> alike = penguins.selectExpr("*", "1 as one");
        SlopeClassifier stage = species().setRowIdCol("one").setSampleRows(1000);
        SlopeTransformer four = stage.setNumWorkers(4).fit(alike);
        assertThat(bytes(stage.setNumWorkers(1).fit(alike))).isEqualTo(bytes(four));
    }

    /// The same gradients, added in another order.
    @Test
    @Tag("long")
    void aRingEndsWithinRoundingOfOneProcess() {
        SlopeClassifier stage = species().set(Setting.EPOCHS, 10);
        SlopeTransformer one = stage.setNumWorkers(1).fit(LocalSpark.penguins());
        stage.setExchange("ring");
        SlopeTransformer ring = stage.setNumWorkers(4).fit(LocalSpark.penguins());

        List<Row> expected = one.transform(LocalSpark.penguins()).collectAsList();
        List<Row> found = ring.transform(LocalSpark.penguins()).collectAsList();
        for (int row = 0; row < expected.size(); row++) {
            assertThat(found.get(row).<Vector>getAs("probability").toArray())
                    .containsExactly(
                            expected.get(row).<Vector>getAs("probability").toArray(), within(1e-4));
        }
        assertThat(bytes(stage.fit(LocalSpark.penguins()))).isEqualTo(bytes(ring));
        assertThat(ring.modelFile().model().record().settings().get("cluster"))
                .endsWith(" sampled rows, gradients are added in a ring of 4 workers");
    }

    @Test
    @Tag("long")
    void theModelPredictsAndItsFileIsOneOfSlope() throws Exception {
        Dataset<Row> penguins = LocalSpark.penguins();
        SlopeTransformer model = species().set(Setting.EPOCHS, 40).fit(penguins);
        model.save(folder.resolve("saved").toString());

        Model read = Models.load(folder.resolve("saved/model.onnx"));
        assertThat(read.record().data().rows()).isEqualTo(344);
        assertThat(read.record().data().trainingRows() + read.record().data().validationRows())
                .isEqualTo(344);
        assertThat(read.record().settings().get("cluster"))
                .startsWith("columns, ranges, encoders, validation and the linear model beside it are of ")
                .endsWith(" sampled rows");
        long right = model.transform(penguins).where("predictedLabel = species").count();
        assertThat(right).isGreaterThan(310);
        assertThat(read.predict(TableFiles.read(LocalSpark.PENGUINS.toString())).rows())
                .isEqualTo(344);
    }

    @Test
    @Tag("long")
    void rowsGoWhereTheirIdSays() {
        Dataset<Row> penguins = LocalSpark.penguins().selectExpr("*", "monotonically_increasing_id() id");
        SlopeClassifier stage = species().setRowIdCol("id");
        SlopeTransformer model = stage.fit(penguins);

        assertThat(model.modelFile().model().columns().keySet()).doesNotContain("id");
        assertThat(bytes(stage.setNumWorkers(1).fit(penguins.orderBy("body_mass_g"))))
                .isEqualTo(bytes(model));
    }
}
