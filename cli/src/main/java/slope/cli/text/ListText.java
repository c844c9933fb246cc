package slope.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.TypeConversionException;

/// The values of an option that takes several, as a line of CSV: separated by commas, and one with a
/// comma in double quotes, or with a backslash before it.
///
/// @param text as it was written
/// @param values in the order in which they were written
public record ListText(String text, List<String> values) {
    private static final Pattern VALUE =
            Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*+)\"|((?:\\\\,|[^\",])(?:\\\\,|[^,])*+)?),");

    /// For the descriptions of such options.
    public static final String RULE = "separated by commas; one with a comma in double quotes: '\"a,b\",c'";

    static final String OPEN_QUOTE =
            "a double quote has to be closed before a comma; within quotes, two of them stand for one";

    public ListText {
        values = List.copyOf(values);
    }

    /// Reads a text. An empty one has no values: it empties a list that a request has.
    ///
    /// @throws TypeConversionException if a quote is not closed, or something follows it
    public static ListText of(String text) {
        List<String> values = new ArrayList<>();
        if (text.isEmpty()) {
            return new ListText(text, values);
        }
        Matcher value = VALUE.matcher(text + ",");
        int end = 0;
        while (value.find()) {
            end = value.end();
            values.add(
                    value.group(1) != null
                            ? value.group(1).replace("\"\"", "\"")
                            : value.group(2) == null ? "" : value.group(2).replace("\\,", ","));
        }
        if (end <= text.length()) {
            throw new TypeConversionException(OPEN_QUOTE);
        }
        return new ListText(text, values);
    }

    /// The names of an option that was given several times. A text that is the very name of a column, commas and
    /// all, is that one.
    public static List<String> names(List<ListText> given, TableNames table) {
        return given.stream()
                .flatMap(each ->
                        each.values.size() > 1 && table.has(each.text) ? Stream.of(each.text) : each.values.stream())
                .toList();
    }

    /// The same, each once.
    public static Set<String> set(List<ListText> given, TableNames table) {
        return new LinkedHashSet<>(names(given, table));
    }

    /// A value as it is written in a list.
    public static String written(String value) {
        return value.indexOf(',') >= 0 || value.startsWith("\"") ? quoted(value) : value;
    }

    static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
