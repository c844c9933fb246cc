package slope.table.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slope.internal.table.HeaderCheck;
import slope.internal.table.RequiredColumns;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.Remedy;
import slope.table.Table;
import slope.table.profile.ColumnFinding.Kind;

/// The input columns of a network, the other columns with the reason, and warnings about inputs.
///
/// @param used the names of the input columns, in the table's order
/// @param leftOut the others without the targets, in the table's order
/// @param warnings input columns that a person should check, in the table's order
/// @param codes numeric input columns that may be codes of categories, in the table's order
public record InputColumns(List<String> used, List<LeftOut> leftOut, List<Warning> warnings, List<String> codes) {

    /// A column that is not an input.
    ///
    /// @param name the column's name
    /// @param findings why it is none
    public record LeftOut(String name, List<ColumnFinding> findings) {
        public LeftOut {
            findings = List.copyOf(findings);
        }

        /// For people, such as `has one value only`.
        public String reason() {
            return findings.stream().map(ColumnFinding::text).collect(Collectors.joining(", and "));
        }
    }

    /// An input column that perhaps should not be one.
    ///
    /// @param name the column's name
    /// @param finding what is odd about it
    /// @param remedy what to do if the warning is right
    public record Warning(String name, ColumnFinding finding, Optional<Remedy> remedy) {

        /// As in `is a different whole number in every row (leave the column out)`.
        public String text(Function<Remedy, String> words) {
            return finding.text()
                    + remedy.map(each -> " (" + words.apply(each) + ")").orElse("");
        }
    }

    /// A column that predicts the target on its own may be a good input, or a copy of the target
    /// that is not available at prediction time.
    public enum Leaks {
        KEPT,
        DROPPED
    }

    /// Thousands of columns may be left out; messages list the first ones.
    private static final int MOST_REASONS = 5;

    public InputColumns {
        used = List.copyOf(used);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
        codes = List.copyOf(codes);
    }

    /// Chooses the inputs by the training rows. Left out are ignored columns, columns that have no
    /// values or one value only, and those that [IdentifierCheck] takes for identifiers or free
    /// text.
    ///
    /// @param targets the target columns
    /// @param otherRoles columns with another role, such as weights or groups
    /// @throws DataException if a named column does not exist, or no column is left
    public static InputColumns choose(
            Table training, Set<String> targets, Set<String> otherRoles, ColumnSelection selection) {
        Set<String> asked = new LinkedHashSet<>();
        List.of(
                        targets,
                        selection.ignored(),
                        otherRoles,
                        selection.kept(),
                        selection.only().orElse(Set.of()))
                .forEach(asked::addAll);
        RequiredColumns.requireAll(asked, training.names());
        LeakCheck leakCheck = LeakCheck.of(training, targets);
        List<String> used = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        Optional<String> cell = HeaderCheck.nameLikeCell(training.names());
        for (Column column : training.columns()) {
            String name = column.name();
            if (targets.contains(name)) {
                continue;
            }
            Optional<ColumnFinding> against = reasonAgainst(column, otherRoles, selection, leakCheck);
            boolean isSetAside = selection.leavesOut(name) || otherRoles.contains(name);
            Optional<ColumnFinding> sentences = isSetAside ? Optional.empty() : SentenceCheck.finding(column);
            if (against.isPresent()) {
                leftOut.add(new LeftOut(
                        name,
                        Stream.of(against, CodeCheck.codesOfDigits(column), sentences)
                                .flatMap(Optional::stream)
                                .toList()));
                continue;
            }
            used.add(name);
            Optional<ColumnFinding> leak = leakCheck.warningAbout(column);
            leak.ifPresent(
                    warning -> warnings.add(new Warning(name, warning, Optional.of(new Remedy.DropLeaks(name)))));
            if (leak.isEmpty() && !selection.keeps(name)) {
                IdentifierCheck.warningAbout(column)
                        .ifPresent(kind -> warnings.add(new Warning(name, kind.finding(), Optional.empty())));
            }
            if (column instanceof DateColumn dates && dates.isAmbiguous()) {
                warnings.add(
                        new Warning(name, Kind.AMBIGUOUS_DATES.finding(), Optional.of(new Remedy.GiveDateOrder(name))));
            }
            DateCheck.looksLikeDates(column)
                    .ifPresent(warning -> warnings.add(new Warning(name, warning, Optional.empty())));
            DateCheck.areDates(column)
                    .ifPresent(warning ->
                            warnings.add(new Warning(name, warning, Optional.of(new Remedy.ReadAsDates(name)))));
            cell.filter(name::equals)
                    .ifPresent(ignored -> warnings.add(
                            new Warning(name, Kind.NUMBER_AS_NAME.finding(), Optional.of(new Remedy.ReadFirstLine()))));
            LevelCheck.warningAbout(column).ifPresent(warnings::add);
            LevelCheck.missingWord(column).ifPresent(warnings::add);
            CodeCheck.codesOfDigits(column)
                    .ifPresent(warning ->
                            warnings.add(new Warning(name, warning, Optional.of(new Remedy.ReadAsNumber(name)))));
            sentences.ifPresent(warning -> warnings.add(new Warning(name, warning, Optional.empty())));
            if (CodeCheck.mayBeCodes(column)) {
                codes.add(name);
            }
        }
        if (used.isEmpty()) {
            String target = training.columns().stream()
                    .map(Column::name)
                    .filter(targets::contains)
                    .collect(Collectors.joining(", "));
            throw new DataException(
                    leftOut.isEmpty()
                            ? "column \"%s\" is the only one; there is nothing to predict it from".formatted(target)
                            : "no column is left to predict \"%s\" from: %s".formatted(target, describe(leftOut)));
        }
        return new InputColumns(used, leftOut, warnings, codes);
    }

    /// The used columns of a table.
    ///
    /// @throws DataException if it lacks one of them
    public Table of(Table table) {
        return new Table(used.stream().map(table::column).toList());
    }

    private static Optional<ColumnFinding> reasonAgainst(
            Column column, Set<String> otherRoles, ColumnSelection selection, LeakCheck leakCheck) {
        if (selection.leavesOut(column.name())) {
            return Optional.of(Kind.IGNORED.finding());
        }
        if (otherRoles.contains(column.name())) {
            return Optional.of(Kind.OTHER_ROLE.finding());
        }
        int missing = column.missingCount();
        if (missing == column.rows()) {
            return Optional.of(Kind.NO_VALUES.finding());
        }
        // A value that is sometimes missing carries information by being present, so its column
        // stays.
        if (missing == 0 && isConstant(column)) {
            return Optional.of(Kind.ONE_VALUE.finding());
        }
        if (selection.leaks() == Leaks.DROPPED && leakCheck.warningAbout(column).isPresent()) {
            return leakCheck.warningAbout(column);
        }
        return selection.keeps(column.name())
                ? Optional.empty()
                : IdentifierCheck.reasonAgainst(column)
                        .map(kind -> DateCheck.looksLikeDates(column).orElse(kind.finding()));
    }

    private static boolean isConstant(Column column) {
        double first = SortedRows.key(column, 0);
        for (int row = 1; row < column.rows(); row++) {
            if (SortedRows.key(column, row) != first) {
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
                : String.format(Locale.ROOT, "%s and %,d more", listed, leftOut.size() - MOST_REASONS);
    }
}
