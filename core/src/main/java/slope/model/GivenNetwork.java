package slope.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import slope.data.Column;
import slope.data.ColumnEncoding;
import slope.data.DataException;
import slope.data.Encoding;
import slope.data.InputColumns;
import slope.data.NearestName;
import slope.data.NumberColumn;
import slope.data.NumberEncoding;
import slope.data.Scaling;
import slope.data.Table;

/// A network that was trained before, fitted to a table it goes on with.
///
/// Its columns are found by name. A network that takes numbers as they are, as other programs write them,
/// has no names to speak of: where the table lacks them, its columns are the inputs in the table's order,
/// those to predict and those that have another part aside, and have to be as many.
final class GivenNetwork {
    private GivenNetwork() {}

    /// The network with the table's names.
    ///
    /// @throws DataException if the table does not suit it; the sentence says what to do
    static Member fitted(Member given, ModelTrainer trainer, Table table) {
        return new Member(
                encoding(given.encoding(), trainer, table),
                GivenTarget.fitted(given.target(), trainer.target(), table),
                given.network());
    }

    /// The columns that it looks at, and the others.
    static InputColumns columns(Member fitted, Table table) {
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
    static List<String> names(Encoding encoding) {
        return List.copyOf(new LinkedHashSet<>(
                encoding.columns().stream().map(ColumnEncoding::column).toList()));
    }

    private static Encoding encoding(Encoding given, ModelTrainer trainer, Table table) {
        List<String> wanted = names(given);
        if (!takesNumbersAsTheyAre(given)) {
            Set<String> asked = new LinkedHashSet<>(wanted);
            asked.addAll(trainer.target().columns());
            NearestName.requireAll(asked, table.names());
            return given;
        }
        List<String> found = wanted.stream().allMatch(name -> table.find(name).isPresent())
                ? wanted
                : inOrder(wanted.size(), trainer, table);
        found.forEach(name -> requireNumbers(table.column(name)));
        return new Encoding(found.stream()
                .<ColumnEncoding>map(name -> new NumberEncoding(name, 0, new Scaling.Unchanged()))
                .toList());
    }

    private static boolean takesNumbersAsTheyAre(Encoding encoding) {
        return encoding.columns().stream()
                .allMatch(column -> column instanceof NumberEncoding(String _, double _, Scaling scaling)
                        && scaling instanceof Scaling.Unchanged);
    }

    private static List<String> inOrder(int wanted, ModelTrainer trainer, Table table) {
        Set<String> apart = new HashSet<>(trainer.columns().ignored());
        apart.addAll(trainer.target().columns());
        Stream.of(
                        trainer.target().exposure(),
                        trainer.rows().weight(),
                        trainer.rows().group())
                .forEach(part -> part.ifPresent(apart::add));
        List<String> left =
                table.names().stream().filter(name -> !apart.contains(name)).toList();
        if (left.size() != wanted) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "the network takes %,d numbers, but beside \"%s\" there are %,d columns: %s; %s",
                    wanted,
                    String.join(", ", trainer.target().columns()),
                    left.size(),
                    String.join(", ", left),
                    left.size() > wanted
                            ? "leave others out with --ignore"
                            : "it needs those it was trained on, in their order"));
        }
        return left;
    }

    /// Nothing is known of how the network was trained, so nothing can be put in place of a missing number.
    private static void requireNumbers(Column column) {
        if (!(column instanceof NumberColumn)) {
            throw new DataException(
                    "column \"%s\" has %s, but the network takes numbers as they are; leave it out with --ignore"
                            .formatted(column.name(), column.kind().words()));
        }
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                throw new DataException(String.format(
                        Locale.ROOT,
                        "column \"%s\" has no number in row %,d, but the network takes numbers as they are; fill it in",
                        column.name(),
                        row + 1));
            }
        }
    }
}
