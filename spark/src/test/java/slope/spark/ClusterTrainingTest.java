package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.model.Model;
import slope.onnx.Models;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.tables.TableFiles;

/// Two tasks in one JVM: real sockets, a real barrier stage.
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
    void oneWorkerAndTwoTrainTheSameBits() {
        SlopeTransformer two = species().fit(LocalSpark.penguins().repartition(3));
        SlopeTransformer one = species().setNumWorkers(1).fit(LocalSpark.penguins());

        assertThat(bytes(two)).isEqualTo(bytes(one));
        assertThat(bytes(species().setNumShards(4).fit(LocalSpark.penguins()))).isNotEqualTo(bytes(one));
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
                .startsWith("columns, encoders and validation are of ")
                .endsWith(" sampled rows");
        long right = model.transform(penguins).where("predictedLabel = species").count();
        assertThat(right).isGreaterThan(310);
        assertThat(read.predict(TableFiles.read(LocalSpark.PENGUINS.toString())).rows())
                .isEqualTo(344);
    }

    @Test
    @Tag("long")
    void aFitGoesOnFromItsCheckpointsWithTheSameBits() throws Exception {
        SlopeTransformer whole = species().set(Setting.EPOCHS, 6).fit(LocalSpark.penguins());
        Path checkpoints = folder.resolve("checkpoints");
        SlopeClassifier kept = species()
                .set(Setting.EPOCHS, 6)
                .setCheckpointDir(checkpoints.toUri().toString());

        assertThat(bytes(kept.fit(LocalSpark.penguins()))).isEqualTo(bytes(whole));
        assertThat(names(checkpoints)).contains("epoch-5.checkpoint", "epoch-6.checkpoint");
        Files.delete(checkpoints.resolve("epoch-6.checkpoint"));
        assertThat(bytes(kept.setNumWorkers(1).fit(LocalSpark.penguins()))).isEqualTo(bytes(whole));
        assertThatThrownBy(() -> kept.setSeed(9).fit(LocalSpark.penguins()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("seed was 0 and is 9 now");
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
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

    @Test
    void whatCannotBeTrainedTogetherIsOneSentence() {
        Dataset<Row> penguins = LocalSpark.penguins();

        assertThatThrownBy(() -> species().setNumWorkers(4).setTimeoutSeconds(1).fit(penguins))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "4 workers need as many slots at once, and the cluster has 2; ask for fewer, or add executors");
        assertThatThrownBy(() -> species().setNumWorkers(2).setNumShards(6).fit(penguins))
                .hasMessageStartingWith("6 shards cannot be had by 2 workers; ");
        assertThatThrownBy(() -> species().setPortRange("all").fit(penguins))
                .hasMessage("\"all\" is no range of ports; write one such as 40000-40100");
        assertThatThrownBy(() -> species()
                        .setSampleRows(60)
                        .fit(penguins.selectExpr("if(bill_length_mm > 58, 'rare', species) species", "island")))
                .hasMessageContaining("rare");
        assertThatThrownBy(
                        () -> species().setGroupCol("island").setSampleRows(100).fit(penguins))
                .hasMessageStartingWith("groups are kept together in the sample, and it has ");
        assertThatThrownBy(() -> species()
                        .set(Setting.OPTIMIZER, slope.optimizer.Optimizer.lbfgs())
                        .fit(penguins))
                .hasMessageStartingWith("rows in shards train one network by an optimizer of batches");
        assertThatThrownBy(() -> species().fit(penguins.where("species = 'none'")))
                .isInstanceOf(DataException.class);
    }
}
