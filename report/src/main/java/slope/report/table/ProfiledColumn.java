package slope.report.table;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DateColumn;
import slope.table.NumberColumn;

/// What a column holds.
///
/// @param missing how many rows have no value
/// @param distinct how many different values the others have
/// @param spread of numbers and dates; none without a value
/// @param levels of true/false and categories, the most frequent first, 20 at most
public record ProfiledColumn(
        String name,
        ColumnKind kind,
        int missing,
        int distinct,
        Optional<Spread> spread,
        Optional<List<LevelCount>> levels) {
    private static final int MOST_BINS = 20;
    private static final int MOST_LEVELS = 20;

    /// How numbers or dates are spread.
    ///
    /// @param from the least: a number, or a date as text
    /// @param to the greatest
    /// @param median the middle one; of two the lower
    /// @param mean of numbers
    /// @param counts of rows in bins of equal width from `from` to `to`
    public record Spread(Object from, Object to, Object median, Optional<Double> mean, List<Integer> counts) {
        public Spread {
            counts = List.copyOf(counts);
        }
    }

    /// How many rows have a level.
    public record LevelCount(String text, int count) {}

    /// The profile of a column.
    public static ProfiledColumn of(Column column) {
        return of(column, MOST_BINS);
    }

    /// The profile of a column with other bins.
    ///
    /// @param bins at most
    public static ProfiledColumn of(Column column, int bins) {
        return switch (column) {
            case NumberColumn numbers -> spread(numbers, numbers::value, bins);
            case DateColumn dates -> spread(dates, dates::seconds, bins);
            case BooleanColumn truths -> levels(truths, List.of("false", "true"), row -> truths.isTrue(row) ? 1 : 0);
            case CategoryColumn words -> levels(words, words.categories(), words::code);
        };
    }

    private static ProfiledColumn spread(Column column, IntToDoubleFunction value, int bins) {
        double[] sorted = IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(value)
                .sorted()
                .toArray();
        return new ProfiledColumn(
                column.name(),
                column.kind(),
                column.rows() - sorted.length,
                distinct(sorted),
                sorted.length == 0
                        ? Optional.empty()
                        : Optional.of(spread(sorted, bins, column.kind() == ColumnKind.NUMBER)),
                Optional.empty());
    }

    private static Spread spread(double[] sorted, int most, boolean areNumbers) {
        double from = sorted[0];
        double to = sorted[sorted.length - 1];
        double median = sorted[(sorted.length - 1) / 2];
        int[] counts = new int[from == to ? 1 : Math.min(most, distinct(sorted))];
        for (double each : sorted) {
            double share = (each / 2 - from / 2) / (to / 2 - from / 2); // halves do not overflow
            counts[from == to ? 0 : Math.clamp((int) (share * counts.length), 0, counts.length - 1)]++;
        }
        List<Integer> bins = Arrays.stream(counts).boxed().toList();
        return areNumbers
                ? new Spread(
                        from,
                        to,
                        median,
                        Optional.of(Arrays.stream(sorted).average().orElseThrow()),
                        bins)
                : new Spread(date(from), date(to), date(median), Optional.empty(), bins);
    }

    private static String date(double seconds) {
        return DateColumn.text(LocalDateTime.ofEpochSecond((long) seconds, 0, ZoneOffset.UTC));
    }

    private static int distinct(double[] sorted) {
        int distinct = Math.min(1, sorted.length);
        for (int index = 1; index < sorted.length; index++) {
            distinct += sorted[index] == sorted[index - 1] ? 0 : 1;
        }
        return distinct;
    }

    private interface Code {
        int of(int row);
    }

    private static ProfiledColumn levels(Column column, List<String> names, Code code) {
        int[] counts = new int[names.size()];
        for (int row = 0; row < column.rows(); row++) {
            if (!column.isMissing(row)) {
                counts[code.of(row)]++;
            }
        }
        List<LevelCount> levels = new ArrayList<>();
        for (int index = 0; index < counts.length; index++) {
            if (counts[index] > 0) {
                levels.add(new LevelCount(names.get(index), counts[index]));
            }
        }
        levels.sort(Comparator.comparingInt(LevelCount::count).reversed());
        return new ProfiledColumn(
                column.name(),
                column.kind(),
                column.missingCount(),
                levels.size(),
                Optional.empty(),
                Optional.of(levels.stream().limit(MOST_LEVELS).toList()));
    }
}
