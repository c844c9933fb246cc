package slope.tables;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /// What people call the formats of streams, and of files whose names do not tell theirs.
    static final Map<String, FileFormat> TITLES = new TreeMap<>(
            Map.of("csv", CSV, "tsv", TSV, "json", JSON, "jsonl", JSON, "parquet", PARQUET));

    /// What separates fields, if the format tells it.
    Optional<Character> delimiter() {
        return this == TSV ? Optional.of('\t') : Optional.empty();
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
