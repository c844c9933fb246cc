package slope.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.internal.text.Numerals;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// A condition on the cells of a column. The rows that meet several are a [Slice].
public sealed interface Condition {
    /// The column's name.
    String column();

    /// Whether a row meets it.
    ///
    /// @param cells the column
    boolean holds(Column cells, int row);

    /// For people, such as `30 ≤ age < 50`, `region is not north` or `income is missing`.
    String text();

    /// A number or a date, the latter as seconds since the beginning of 1970.
    ///
    /// @param kind of the column
    /// @param from the smallest value, infinite if there is none
    /// @param below the smallest value that is too large, infinite if there is none
    /// @param orMissing whether rows without a value meet it too
    record Range(String column, ColumnKind kind, double from, double below, boolean orMissing) implements Condition {
        @Override
        public boolean holds(Column cells, int row) {
            if (cells.isMissing(row)) {
                return orMissing;
            }
            double value = switch (cells) {
                case NumberColumn numbers -> numbers.value(row);
                case DateColumn dates -> dates.seconds(row);
                case CategoryColumn ignored -> Double.NaN;
                case BooleanColumn ignored -> Double.NaN;
            };
            return value >= from && value < below;
        }

        @Override
        public String text() {
            boolean hasBoth = from > Double.NEGATIVE_INFINITY && below < Double.POSITIVE_INFINITY;
            String upper = below < Double.POSITIVE_INFINITY ? " < " + value(below) : "";
            String lower = from > Double.NEGATIVE_INFINITY ? " ≥ " + value(from) : "";
            return (hasBoth ? value(from) + " ≤ " + column + upper : column + lower + upper)
                    + (orMissing ? " or missing" : "");
        }

        /// The part of it within bounds.
        private Range within(double from, double below, boolean orMissing) {
            return new Range(
                    column, kind, Math.max(this.from, from), Math.min(this.below, below), this.orMissing && orMissing);
        }

        private String value(double value) {
            return kind == ColumnKind.DATE ? DateColumn.text(value) : Numerals.exact(value);
        }
    }

    /// A word, or true or false.
    record Is(String column, String value) implements Condition {
        @Override
        public boolean holds(Column cells, int row) {
            return !cells.isMissing(row) && cells.text(row).equals(value);
        }

        @Override
        public String text() {
            return column + " is " + value;
        }
    }

    /// Any other word, or none.
    record IsNot(String column, List<String> values) implements Condition {
        public IsNot {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Column cells, int row) {
            return cells.isMissing(row) || !values.contains(cells.text(row));
        }

        @Override
        public String text() {
            return column + " is not " + String.join(" or ", values);
        }
    }

    /// No value.
    record Missing(String column) implements Condition {
        @Override
        public boolean holds(Column cells, int row) {
            return cells.isMissing(row);
        }

        @Override
        public String text() {
            return column + " is missing";
        }
    }

    /// Any value.
    record Present(String column) implements Condition {
        @Override
        public boolean holds(Column cells, int row) {
            return !cells.isMissing(row);
        }

        @Override
        public String text() {
            return column + " is not missing";
        }
    }

    /// This condition and another one on the same column as one; empty if they stay two.
    ///
    /// @param other met by some of the rows that meet this one
    default Optional<Condition> and(Condition other) {
        return switch (other) {
            case Is is -> Optional.of(is);
            case Missing missing -> Optional.of(missing);
            case Range range ->
                switch (this) {
                    case Range mine -> Optional.of(mine.within(range.from, range.below, range.orMissing));
                    case Present ignored -> Optional.of(range.within(range.from, range.below, false));
                    default -> Optional.empty();
                };
            case Present ignored ->
                this instanceof Range mine ? Optional.of(mine.within(mine.from, mine.below, false)) : Optional.empty();
            case IsNot not ->
                this instanceof IsNot mine
                        ? Optional.of(new IsNot(
                                mine.column,
                                Stream.concat(mine.values.stream(), not.values.stream())
                                        .toList()))
                        : Optional.empty();
        };
    }
}
