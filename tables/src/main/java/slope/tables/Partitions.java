package slope.tables;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import slope.table.DataException;
import slope.table.Remedy;

/// The columns that the folders of a file name, as in `sales/year=2024/month=3/part.parquet`. Hive, Spark and DuckDB
/// write tables so; each row of the file has the folder's value.
///
/// @param file as a person named it, or a pattern found it: folders above it that were not named do not count
/// @param cells the value of each column, as text, outermost folder first
record Partitions(Path file, SequencedMap<String, String> cells) {
    /// What Hive and Spark write for a missing value.
    private static final String MISSING = "__HIVE_DEFAULT_PARTITION__";

    /// No columns.
    static final Partitions NONE = new Partitions(Path.of(""), new LinkedHashMap<>());

    /// @throws DataException if two folders name the same column
    static Partitions of(Path file) {
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        Optional.ofNullable(file.getParent())
                .ifPresent(folders -> folders.forEach(folder -> {
                    String name = folder.toString();
                    int sign = name.indexOf('=');
                    if (sign > 0
                            && cells.put(decoded(name.substring(0, sign)), cell(name.substring(sign + 1))) != null) {
                        throw new DataException(
                                "%s: two folders name the column \"%s\"; rename one"
                                        .formatted(file, decoded(name.substring(0, sign))),
                                new Remedy.IgnoreFolders());
                    }
                }));
        return new Partitions(file, cells);
    }

    /// Whether a folder names this column.
    boolean has(String column) {
        return cells.containsKey(column);
    }

    /// What to say where the file has such a column too.
    DataException alsoInFile(String column) {
        return new DataException(
                "%s: the column \"%s\" is in the file and in the name of a folder (\"%s=%s\"); rename one"
                        .formatted(file, column, column, cells.get(column)),
                new Remedy.IgnoreFolders(),
                new Remedy.LeaveOutColumn(column));
    }

    private static String cell(String value) {
        return value.equals(MISSING) ? "" : decoded(value);
    }

    /// What stands for characters that a folder's name cannot have, such as `%2F` for a slash.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return text; // a percent sign that stands for itself
        }
    }
}
