package slope.cli.model;

import java.util.Optional;
import picocli.CommandLine.Option;
import slope.table.DataException;
import slope.tables.Delimiter;
import slope.tables.ReadOptions;

/// The option for what separates the fields of CSV.
public final class DelimiterOptions {
    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "What separates the fields of CSV, such as ';', or tab. By default the first lines tell it.")
    private Optional<String> delimiter = Optional.empty();

    /// The same reading with the delimiter, if it is given.
    ///
    /// @throws DataException if it is none
    public ReadOptions on(ReadOptions reading) {
        return delimiter.map(DelimiterOptions::named).map(reading::delimiter).orElse(reading);
    }

    private static Delimiter named(String text) {
        return Delimiter.named(text)
                .orElseThrow(() -> new DataException(
                        ("--delimiter takes one character that is no letter, digit, blank or quote, or tab, and not"
                                        + " \"%s\"")
                                .formatted(text)));
    }
}
