package slope.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import slope.table.DataException;

/// Files where Spark's are: on a disk, in HDFS, in an object store.
final class SparkFiles {
    /// No model is larger, see `slope.onnx.format.Limits`.
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private SparkFiles() {}

    static boolean isFolder(SparkSession session, String path) {
        try {
            FileSystem files = files(session, path);
            return files.exists(new Path(path)) && files.getFileStatus(new Path(path)).isDirectory();
        } catch (IOException problem) {
            throw unreadable(path, problem);
        }
    }

    /// All bytes of a file.
    ///
    /// @throws DataException if it cannot be read
    static byte[] read(SparkSession session, String path) {
        try {
            FileSystem files = files(session, path);
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
    static void write(SparkSession session, String path, byte[] bytes) {
        try (FSDataOutputStream stream = files(session, path).create(new Path(path), false)) {
            stream.write(bytes);
        } catch (IOException problem) {
            throw new DataException(
                    "%s cannot be written: %s".formatted(path, String.valueOf(problem.getMessage())), problem);
        }
    }

    private static FileSystem files(SparkSession session, String path) throws IOException {
        return new Path(path).getFileSystem(session.sessionState().newHadoopConf());
    }

    private static DataException unreadable(String path, IOException problem) {
        return new DataException(
                "%s cannot be read: %s".formatted(path, String.valueOf(problem.getMessage())), problem);
    }
}
