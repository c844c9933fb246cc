package slope.serve.studio.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import slope.internal.file.WholeFile;
import slope.run.TrainingRequest;
import slope.table.DataException;

/// The folder of a run: its request, its events, its checkpoints, and what came of it.
///
/// @param number of the run, from 1
/// @param path of the folder
record RunFolder(int number, Path path) {
    private static final Pattern NAME = Pattern.compile("run-(\\d{1,8})");

    /// Those in a folder, in the order of their numbers.
    static List<RunFolder> in(Path folder) {
        List<RunFolder> runs = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            files.forEach(file -> number(file).ifPresent(number -> runs.add(new RunFolder(number, file))));
        } catch (IOException failure) {
            throw new DataException(
                    "the runs in %s cannot be found: %s".formatted(folder, WholeFile.reason(failure)), failure);
        }
        runs.removeIf(run -> !Files.isRegularFile(run.request()));
        runs.sort((one, other) -> Integer.compare(one.number, other.number));
        return runs;
    }

    private static OptionalInt number(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }

    /// A new one, with the next number that no other program takes.
    ///
    /// @param atLeast its number
    /// @throws DataException if there can be none
    static RunFolder make(Path folder, int atLeast) {
        try {
            Files.createDirectories(folder);
            for (int number = atLeast; ; number++) {
                Path path = folder.resolve("run-" + number);
                try {
                    return new RunFolder(number, Files.createDirectory(path));
                } catch (FileAlreadyExistsException taken) {
                    // By another studio, or a run that is deleted.
                }
            }
        } catch (IOException failure) {
            throw new DataException(
                    "no run can be kept in %s: %s".formatted(folder, WholeFile.reason(failure)), failure);
        }
    }

    Path request() {
        return path.resolve("request.json");
    }

    Path events() {
        return path.resolve("events.jsonl");
    }

    Path checkpoints() {
        return path.resolve("checkpoints");
    }

    Path model() {
        return path.resolve("model.onnx");
    }

    /// The training report.
    Path training() {
        return path.resolve("training.json");
    }

    Path outcome() {
        return path.resolve("outcome.json");
    }

    /// A run with this file is deleted, and can be restored.
    Path deleted() {
        return path.resolve("deleted");
    }

    /// Writes a text file whole.
    ///
    /// @throws DataException if it cannot be written
    static void write(Path file, String text) {
        WholeFile.write(file, part -> Files.writeString(part, text));
    }

    /// The text of a file, if it is there and can be read.
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    TrainingRequest readRequest() {
        return TrainingRequest.read(request());
    }

    /// When the run began, in UTC.
    String started() {
        try {
            return Files.getLastModifiedTime(request()).toInstant().toString();
        } catch (IOException notThere) {
            return "";
        }
    }

    /// Whether there is a checkpoint to go on from.
    boolean hasCheckpoint() {
        try (Stream<Path> files = Files.list(checkpoints())) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        } catch (IOException none) {
            return false;
        }
    }
}
