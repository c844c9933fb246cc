package slope.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which columns a network gets to see, why it does not see the others, and which of those it sees are
/// doubtful.
///
/// @param used the names of the columns that become inputs, in the table's order
/// @param leftOut the others but the target, in the table's order
/// @param doubtful used columns that somebody should look at, in the table's order
public record InputColumns(List<String> used, List<LeftOut> leftOut, List<Doubt> doubtful) {

    /// A column that is no input.
    ///
    /// @param name the column's name
    /// @param reason for people, such as `has one value only`
    public record LeftOut(String name, String reason) {}

    /// A column that is an input, though it may be none.
    ///
    /// @param name the column's name
    /// @param reason for people, such as `is a different whole number in every row`
    public record Doubt(String name, String reason) {}

    /// Thousands of columns may be left out; the first ones tell the story.
    private static final int MOST_REASONS = 5;

    public InputColumns {
        used = List.copyOf(used);
        leftOut = List.copyOf(leftOut);
        doubtful = List.copyOf(doubtful);
    }

    /// Chooses by what the training rows hold. Left out are columns that somebody ignores, that have no
    /// values or one value only, text that [IdentifierCheck] takes for names or free text, and numbers that
    /// count the rows.
    ///
    /// @param target the column to predict
    /// @param ignored columns that are no inputs because somebody said so
    /// @throws DataException if the target or an ignored column does not exist, or no column is left
    public static InputColumns choose(Table training, String target, Set<String> ignored) {
        training.column(target);
        ignored.forEach(training::column);
        List<String> used = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<Doubt> doubtful = new ArrayList<>();
        for (Column column : training.columns()) {
            String name = column.name();
            if (name.equals(target)) {
                continue;
            }
            Optional<String> against = ignored.contains(name) ? Optional.of("ignored as asked") : reasonAgainst(column);
            if (against.isPresent()) {
                leftOut.add(new LeftOut(name, against.get()));
            } else {
                used.add(name);
                IdentifierCheck.doubtAbout(column).ifPresent(doubt -> doubtful.add(new Doubt(name, doubt)));
            }
        }
        if (used.isEmpty()) {
            throw new DataException(
                    leftOut.isEmpty()
                            ? "column \"%s\" is the only one; there is nothing to predict it from".formatted(target)
                            : "no column is left to predict \"%s\" from: %s".formatted(target, describe(leftOut)));
        }
        return new InputColumns(used, leftOut, doubtful);
    }

    /// The used columns of a table.
    ///
    /// @throws DataException if it lacks one of them
    public Table of(Table table) {
        return new Table(used.stream().map(table::column).toList());
    }

    private static Optional<String> reasonAgainst(Column column) {
        int missing = column.missingCount();
        if (missing == column.rows()) {
            return Optional.of("has no values");
        }
        // A value that is sometimes missing says something by being there, so its column stays.
        if (missing == 0 && isConstant(column)) {
            return Optional.of("has one value only");
        }
        return IdentifierCheck.reasonAgainst(column);
    }

    private static boolean isConstant(Column column) {
        String first = column.text(0);
        for (int row = 1; row < column.rows(); row++) {
            if (!column.text(row).equals(first)) {
                return false;
            }
        }
        return true;
    }

    private static String describe(List<LeftOut> leftOut) {
        String listed = leftOut.stream()
                .limit(MOST_REASONS)
                .map(each -> "\"" + each.name() + "\" " + each.reason())
                .collect(Collectors.joining(", "));
        return leftOut.size() <= MOST_REASONS
                ? listed
                : "%s and %,d more".formatted(listed, leftOut.size() - MOST_REASONS);
    }
}
