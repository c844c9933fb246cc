package slope.serve.studio.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import slope.report.json.Report;
import slope.report.table.ProfiledColumn;
import slope.report.table.ProfiledColumn.LevelCount;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.tables.ReadOptions;

/// All about a column.
///
/// @param profile with finer bins
/// @param why it is read as what it is, a sentence
/// @param examples different cells, those of the first rows
/// @param ends the least and the greatest values; none of words and of true/false
public record ColumnReport(ProfiledColumn profile, String why, List<String> examples, Optional<Ends> ends)
        implements Report {
    private static final int BINS = 60;
    private static final int EXAMPLES = 8;
    private static final int MOST_LOOKED_AT = 10_000; // rows, for examples
    private static final int OUTERMOST = 5;

    public ColumnReport {
        examples = List.copyOf(examples);
    }

    /// The outermost values, each with its rows.
    ///
    /// @param lowest ascending
    /// @param highest descending
    public record Ends(List<LevelCount> lowest, List<LevelCount> highest) {
        public Ends {
            lowest = List.copyOf(lowest);
            highest = List.copyOf(highest);
        }
    }

    /// @param asked how the table is read
    static ColumnReport of(Column column, ReadOptions asked) {
        return new ColumnReport(
                ProfiledColumn.of(column, BINS), KindReason.of(column, asked), examples(column), ends(column));
    }

    private static List<String> examples(Column column) {
        Set<String> found = new LinkedHashSet<>();
        for (int row = 0; row < Math.min(column.rows(), MOST_LOOKED_AT) && found.size() < EXAMPLES; row++) {
            if (!column.isMissing(row)) {
                found.add(column.text(row));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Ends> ends(Column column) {
        return switch (column) {
            case NumberColumn numbers -> ends(numbers, numbers::value, NumberColumn::text);
            case DateColumn dates -> ends(dates, dates::seconds, DateColumn::text);
            case BooleanColumn _, CategoryColumn _ -> Optional.empty();
        };
    }

    private static Optional<Ends> ends(Column column, IntToDoubleFunction value, DoubleFunction<String> text) {
        double[] sorted = IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(value)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Ends(outermost(sorted, 0, 1, text), outermost(sorted, sorted.length - 1, -1, text)));
    }

    /// @param first place to look at
    /// @param step to the next
    private static List<LevelCount> outermost(double[] sorted, int first, int step, DoubleFunction<String> text) {
        List<LevelCount> outermost = new ArrayList<>();
        int place = first;
        while (place >= 0 && place < sorted.length && outermost.size() < OUTERMOST) {
            double value = sorted[place];
            int count = 0;
            while (place >= 0 && place < sorted.length && sorted[place] == value) {
                count++;
                place += step;
            }
            outermost.add(new LevelCount(text.apply(value), count));
        }
        return outermost;
    }

    @Override
    public String report() {
        return "studio-column";
    }

    @Override
    public int version() {
        return 1;
    }
}
