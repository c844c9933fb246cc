package slope.internal.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import slope.internal.text.NearestName;
import slope.table.DataException;
import slope.table.Remedy;

/// Refuses names of columns that a table does not have.
public final class RequiredColumns {
    private RequiredColumns() {}

    /// Refuses a column that is not there.
    ///
    /// @param asked all columns that were named
    /// @throws DataException about the first one that is not among the names
    public static void requireAll(Collection<String> asked, List<String> names) {
        List<String> missing = missing(asked, names);
        if (!missing.isEmpty()) {
            throw refusal(NearestName.unknownColumn(missing.getFirst(), asked, names), names);
        }
    }

    /// Refuses a table that lacks columns, with all of their names.
    ///
    /// @param where the name of the table in messages
    /// @param asked all columns that it should have
    /// @throws DataException if one is not among the names
    public static void requireAll(String where, Collection<String> asked, List<String> names) {
        List<String> missing = missing(asked, names);
        if (!missing.isEmpty()) {
            throw refusal(NearestName.missingColumns(where, missing, asked, names), names);
        }
    }

    private static DataException refusal(String sentence, List<String> names) {
        return HeaderCheck.nameLikeCell(names).isEmpty()
                ? new DataException(sentence)
                : new DataException(sentence + "; is the first line a row of the table?", new Remedy.ReadFirstLine());
    }

    private static List<String> missing(Collection<String> asked, List<String> names) {
        Set<String> there = new HashSet<>(names);
        return asked.stream().filter(name -> !there.contains(name)).toList();
    }
}
