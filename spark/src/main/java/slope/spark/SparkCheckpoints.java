package slope.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import slope.checkpoint.Checkpoint;
import slope.checkpoint.Identity;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.table.DataException;

/// States of a training in a folder that all workers see, the last two of them.
final class SparkCheckpoints {
    private static final Pattern NAME = Pattern.compile("epoch-(\\d{1,9})\\.checkpoint");

    private final Configuration hadoop;
    private final String folder;

    SparkCheckpoints(Configuration hadoop, String folder) {
        this.hadoop = hadoop;
        this.folder = folder;
    }

    /// Refuses a folder in which nothing can be written, before an epoch is trained for it.
    ///
    /// @throws DataException if it is such
    void requireWritable() {
        String file = "%s/writable".formatted(folder);
        SparkFiles.replace(hadoop, file, new byte[0]);
        SparkFiles.delete(hadoop, file);
    }

    /// Refuses a folder whose newest state cannot be gone on from.
    ///
    /// @throws DataException if it is of another training, or damaged
    void requireOf(FitPlan plan, Identity identity) {
        int epoch = newest();
        if (epoch > 0) {
            state(epoch, plan, identity);
        }
    }

    /// The number of the last epoch that was written; 0 if there is none.
    int newest() {
        return numbers().stream().findFirst().orElse(0);
    }

    /// From the newest to the oldest.
    private List<Integer> numbers() {
        return SparkFiles.names(hadoop, folder).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.parseInt(name.group(1)))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// The state after an epoch. A sentence names the place that people know, and not the file through which the bytes
    /// pass.
    ///
    /// @throws DataException if it is of another training, or damaged
    FitState state(int epoch, FitPlan plan, Identity identity) {
        byte[] bytes = SparkFiles.read(hadoop, path(epoch));
        return throughFile(file -> {
            Files.write(file, bytes);
            try {
                return Checkpoint.read(file).state(plan, identity);
            } catch (DataException problem) {
                throw new DataException(String.valueOf(problem.getMessage())
                        .replace(file.toString(), path(epoch))
                        .replace(String.valueOf(file.getParent()), folder));
            }
        });
    }

    /// @param bytes see [#bytes]
    void write(int epoch, byte[] bytes) {
        SparkFiles.replace(hadoop, path(epoch), bytes);
        numbers().stream().skip(2).forEach(older -> SparkFiles.delete(hadoop, path(older)));
    }

    private String path(int epoch) {
        return "%s/epoch-%s.checkpoint".formatted(folder, epoch);
    }

    /// A state as a checkpoint's bytes, to be sent or written where there are no paths of this machine.
    static byte[] bytes(Identity identity, FitState state) {
        return throughFile(file -> {
            Checkpoint.write(file, 1, identity, state);
            return Files.readAllBytes(file);
        });
    }

    /// The state in a checkpoint's bytes.
    static FitState state(byte[] bytes, FitPlan plan, Identity identity) {
        return throughFile(file -> {
            Files.write(file, bytes);
            return Checkpoint.read(file).state(plan, identity);
        });
    }

    private interface Use<T> {
        T of(Path file) throws IOException;
    }

    private static <T> T throughFile(Use<T> use) {
        try {
            Path folder = Files.createTempDirectory("slope");
            Path file = folder.resolve("a.checkpoint");
            try {
                return use.of(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException problem) {
            throw new DataException(
                    "the folder for temporary files cannot be used: " + String.valueOf(problem.getMessage()), problem);
        }
    }
}
