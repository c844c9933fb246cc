package slope.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.sql.SparkSession;

/// Files of this machine which nobody but the session has heard of, as of a store whose keys are set on it; a folder
/// that is deleted stays, as if the driver had ended before. Writing can be as slow as a test likes.
public final class KeptFiles extends RawLocalFileSystem {
    private static final String SCHEME = "kept";
    private static volatile CountDownLatch mayEnd = new CountDownLatch(0);

    /// Makes the session know them, with writing that does not wait.
    static void known(SparkSession session) {
        session.conf().set("fs.%s.impl".formatted(SCHEME), KeptFiles.class.getName());
        mayEnd = new CountDownLatch(0);
    }

    /// Lets no checkpoint be written until the latch is at 0.
    static void slowedBy(CountDownLatch latch) {
        mayEnd = latch;
    }

    static String uri(Path folder) {
        return "%s://%s".formatted(SCHEME, folder.toAbsolutePath());
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FSDataOutputStream create(
            org.apache.hadoop.fs.Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        if (file.getName().startsWith("epoch-")) {
            try {
                mayEnd.await(5, TimeUnit.MINUTES);
            } catch (InterruptedException ended) {
                throw new IOException("ended", ended);
            }
        }
        return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
        return !recursive && super.delete(path, false);
    }
}
