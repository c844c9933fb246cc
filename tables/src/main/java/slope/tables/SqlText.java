package slope.tables;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import slope.table.DataException;

/// SQL that a person wrote to read rows.
final class SqlText {
    /// The words that a query begins with, behind brackets.
    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table", "from");

    /// What holds no word and no end of a statement: text, names in quotes, comments.
    private static final Pattern ASIDE = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1", Pattern.DOTALL);

    private SqlText() {}

    /// Refuses what is not one query.
    ///
    /// @throws DataException if so
    static void requireQuery(String sql) {
        String bare = ASIDE.matcher(sql).replaceAll(" ").strip().replaceFirst(";\\s*$", "");
        String first = bare.replaceFirst("^[(\\s]+", "").replaceFirst("(?s)\\W.*", "");
        if (!QUERIES.contains(first.toLowerCase(Locale.ROOT))) {
            throw new DataException(
                    "the query begins with \"%s\"; one SELECT is wanted, which changes nothing".formatted(first));
        }
        if (bare.contains(";")) {
            throw new DataException("the query has several statements; one SELECT is wanted");
        }
    }
}
