package slope.tables;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import slope.table.DataException;
import slope.table.Remedy;

/// The kinds of files, told by their names.
enum FileFormat {
    CSV("csv(\\.gz)?"),
    TSV("(tsv|tab)(\\.gz)?"),
    PARQUET("parquet"), // packed inside
    JSON("(json|jsonl|ndjson)(\\.gz)?"),
    EXCEL("xlsx"); // packed inside

    /// For sentences about names that tell nothing: what is written.
    static final String WRITTEN =
            ".csv, .tsv, .tab, .parquet, .json, .jsonl and .ndjson, all but .parquet also with .gz";

    /// What is read.
    static final String READ = WRITTEN + " or in a .zip, and .xlsx";

    private final Pattern ending;

    FileFormat(String ending) {
        this.ending = Pattern.compile(".*\\." + ending, Pattern.DOTALL);
    }

    /// What people call the formats of streams, and of files whose names do not tell theirs.
    static final Map<String, FileFormat> TITLES = new TreeMap<>(
            Map.of("csv", CSV, "tsv", TSV, "json", JSON, "jsonl", JSON, "parquet", PARQUET, "xlsx", EXCEL));

    /// What separates fields, most likely.
    char delimiter() {
        return this == TSV ? '\t' : ',';
    }

    boolean isText() {
        return this != PARQUET && this != EXCEL;
    }

    /// The format of a file that is to be read.
    ///
    /// @throws DataException if its name tells none that is read
    static FileFormat required(Path file) {
        return of(file).orElseThrow(() -> OtherFormat.of(file)
                .map(other -> new DataException("\"%s\" is %s, which is not read; %s (read are %s)"
                        .formatted(file, other.words(), other.way(), READ)))
                .orElseGet(() -> new DataException(
                        "the name \"%s\" does not tell what is in the file; known are %s".formatted(file, READ),
                        new Remedy.NameFormat())));
    }

    static Optional<FileFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (FileFormat format : values()) {
            if (format.ending.matcher(name).matches()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
