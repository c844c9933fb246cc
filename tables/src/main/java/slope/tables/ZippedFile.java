package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import slope.table.DataException;

/// A zip file with one table in it, which is CSV, TSV or JSON.
final class ZippedFile {
    private ZippedFile() {}

    /// Whether the name says that it is one.
    static boolean isOne(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /// What is in it.
    ///
    /// @throws DataException if it holds no table, several files, or something that is not unpacked
    static FileFormat format(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            List<String> names = zip.stream()
                    .filter(ZippedFile::isContent)
                    .map(ZipEntry::getName)
                    .toList();
            if (names.size() != 1) {
                throw new DataException(
                        names.isEmpty()
                                ? path + " is a zip file without a file in it"
                                : "%s holds %s files: %s%s; unpack it and name the one to read"
                                        .formatted(
                                                path,
                                                names.size(),
                                                String.join(", ", names.subList(0, Math.min(5, names.size()))),
                                                names.size() > 5 ? ", …" : ""));
            }
            Path inside = Path.of(names.getFirst());
            FileFormat format = FileFormat.required(inside);
            if (!format.isText() || FileText.isPacked(inside)) {
                throw new DataException(
                        "%s holds \"%s\", which is packed in itself; unpack the zip file and name that one"
                                .formatted(path, inside));
            }
            return format;
        } catch (IOException failure) {
            throw FileText.unreadable(path, failure);
        }
    }

    /// The content of the one file, from the bytes of the zip file.
    static InputStream unpacked(Path name, InputStream bytes) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isContent(entry)) {
                    return zip;
                }
            }
        } catch (ZipException failure) {
            if (String.valueOf(failure.getMessage()).contains("encrypted")) {
                throw new DataException(name + " is encrypted; unpack it and name the file in it", failure);
            }
            throw failure;
        }
        throw new ZipException("no file");
    }

    /// Not a folder, and nothing that macOS adds of its own.
    private static boolean isContent(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store");
    }
}
