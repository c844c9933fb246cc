package slope.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.Level;
import slope.table.NumberColumn;
import slope.table.Table;

/// The training ranges: the values of each column in the training rows. A model also predicts for
/// other values, which it was not trained on.
public sealed interface TrainingRanges {
    /// The maximum number of distinct words that are remembered; with more, no word is called
    /// unusual.
    int MOST_WORDS = 10_000;

    /// The column's name.
    String column();

    /// Numbers, or dates as seconds since the beginning of 1970.
    ///
    /// @param minimum the minimum, above `maximum` if there was none
    /// @param maximum the maximum
    /// @param dateOrder the order of day and month, for dates
    record Range(String column, double minimum, double maximum, Optional<DateOrder> dateOrder)
            implements TrainingRanges {}

    /// Words, each in every spelling that is known.
    record Words(String column, Set<String> words) implements TrainingRanges {
        public Words {
            words = Set.copyOf(words);
        }
    }

    /// The ranges of these rows in these columns, without true/false columns.
    static List<TrainingRanges> in(Table training, Collection<String> columns) {
        List<TrainingRanges> seen = new ArrayList<>();
        for (String name : columns) {
            switch (training.column(name)) {
                case NumberColumn numbers -> seen.add(range(numbers, numbers::value, Optional.empty()));
                case DateColumn dates -> seen.add(range(dates, dates::seconds, Optional.of(dates.order())));
                case CategoryColumn words -> {
                    Set<String> different = spellings(words);
                    if (different.size() <= MOST_WORDS) {
                        seen.add(new Words(name, different));
                    }
                }
                case BooleanColumn ignored -> {}
            }
        }
        return seen;
    }

    /// The columns of a row with a value outside the training ranges: a number or date beyond the
    /// range, an unknown word. Missing cells are never unusual.
    public static List<String> unusual(List<TrainingRanges> seen, Table rows, int row) {
        List<String> unusual = new ArrayList<>();
        for (TrainingRanges each : seen) {
            Column cells = rows.column(each.column());
            if (!cells.isMissing(row) && !each.includes(cells, row)) {
                unusual.add(each.column());
            }
        }
        return unusual;
    }

    /// All spellings of the levels of a column; a missing cell is an empty word.
    private static Set<String> spellings(CategoryColumn column) {
        Set<String> words = Level.of(column).stream().flatMap(Level::spellings).collect(Collectors.toSet());
        if (column.missingCount() > 0) {
            words.add("");
        }
        return words;
    }

    /// Whether a row's value is within the ranges; only asked where it is not missing.
    default boolean includes(Column cells, int row) {
        return switch (this) {
            case Words(String column, Set<String> words) -> words.contains(cells.text(row));
            case Range(String column, double minimum, double maximum, Optional<DateOrder> dateOrder) -> {
                double value = switch (cells) {
                    case NumberColumn numbers -> numbers.value(row);
                    case DateColumn dates -> dates.seconds(row);
                    case CategoryColumn ignored -> Double.NaN;
                    case BooleanColumn ignored -> Double.NaN;
                };
                yield value >= minimum && value <= maximum;
            }
        };
    }

    private static Range range(Column cells, IntToDoubleFunction value, Optional<DateOrder> dateOrder) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < cells.rows(); row++) {
            if (!cells.isMissing(row)) {
                minimum = Math.min(minimum, value.applyAsDouble(row));
                maximum = Math.max(maximum, value.applyAsDouble(row));
            }
        }
        return new Range(cells.name(), minimum, maximum, dateOrder);
    }
}
