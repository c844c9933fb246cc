package slope.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.table.DataException;

/// Files that a person named, each as the kind that its name tells.
final class SourceFiles {
    private SourceFiles() {}

    /// @param said what all of them hold, if their names do not tell it
    /// @param sheet of each workbook
    /// @throws DataException if they are of several kinds, or of one that is not read
    static List<TableFile> of(List<Path> paths, Optional<String> said, Optional<String> sheet, ReadOptions options) {
        Map<FileFormat, Path> first = new EnumMap<>(FileFormat.class);
        List<TableFile> files = new ArrayList<>();
        for (Path path : paths) {
            FileFormat format = said.map(FileFormat.TITLES::get).orElseGet(() -> format(path));
            first.putIfAbsent(format, path);
            if (sheet.isPresent() && format != FileFormat.EXCEL) {
                throw new DataException(path + " has no sheets; those of a workbook (.xlsx) have names");
            }
            files.add(TableFile.of(format, path, path, options, sheet));
        }
        if (first.size() > 1) {
            throw new DataException("the pattern matches files of different kinds, such as %s; name one kind only"
                    .formatted(
                            first.values().stream().map(Path::toString).sorted().collect(Collectors.joining(" and "))));
        }
        return files;
    }

    private static FileFormat format(Path path) {
        return ZippedFile.isOne(path) ? ZippedFile.format(path) : FileFormat.required(path);
    }
}
