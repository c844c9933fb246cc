package slope.serve.studio.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import slope.internal.file.WholeFile;
import slope.serve.http.HttpException;
import slope.table.DataException;

/// The folder of the files that pages sent: tables, models. Each lies under the hash of its bytes,
/// so that the same file sent twice is one, and runs find theirs again.
public final class SentFiles {
    private static final int DIGITS = 16; // of the hash
    private static final Pattern NAME = Pattern.compile("[\\w.() +-]{1,100}", Pattern.UNICODE_CHARACTER_CLASS);

    private final Path folder;

    /// @param folder is made when it is needed
    public SentFiles(Path folder) {
        this.folder = folder;
    }

    /// Writes a file.
    public interface Writing {
        /// Writes all of it.
        ///
        /// @throws IOException if what is to be written does not come
        void write(OutputStream file) throws IOException;
    }

    /// The name of a file that is sent, which says what it holds.
    ///
    /// @throws HttpException if no file can be called that
    public static String name(String asked) {
        String name = asked.substring(Math.max(asked.lastIndexOf('/'), asked.lastIndexOf('\\')) + 1)
                .strip();
        if (!NAME.matcher(name).matches() || name.startsWith(".")) {
            throw new HttpException(
                    400, "a file cannot be called that here; letters, digits, spaces, points and dashes are possible");
        }
        return name;
    }

    /// Keeps a file.
    ///
    /// @param name as of [#name]
    /// @return where it is
    /// @throws IOException if its bytes do not come
    /// @throws DataException if it cannot be written
    public Path keep(String name, Writing writing) throws IOException {
        Path part = part();
        try {
            MessageDigest hash = sha256();
            try (OutputStream file = new DigestOutputStream(Files.newOutputStream(part), hash)) {
                writing.write(file);
            }
            String digits = HexFormat.of().formatHex(hash.digest()).substring(0, DIGITS);
            Path kept = Files.createDirectories(folder.resolve(digits)).resolve(name);
            return Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path part() {
        try {
            return Files.createTempFile(Files.createDirectories(folder), "arriving-", ".part");
        } catch (IOException failure) {
            throw new DataException(
                    "the file cannot be kept in %s: %s".formatted(folder, WholeFile.reason(failure)), failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
