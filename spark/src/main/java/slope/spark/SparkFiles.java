package slope.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import slope.table.DataException;

/// Files where Spark's are: on a disk, in HDFS, in an object store.
final class SparkFiles {
    /// No model is larger, see `slope.onnx.format.Limits`.
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private SparkFiles() {}

    static boolean isFolder(Configuration hadoop, String path) {
        try {
            FileSystem files = files(hadoop, path);
            return files.exists(new Path(path))
                    && files.getFileStatus(new Path(path)).isDirectory();
        } catch (IOException problem) {
            throw unreadable(path, problem);
        }
    }

    /// All bytes of a file.
    ///
    /// @throws DataException if it cannot be read
    static byte[] read(Configuration hadoop, String path) {
        try {
            FileSystem files = files(hadoop, path);
            FileStatus status = files.getFileStatus(new Path(path));
            if (status.isDirectory() || status.getLen() > MOST_BYTES) {
                throw new DataException("%s is %s; name the model's file"
                        .formatted(path, status.isDirectory() ? "a folder" : "too large for a model"));
            }
            byte[] bytes = new byte[(int) status.getLen()];
            try (FSDataInputStream stream = files.open(new Path(path))) {
                stream.readFully(0, bytes);
            }
            return bytes;
        } catch (FileNotFoundException missing) {
            throw new DataException("there is no file %s".formatted(path), missing);
        } catch (IOException problem) {
            throw unreadable(path, problem);
        }
    }

    /// Writes a new file.
    static void write(Configuration hadoop, String path, byte[] bytes) {
        try (FSDataOutputStream stream = files(hadoop, path).create(new Path(path), false)) {
            stream.write(bytes);
        } catch (IOException problem) {
            throw unwritable(path, problem);
        }
    }

    /// Writes a file, or replaces one of the same name; it appears whole or not at all, where the file
    /// system can rename.
    static void replace(Configuration hadoop, String path, byte[] bytes) {
        try {
            FileSystem files = files(hadoop, path);
            Path part = new Path(path + ".part");
            Path whole = new Path(path);
            try (FSDataOutputStream stream = files.create(part, true)) {
                stream.write(bytes);
            }
            files.delete(whole, false);
            if (!files.rename(part, whole)) {
                throw new IOException("its new content is in %s and cannot be renamed".formatted(part));
            }
        } catch (IOException problem) {
            throw unwritable(path, problem);
        }
    }

    /// The names of the files in a folder; none where there is no folder.
    static List<String> names(Configuration hadoop, String folder) {
        try {
            return Stream.of(files(hadoop, folder).listStatus(new Path(folder)))
                    .map(file -> file.getPath().getName())
                    .toList();
        } catch (FileNotFoundException none) {
            return List.of();
        } catch (IOException problem) {
            throw unreadable(folder, problem);
        }
    }

    static void delete(Configuration hadoop, String path) {
        try {
            files(hadoop, path).delete(new Path(path), false);
        } catch (IOException problem) {
            throw unwritable(path, problem);
        }
    }

    /// Deletes a folder with all that is in it.
    static void deleteFolder(Configuration hadoop, String path) {
        try {
            files(hadoop, path).delete(new Path(path), true);
        } catch (IOException problem) {
            throw unwritable(path, problem);
        }
    }

    /// @throws DataException if it is no path
    private static FileSystem files(Configuration hadoop, String path) throws IOException {
        try {
            return new Path(path).getFileSystem(hadoop);
        } catch (IllegalArgumentException problem) {
            throw new DataException(
                    "\"%s\" is no path of a file or folder: %s".formatted(path, String.valueOf(problem.getMessage())),
                    problem);
        }
    }

    private static DataException unwritable(String path, IOException problem) {
        return new DataException(
                "%s cannot be written: %s".formatted(path, String.valueOf(problem.getMessage())), problem);
    }

    private static DataException unreadable(String path, IOException problem) {
        return new DataException(
                "%s cannot be read: %s".formatted(path, String.valueOf(problem.getMessage())), problem);
    }
}
