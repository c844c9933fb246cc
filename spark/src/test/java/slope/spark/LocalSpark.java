package slope.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/// The one Spark of all tests, in this JVM, which to start takes longer than most of them. It has four slots because
/// four workers at once need them, on two cores as well.
final class LocalSpark {
    static final Path PENGUINS = Path.of("../examples/penguins.csv");
    static final String PENGUIN_COLUMNS = "species string, island string, bill_length_mm double, bill_depth_mm double,"
            + " flipper_length_mm int, body_mass_g int, sex string";

    private LocalSpark() {}

    /// Started when it is first asked for.
    private static final class Started {
        static final SparkSession SESSION = SparkSession.builder()
                .master("local[4]")
                .appName("slope tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.session.timeZone", "Asia/Tokyo")
                .config(
                        "spark.sql.warehouse.dir",
                        Path.of("target/warehouse").toUri().toString())
                .getOrCreate();
    }

    static SparkSession session() {
        SparkSession.setActiveSession(Started.SESSION); // tests with a limit run in threads of their own
        return Started.SESSION;
    }

    static Dataset<Row> penguins() {
        return csv(session(), PENGUINS);
    }

    static Dataset<Row> csv(SparkSession session, Path file) {
        return session.read()
                .option("header", "true")
                .option("inferSchema", "true")
                .csv(file.toString());
    }

    static Dataset<Row> frame(String ddl, Object[]... rows) {
        List<Row> all = List.of(rows).stream().map(RowFactory::create).toList();
        return session().createDataFrame(all, StructType.fromDDL(ddl));
    }
}
