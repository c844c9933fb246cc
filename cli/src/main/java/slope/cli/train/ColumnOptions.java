package slope.cli.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slope.cli.model.DateOrderOptions;
import slope.cli.model.DelimiterOptions;
import slope.cli.model.FolderOptions;
import slope.cli.text.ListText;
import slope.cli.text.MissingText;
import slope.cli.text.TableNames;
import slope.run.TrainingRequest;
import slope.table.DateOrder;
import slope.table.Spelling;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns.Leaks;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.BadLines;
import slope.tables.ReadOptions.FirstLine;

/// The options for reading columns and choosing inputs.
final class ColumnOptions {
    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            description = "Columns that are not inputs, " + ListText.RULE + ".")
    private List<ListText> ignored = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "COLUMN",
            description = "Columns that are inputs although they look like identifiers or free text.")
    private List<ListText> kept = new ArrayList<>();

    @Option(
            names = "--categorical",
            paramLabel = "COLUMN",
            description = "Columns whose numbers are codes for categories, separated by commas.")
    private List<ListText> categorical = new ArrayList<>();

    @Option(
            names = "--numeric",
            paramLabel = "COLUMN",
            description = "Columns of numbers some of which have leading zeros, and which are no codes for that.")
    private List<ListText> numeric = new ArrayList<>();

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            description = "Text of missing values besides empty cells, such as n/a; " + MissingText.RULE + ".")
    private List<MissingText> missing = new ArrayList<>();

    @Option(
            names = "--ignore-spaces",
            description = "Spaces around a category make no other one of it. Else they do, and that is pointed out.")
    private Optional<Boolean> ignoreSpaces = Optional.empty();

    @Option(
            names = "--no-header",
            description = "The first line of CSV is a row; the columns are named c1, c2 and so on.")
    private Optional<Boolean> noHeader = Optional.empty();

    @Option(
            names = "--skip-bad-lines",
            description = "Leave out lines of CSV that have another number of fields than the header, and say how many"
                    + " they are.")
    private Optional<Boolean> skipBadLines = Optional.empty();

    @Mixin
    private DelimiterOptions delimiter = new DelimiterOptions();

    @Mixin
    private DecimalOptions decimal = new DecimalOptions();

    @Mixin
    private DateOrderOptions dates = new DateOrderOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(
            names = "--drop-leaks",
            description = "Leave out columns that predict the target on their own; by default they are only reported.")
    private Optional<Boolean> dropLeaks = Optional.empty();

    /// How a file is laid out, as far as the options say it: enough to read its header.
    ReadOptions header() {
        return delimiter.on(ReadOptions.none().firstLine(firstLine().orElse(FirstLine.NAMES)));
    }

    private Optional<FirstLine> firstLine() {
        return noHeader.map(asked -> asked ? FirstLine.ROW : FirstLine.NAMES);
    }

    /// The request with the chosen columns; ignored ones are not read.
    ///
    /// @param table that has them
    /// @throws slope.table.DataException if a column has two orders of day and month
    TrainingRequest on(TrainingRequest request, TableNames table) {
        ReadOptions before = MissingText.on(request.reading(), missing);
        Map<String, DateOrder> orders = new HashMap<>(before.dates());
        orders.putAll(dates.orders(table));
        ReadOptions reading = before.categorical(
                        categorical.isEmpty() ? before.categorical() : ListText.set(categorical, table))
                .numeric(numeric.isEmpty() ? before.numeric() : ListText.set(numeric, table))
                .ignored(ignored.isEmpty() ? before.ignored() : ListText.set(ignored, table))
                .spelling(ignoreSpaces
                        .map(asked -> asked ? Spelling.SPACES_IGNORED : Spelling.SPACES_COUNT)
                        .orElse(before.spelling()))
                .firstLine(firstLine().orElse(before.firstLine()))
                .badLines(skipBadLines
                        .map(asked -> asked ? BadLines.SKIPPED : BadLines.REFUSED)
                        .orElse(before.badLines()))
                .dates(orders)
                .folders(folders.folders().orElse(before.folders()));
        reading = decimal.mark().map(reading::decimal).orElse(reading);
        reading = delimiter.on(reading);
        ColumnSelection columns = request.estimator().columns();
        columns = kept.isEmpty() ? columns : columns.kept(ListText.set(kept, table));
        columns = dropLeaks
                .map(asked -> asked ? Leaks.DROPPED : Leaks.KEPT)
                .map(columns::leaks)
                .orElse(columns);
        return request.reading(reading).estimator(request.estimator().columns(columns));
    }
}
