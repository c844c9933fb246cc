package slope.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import slope.table.DataException;

/// Reads files that are there as a whole: as many bytes as they have when they are opened, and no more. A device may
/// have
/// no end, and opening a pipe may wait for ever.
public final class RegularFile {
    private RegularFile() {}

    /// All bytes of a file.
    ///
    /// @param most how many there may be
    /// @throws DataException if it is a folder, a device or a pipe, is larger, or becomes shorter meanwhile
    /// @throws IOException if it is not there or the system refuses
    public static byte[] read(Path file, int most) throws IOException {
        long size = sizeOf(file);
        if (size > most) {
            throw new DataException(
                    String.format(Locale.ROOT, "%s is larger than %,d MB, the most that is read", file, most >> 20));
        }
        byte[] bytes = new byte[(int) size];
        try (InputStream stream = Files.newInputStream(file)) {
            if (stream.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new DataException("%s became shorter while it was read; try again".formatted(file));
            }
        }
        return bytes;
    }

    /// How many bytes a file has.
    ///
    /// @throws DataException if it is a folder, a device or a pipe
    /// @throws IOException if it is not there or the system refuses
    public static long sizeOf(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        if (found.isDirectory()) {
            throw new DataException("%s is a folder; name a file in it".formatted(file));
        }
        if (!found.isRegularFile()) {
            throw new DataException(
                    "%s is a device or a pipe; copy what it holds to a file, and name that".formatted(file));
        }
        return found.size();
    }
}
