package slope.tables;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The kinds of files, told by their names.
enum FileFormat {
    CSV("csv(\\.gz)?"),
    TSV("(tsv|tab)(\\.gz)?"),
    PARQUET("parquet"), // packed inside
    JSON("(json|jsonl|ndjson)(\\.gz)?");

    /// For sentences about names that tell nothing.
    static final String KNOWN_ENDINGS =
            ".csv, .tsv, .tab, .parquet, .json, .jsonl and .ndjson, all but .parquet also with .gz";

    private final Pattern ending;

    FileFormat(String ending) {
        this.ending = Pattern.compile(".*\\." + ending, Pattern.DOTALL);
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
