import java.util.Arrays;
import org.apache.spark.sql.SparkSession;

/// Slope on Spark measured beside what Spark has itself.
final class Measurements {
    private Measurements() {}

    /// Measures, and prints a line for each figure.
    ///
    /// @param arguments `steps`, `network ROWS`, `scoring ROWS [MODEL]`, `rows ROWS` or `level TRAIN TEST TARGET`
    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "" : arguments[0];
        String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
        try (SparkSession session = session()) {
            switch (what) {
                case "steps" -> StepTimes.print(session);
                case "network" -> NetworkTraining.print(session, Long.parseLong(rest[0]));
                case "scoring" -> ScoringRates.print(session, Long.parseLong(rest[0]));
                case "rows" -> RowScaling.print(session, Long.parseLong(rest[0]));
                case "level" -> LevelScores.print(session, rest[0], rest[1], rest[2]);
                default -> throw new IllegalArgumentException("\"" + what + "\" is nothing that is measured");
            }
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master(System.getProperty("slope.spark.master", "local[2]"))
                .appName("slope measurements")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "4")
                .getOrCreate();
    }

    static void line(String text) {
        System.out.println(text);
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }
}
