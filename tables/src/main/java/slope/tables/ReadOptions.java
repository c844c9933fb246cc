package slope.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.NumberColumn;
import slope.table.Spelling;
import slope.table.Table;
import slope.table.Written;

/// Options for reading the columns and cells of a file. A value: each method with an option gives
/// others.
///
///     ReadOptions options = ReadOptions.none().categorical(Set.of("zip")).missing(Set.of("n/a"));
public final class ReadOptions {
    /// The notation of numbers as programs write them.
    public static final String PLAIN = PlainNotation.NUMBER.pattern();

    private final Columns columns;
    private final Cells cells;
    private final Form form;

    /// What the names of a file's folders mean.
    public enum Folders {
        /// Nothing: the file has all columns.
        PLACES,
        /// Those such as `year=2024` hold the value of a column for each row of the file, as Hive
        /// and Spark write them.
        COLUMNS
    }

    /// What the first line of a CSV file is.
    public enum FirstLine {
        /// The names of the columns.
        NAMES,
        /// A row; the columns are named c1, c2 and so on.
        ROW
    }

    /// What happens to lines of a CSV file that have another number of fields than the header.
    public enum BadLines {
        /// The first of them is refused.
        REFUSED,
        /// They are left out, and their number is told.
        SKIPPED
    }

    /// What cells mean.
    ///
    /// @param missing the text of missing values
    /// @param missingIn the same in some columns
    /// @param decimal the decimal mark, if it is said
    private record Cells(
            MissingTexts missing,
            Map<String, MissingTexts> missingIn,
            Spelling spelling,
            Optional<DecimalMark> decimal) {
        Cells {
            missingIn = Map.copyOf(missingIn);
        }
    }

    /// How files are laid out.
    ///
    /// @param delimiter between the fields of CSV, if it is said
    private record Form(Folders folders, FirstLine firstLine, BadLines badLines, Optional<Delimiter> delimiter) {}

    /// Columns that are not read as what their cells are.
    ///
    /// @param notations of columns whose cells are numbers in a notation that is known
    private record Columns(
            Set<String> categorical,
            Set<String> numeric,
            Set<String> ignored,
            Map<String, DateOrder> dates,
            Map<String, Notation> notations) {
        Columns {
            categorical = Set.copyOf(categorical);
            numeric = Set.copyOf(numeric);
            ignored = Set.copyOf(ignored);
            dates = Map.copyOf(dates);
            notations = Map.copyOf(notations);
        }
    }

    private ReadOptions(Columns columns, Cells cells, Form form) {
        this.columns = columns;
        this.cells = cells;
        this.form = form;
    }

    /// Nothing said: every column is read as what its cells are.
    public static ReadOptions none() {
        return new ReadOptions(
                new Columns(Set.of(), Set.of(), Set.of(), Map.of(), Map.of()),
                new Cells(MissingTexts.of(Set.of()), Map.of(), Spelling.SPACES_COUNT, Optional.empty()),
                new Form(Folders.PLACES, FirstLine.NAMES, BadLines.REFUSED, Optional.empty()));
    }

    /// How files are laid out, and nothing about their columns and cells.
    ReadOptions formAlone() {
        return new ReadOptions(none().columns, none().cells, form);
    }

    /// Columns whose cells are read as text, as written. For codes that look like numbers.
    public Set<String> categorical() {
        return columns.categorical;
    }

    public ReadOptions categorical(Set<String> categorical) {
        return with(new Columns(categorical, columns.numeric, columns.ignored, columns.dates, columns.notations));
    }

    /// Columns whose cells are numbers, also where one has a leading zero, which makes codes of the
    /// others. A cell that is no number is refused.
    public Set<String> numeric() {
        return columns.numeric;
    }

    public ReadOptions numeric(Set<String> numeric) {
        return with(new Columns(columns.categorical, numeric, columns.ignored, columns.dates, columns.notations));
    }

    /// Columns that are not read at all, whatever they hold.
    public Set<String> ignored() {
        return columns.ignored;
    }

    public ReadOptions ignored(Set<String> ignored) {
        return with(new Columns(columns.categorical, columns.numeric, ignored, columns.dates, columns.notations));
    }

    /// Columns of dates, and the order that text writes them in, besides those that begin with the
    /// year. In other columns the cells tell whether they are dates, and in which order.
    public Map<String, DateOrder> dates() {
        return columns.dates;
    }

    public ReadOptions dates(Map<String, DateOrder> dates) {
        return with(new Columns(columns.categorical, columns.numeric, columns.ignored, dates, columns.notations));
    }

    /// How text writes the numbers of a column, where that is known: the number 1234.5 in its
    /// notation, such as `$1,234.5` or `1.234,5 kg`; 1234 in one without decimals; `h:mm`,
    /// `h:mm:ss` or `P1D` of times. A cell that is no such number is refused. `text` says that
    /// numbers are codes. In other columns the cells tell it.
    public Map<String, String> notations() {
        Map<String, String> patterns = new HashMap<>();
        columns.notations.forEach((name, notation) -> patterns.put(name, notation.pattern()));
        return patterns;
    }

    /// The same for columns with these notations.
    ///
    /// @throws IllegalArgumentException if one is none
    public ReadOptions notations(Map<String, String> patterns) {
        Map<String, Notation> notations = new HashMap<>();
        patterns.forEach((name, pattern) -> notations.put(name, Notation.of(pattern)));
        return with(new Columns(columns.categorical, columns.numeric, columns.ignored, columns.dates, notations));
    }

    /// The decimal mark of text, where the cells of a column leave it open: `1,200` is 1200 or 1.2.
    public Optional<DecimalMark> decimal() {
        return cells.decimal;
    }

    public ReadOptions decimal(DecimalMark decimal) {
        return with(new Cells(cells.missing, cells.missingIn, cells.spelling, Optional.of(decimal)));
    }

    /// The same, and columns are of the kinds that they have in this table, dates in the same order
    /// and numbers in the same notation: for more rows like its own, which may be too few to tell.
    public ReadOptions asIn(Table table) {
        Map<String, DateOrder> orders = new HashMap<>();
        Map<String, Notation> notations = new HashMap<>();
        for (Column column : table.columns()) {
            if (column instanceof DateColumn dates) {
                orders.put(column.name(), dates.order());
            }
            if (column.missingCount() < column.rows()) {
                notation(column).ifPresent(notation -> notations.put(column.name(), notation));
            }
        }
        return with(new Columns(columns.categorical, columns.numeric, columns.ignored, orders, notations));
    }

    private static Optional<Notation> notation(Column column) {
        return switch (column) {
            case NumberColumn numbers ->
                Optional.of(numbers.written()
                        .map(Written::pattern)
                        .map(Notation::of)
                        .orElse(PlainNotation.NUMBER));
            case CategoryColumn ignored -> Optional.of(PlainNotation.TEXT);
            case DateColumn ignored -> Optional.empty();
            case BooleanColumn ignored -> Optional.empty();
        };
    }

    /// The same, and what the cells of a table have told of its columns is known from now on: the
    /// notations of numbers, and which of them are codes. So a model keeps how its table was read.
    public ReadOptions found(Table table) {
        Map<String, Notation> notations = new HashMap<>(columns.notations);
        for (Column column : table.columns()) {
            boolean isTold = column.written().isPresent()
                    || (column instanceof CategoryColumn texts
                            && texts.categories().stream()
                                    .allMatch(text -> !Double.isNaN(PlainNotation.NUMBER.number(text))));
            if (isTold && !columns.categorical.contains(column.name())) {
                notation(column).ifPresent(notation -> notations.put(column.name(), notation));
            }
        }
        return with(new Columns(columns.categorical, columns.numeric, columns.ignored, columns.dates, notations));
    }

    /// What is known of a column's cells.
    KnownMeaning meaning(String column) {
        if (columns.categorical.contains(column) || PlainNotation.TEXT.equals(columns.notations.get(column))) {
            return KnownMeaning.TEXT;
        }
        return columns.numeric.contains(column) || columns.notations.containsKey(column)
                ? KnownMeaning.NUMBERS
                : KnownMeaning.TO_BE_FOUND;
    }

    /// How a column's numbers are written, if that is known.
    Optional<Notation> notation(String column) {
        return Optional.ofNullable(columns.notations.get(column));
    }

    /// Whether text that looks like a plain number may be something else in a column: 1.234 may be
    /// 1234, 0.12 may be 12%, and 20110131 a date.
    boolean areNumbersText(String column) {
        return columns.dates.containsKey(column)
                || notation(column)
                        .map(each -> each.hasDecimalComma() || each.refusesPlain())
                        .orElse(cells.decimal.isPresent() && cells.decimal.get() == DecimalMark.COMMA);
    }

    private ReadOptions with(Columns other) {
        return new ReadOptions(other, cells, form);
    }

    private ReadOptions with(Cells other) {
        return new ReadOptions(columns, other, form);
    }

    private ReadOptions with(Form other) {
        return new ReadOptions(columns, cells, other);
    }

    /// The text of missing values besides an empty cell, such as `n/a` or `-999`; spaces around a
    /// cell do not matter here, upper and lower case do. Among numbers, `-999.0` is `-999`.
    public Set<String> missing() {
        return Set.copyOf(cells.missing.texts());
    }

    public ReadOptions missing(Set<String> missing) {
        return with(new Cells(MissingTexts.of(missing), cells.missingIn, cells.spelling, cells.decimal));
    }

    /// The text of missing values in some columns, in place of [#missing()]: none at all, where `NA`
    /// is Namibia.
    public Map<String, Set<String>> missingIn() {
        return cells.missingIn.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> Set.copyOf(column.getValue().texts())));
    }

    /// The same with the text of missing values in one column.
    public ReadOptions missing(String column, Set<String> missing) {
        Map<String, MissingTexts> more = new HashMap<>(cells.missingIn);
        more.put(column, MissingTexts.of(missing));
        return with(new Cells(cells.missing, more, cells.spelling, cells.decimal));
    }

    /// What is missing in a column.
    MissingTexts missingTexts(String column) {
        return cells.missingIn.getOrDefault(column, cells.missing);
    }

    /// Which texts of categories are spellings of the same.
    public Spelling spelling() {
        return cells.spelling;
    }

    public ReadOptions spelling(Spelling spelling) {
        return with(new Cells(cells.missing, cells.missingIn, spelling, cells.decimal));
    }

    /// What the names of a file's folders mean.
    public Folders folders() {
        return form.folders;
    }

    public ReadOptions folders(Folders folders) {
        return with(new Form(folders, form.firstLine, form.badLines, form.delimiter));
    }

    /// What the first line of a CSV file is.
    public FirstLine firstLine() {
        return form.firstLine;
    }

    public ReadOptions firstLine(FirstLine firstLine) {
        return with(new Form(form.folders, firstLine, form.badLines, form.delimiter));
    }

    /// What happens to lines of a CSV file that have another number of fields than the header.
    public BadLines badLines() {
        return form.badLines;
    }

    public ReadOptions badLines(BadLines badLines) {
        return with(new Form(form.folders, form.firstLine, badLines, form.delimiter));
    }

    /// What separates the fields of CSV, if it is said; else the first lines of a file tell it.
    public Optional<Delimiter> delimiter() {
        return form.delimiter;
    }

    public ReadOptions delimiter(Delimiter delimiter) {
        return with(new Form(form.folders, form.firstLine, form.badLines, Optional.of(delimiter)));
    }
}
