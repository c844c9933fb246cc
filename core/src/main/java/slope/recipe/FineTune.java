package slope.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import slope.model.FittedNetwork;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NearestName;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Remedy;
import slope.table.Table;
import slope.table.profile.InputColumns;
import slope.target.TargetChoice;

/// A network that was trained before, fitted to a table it goes on with.
///
/// Its columns are found by name. A network that takes numbers as they are, as other programs write them,
/// has no names to speak of: where the table lacks them, its columns are the inputs in the table's order,
/// those to predict and those that have another part aside, and have to be as many.
public final class FineTune {
    private FineTune() {}

    /// The network with the table's names.
    ///
    /// @param others columns of the table that are no inputs
    /// @throws DataException if the table does not suit it; the sentence says what to do
    public static FittedNetwork fitted(FittedNetwork given, TargetChoice target, Set<String> others, Table table) {
        Set<String> apart = new HashSet<>(others);
        apart.addAll(target.columns());
        target.exposure().ifPresent(apart::add);
        return new FittedNetwork(
                encoding(given.encoding(), target, apart, table),
                target.renamed(given.target(), table),
                given.network());
    }

    /// The columns that it looks at, and the others.
    public static InputColumns columns(FittedNetwork fitted, Table table) {
        List<String> used = names(fitted.encoding());
        Set<String> known = new HashSet<>(used);
        known.addAll(fitted.target().columns());
        List<InputColumns.LeftOut> leftOut = new ArrayList<>();
        for (String name : table.names()) {
            if (!known.contains(name)) {
                leftOut.add(new InputColumns.LeftOut(name, "is no input of the network"));
            }
        }
        return new InputColumns(used, leftOut, List.of(), List.of());
    }

    /// The names of the columns, each once, in the order of the inputs.
    static List<String> names(TableEncoder encoding) {
        return List.copyOf(new LinkedHashSet<>(
                encoding.columns().stream().map(ColumnEncoder::column).toList()));
    }

    private static TableEncoder encoding(TableEncoder given, TargetChoice target, Set<String> apart, Table table) {
        List<String> wanted = names(given);
        if (!takesNumbersAsTheyAre(given)) {
            Set<String> asked = new LinkedHashSet<>(wanted);
            asked.addAll(target.columns());
            NearestName.requireAll(asked, table.names());
            return given;
        }
        List<String> found = wanted.stream().allMatch(name -> table.find(name).isPresent())
                ? wanted
                : inOrder(wanted.size(), target, apart, table);
        found.forEach(name -> requireNumbers(table.column(name)));
        return new TableEncoder(found.stream()
                .<ColumnEncoder>map(name -> new NumberEncoder(name, 0, new Scaler.Unchanged()))
                .toList());
    }

    private static boolean takesNumbersAsTheyAre(TableEncoder encoding) {
        return encoding.columns().stream()
                .allMatch(column ->
                        column instanceof NumberEncoder number && number.scaling() instanceof Scaler.Unchanged);
    }

    private static List<String> inOrder(int wanted, TargetChoice target, Set<String> apart, Table table) {
        List<String> left =
                table.names().stream().filter(name -> !apart.contains(name)).toList();
        if (left.size() != wanted) {
            String problem = String.format(
                    Locale.ROOT,
                    "the network takes %,d numbers, but beside \"%s\" there are %,d columns: %s",
                    wanted,
                    String.join(", ", target.columns()),
                    left.size(),
                    String.join(", ", left));
            throw left.size() > wanted
                    ? new DataException(problem, new Remedy.LeaveOutOthers(left.size() - wanted))
                    : new DataException(problem + "; it needs those it was trained on, in their order");
        }
        return left;
    }

    /// Nothing is known of how the network was trained, so nothing can be put in place of a missing number.
    private static void requireNumbers(Column column) {
        if (!(column instanceof NumberColumn)) {
            throw DataException.at(
                    Place.ofColumn(column.name()),
                    column.kind().words(),
                    "the network takes numbers as they are",
                    new Remedy.LeaveOutColumn(column.name()));
        }
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                throw DataException.at(
                        Place.ofCell(column.name(), row),
                        "no number",
                        "the network takes numbers as they are, so fill it in");
            }
        }
    }
}
