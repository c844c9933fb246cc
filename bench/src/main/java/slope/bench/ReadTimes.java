package slope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import slope.tables.TableFiles;

/// Reads a CSV file once, by Slope or by DuckDB into a table of its own, and prints the seconds, those of all cores,
/// and the memory that the process has needed. It is a first reading: what Java compiles for it counts, the loading
/// of DuckDB's library does not. `bench/read.py` compares them.
public final class ReadTimes {
    private ReadTimes() {}

    /// Reads a file once.
    ///
    /// @param arguments slope or duckdb, and the file
    public static void main(String[] arguments) throws IOException, SQLException {
        String file = arguments[1];
        switch (arguments[0]) {
            case "slope" -> {
                Start start = Start.now();
                TableFiles.read(file);
                start.tell();
            }
            case "duckdb" -> readByDuckDb(file);
            default -> throw new IllegalArgumentException("slope or duckdb, not " + arguments[0]);
        }
    }

    private static void readByDuckDb(String file) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Start start = Start.now();
            statement.execute("create table t as select * from read_csv('%s')".formatted(file.replace("'", "''")));
            start.tell();
        }
    }

    /// When a reading began.
    ///
    /// @param nanos by the clock
    /// @param cores what all cores had spent by then
    private record Start(long nanos, Duration cores) {
        static Start now() {
            return new Start(System.nanoTime(), spent());
        }

        void tell() throws IOException {
            double cores = spent().minus(cores()).toNanos() / 1e9;
            double seconds = (System.nanoTime() - nanos) / 1e9;
            System.out.printf(Locale.ROOT, "%.3f %.3f %d%n", seconds, cores, megabytes());
        }

        private static Duration spent() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        /// The most memory that the process has had, as Linux tells it.
        private static long megabytes() throws IOException {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }
}
