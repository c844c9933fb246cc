package slope.cli.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;
import slope.tables.ReadOptions;

/// The texts of missing values as they are typed: `n/a` for all columns, `city=NA` for one, and
/// `country=` where a column has none.
///
/// @param items in the order in which they were written
public record MissingText(List<Item> items) {
    private static final String PART = "\"(?:[^\"]|\"\")*+\"";
    private static final Pattern ITEM =
            Pattern.compile("\\G(?:(%s|[^\",=][^,=]*+)=)?(%s|(?:[^\",][^,]*+)?),".formatted(PART, PART));

    /// For the descriptions of such options.
    public static final String RULE = "for one column as city=NA, in place of the others; country= has none, so that NA"
            + " is Namibia. One with a comma or = in double quotes";

    public MissingText {
        items = List.copyOf(items);
    }

    /// A text of missing values.
    ///
    /// @param column empty for all columns that have none of their own
    public record Item(Optional<String> column, String text) {}

    /// Reads a text.
    ///
    /// @throws TypeConversionException if a quote is not closed, or something follows it
    public static MissingText of(String text) {
        List<Item> items = new ArrayList<>();
        Matcher item = ITEM.matcher(text + ",");
        int end = 0;
        while (item.find()) {
            end = item.end();
            items.add(new Item(Optional.ofNullable(item.group(1)).map(MissingText::bare), bare(item.group(2))));
        }
        if (end <= text.length()) {
            throw new TypeConversionException(ListText.OPEN_QUOTE);
        }
        return new MissingText(items);
    }

    /// The reading with these texts: those for all columns in place of the ones before.
    public static ReadOptions on(ReadOptions before, List<MissingText> given) {
        Set<String> everywhere = new LinkedHashSet<>();
        Map<String, Set<String>> byColumn = new HashMap<>();
        given.stream()
                .flatMap(each -> each.items.stream())
                .forEach(item -> item.column()
                        .map(column -> byColumn.computeIfAbsent(column, first -> new HashSet<>()))
                        .orElse(everywhere)
                        .add(item.text));
        everywhere.remove("");
        ReadOptions reading = everywhere.isEmpty() && !isEmptied(given) ? before : before.missing(everywhere);
        for (Map.Entry<String, Set<String>> column : byColumn.entrySet()) {
            column.getValue().remove("");
            reading = reading.missing(column.getKey(), column.getValue());
        }
        return reading;
    }

    /// Whether an empty text stands for all columns: it empties a list that a request has.
    private static boolean isEmptied(List<MissingText> given) {
        return given.stream()
                .flatMap(each -> each.items.stream())
                .anyMatch(item -> item.column.isEmpty() && item.text.isEmpty());
    }

    /// A text as it is typed.
    public static String written(String text) {
        return text.indexOf('=') > 0 ? ListText.quoted(text) : ListText.written(text);
    }

    private static String bare(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }
}
