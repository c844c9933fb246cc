package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.onnx.Models;

/// The code of `docs/how-to/spark.md` works: its Java is what stands here, its Scala is compiled and run as it is
/// shown.
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

        assertThat(bare(shown("java")))
                .isEqualTo(bare(source.substring(source.indexOf(BEGINS) + BEGINS.length(), source.indexOf(ENDS)))
                        .replace("../examples/", "examples/")
                        .replace("target/", ""));
    }

    @Test
    void theScalaWorks(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("Guide.scala");
        Files.writeString(source, """
            import org.apache.spark.sql.SparkSession
            import slope.spark._

            object Guide {
              def run(spark: SparkSession): Unit = {
                %s
              }
            }
            """.formatted(shown("scala")
                .replace("examples/", "../examples/")
                .replace("\"scored", "\"target/scala-scored")
                .replace("\"penguins-model", "\"target/scala-model")));
        String[] arguments = {"-classpath", StandaloneCluster.classPath(), "-d", folder.toString(), source.toString()};

        assertThat(scala.tools.nsc.Main.process(arguments)).isTrue();

        try (URLClassLoader compiled = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            compiled.loadClass("Guide").getMethod("run", SparkSession.class).invoke(null, LocalSpark.session());
        }
        Path file = Path.of("target/scala-model/model.onnx");
        assertThat(Models.load(file).target().columns()).containsExactly("species");
    }

    /// The first block of a language in the guide.
    private static String shown(String language) throws IOException {
        String guide = Files.readString(GUIDE);
        String begins = "```" + language + "\n";
        int start = guide.indexOf(begins) + begins.length();
        return guide.substring(start, guide.indexOf("```", start));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s", "");
    }
}
