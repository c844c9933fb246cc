package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import slope.onnx.Models;

/// The Java of `docs/how-to/spark.md` is what stands here, and works.
@Tag("long")
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/how-to/spark.md");
    private static final String BEGINS = "// the guide" + " begins";
    private static final String ENDS = "// the guide" + " ends";

    @Test
    void theGuideWorks() throws Exception {
        SparkSession spark = LocalSpark.session();
        // the guide begins
        Dataset<Row> penguins = spark.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv("../examples/penguins.csv");

        SlopeTransformer model =
                new SlopeClassifier().setLabelCol("species").setNumWorkers(2).fit(penguins);

        model.transform(penguins).write().mode("overwrite").parquet("target/scored");
        model.write().overwrite().save("target/penguins-model");
        // the guide ends
        Path file = Path.of("target/penguins-model/model.onnx");
        assertThat(Models.load(file).target().columns()).containsExactly("species");
    }

    @Test
    void itIsWhatStandsHere() throws Exception {
        String source = Files.readString(Path.of("src/test/java/slope/spark/GuideTest.java"));
        String guide = Files.readString(GUIDE);
        String shown = guide.substring(guide.indexOf("```java\n") + 8);

        assertThat(bare(shown.substring(0, shown.indexOf("```"))))
                .isEqualTo(bare(source.substring(source.indexOf(BEGINS) + BEGINS.length(), source.indexOf(ENDS)))
                        .replace("../examples/", "examples/")
                        .replace("target/", ""));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s", "");
    }
}
