package slope.table.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.internal.table.SortedRows;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.profile.ColumnDrift.Distance;
import slope.table.profile.ColumnDrift.LevelCount;
import slope.table.profile.ColumnDrift.Levels;
import slope.table.profile.ColumnDrift.Measure;
import slope.table.profile.ColumnDrift.Side;

/// The drift of one column. Values become places: numbers and dates in their order, categories as they come; a
/// distance is one of the shares of places.
final class DriftOfColumn {
    /// Samples of both tables.
    private static final int RESAMPLES = 500;

    /// Rows of a sample, at most.
    private static final int MOST_DRAWN = 10_000;

    /// Categories that are named.
    private static final int MOST_LEVELS = 20;

    private static final double NONE = Double.NaN;

    private static final double COVERAGE = 0.95;

    private final Measure measure;
    private final int[] before; // the place of each value
    private final int[] after;
    private final int places;

    private DriftOfColumn(Measure measure, int[] before, int[] after, int places) {
        this.measure = measure;
        this.before = before;
        this.after = after;
        this.places = places;
    }

    /// @param before a column
    /// @param after another one of the same kind; one of them may have no value
    static ColumnDrift of(Column before, Column after, long seed) {
        int[] rowsBefore = present(before);
        int[] rowsAfter = present(after);
        boolean areWords = before.kind() == ColumnKind.CATEGORY || before.kind() == ColumnKind.BOOLEAN;
        Side older = side(before, rowsBefore, after, rowsAfter, areWords);
        Side newer = side(after, rowsAfter, before, rowsBefore, areWords);
        Measure measure = areWords ? Measure.TOTAL_VARIATION : Measure.KOLMOGOROV_SMIRNOV;
        if (rowsBefore.length == 0 || rowsAfter.length == 0) {
            return new ColumnDrift(before.name(), new Distance(measure, NONE, NONE, NONE, NONE), older, newer);
        }
        DriftOfColumn drift = areWords
                ? ofWords(before, rowsBefore, after, rowsAfter)
                : ofNumbers(keys(before, rowsBefore), keys(after, rowsAfter));
        return new ColumnDrift(before.name(), drift.distance(seed), older, newer);
    }

    private static Side side(Column column, int[] rows, Column other, int[] otherRows, boolean areWords) {
        boolean isComparable = rows.length > 0 && otherRows.length > 0;
        return new Side(
                (double) column.missingCount() / column.rows(),
                middle(column, rows, areWords),
                areWords || !isComparable ? 0 : beyond(keys(other, otherRows), keys(column, rows)),
                areWords && isComparable ? lacking(column, rows, other, otherRows) : Levels.NONE);
    }

    private static int[] present(Column column) {
        return IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                .toArray();
    }

    private static double[] keys(Column column, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> SortedRows.key(column, row))
                .toArray();
    }

    private static String middle(Column column, int[] rows, boolean areWords) {
        if (rows.length == 0) {
            return "";
        }
        return areWords
                ? counts(column, rows).getFirst().level()
                : column.text(SortedRows.ascending(rows, row -> SortedRows.key(column, row))[(rows.length - 1) / 2]);
    }

    /// The categories of some rows, the most frequent one first.
    private static List<LevelCount> counts(Column column, int[] rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int row : rows) {
            counts.merge(column.text(row), 1, Integer::sum);
        }
        List<LevelCount> levels = new ArrayList<>();
        counts.forEach((level, count) -> levels.add(new LevelCount(level, count)));
        levels.sort(Comparator.comparingInt(LevelCount::rows).reversed().thenComparing(LevelCount::level));
        return levels;
    }

    private static Levels lacking(Column column, int[] rows, Column other, int[] otherRows) {
        Set<String> known = new HashSet<>();
        Arrays.stream(otherRows).forEach(row -> known.add(other.text(row)));
        List<LevelCount> unknown = counts(column, rows).stream()
                .filter(level -> !known.contains(level.level()))
                .toList();
        int having = unknown.stream().mapToInt(LevelCount::rows).sum();
        return new Levels(
                unknown.size(),
                (double) having / rows.length,
                unknown.subList(0, Math.min(MOST_LEVELS, unknown.size())));
    }

    private static DriftOfColumn ofWords(Column before, int[] rowsBefore, Column after, int[] rowsAfter) {
        Map<String, Integer> places = new LinkedHashMap<>();
        int[] ofBefore = places(before, rowsBefore, places);
        int[] ofAfter = places(after, rowsAfter, places);
        return new DriftOfColumn(Measure.TOTAL_VARIATION, ofBefore, ofAfter, places.size());
    }

    private static int[] places(Column column, int[] rows, Map<String, Integer> places) {
        return Arrays.stream(rows)
                .map(row -> places.computeIfAbsent(column.text(row), first -> places.size()))
                .toArray();
    }

    private static DriftOfColumn ofNumbers(double[] before, double[] after) {
        double[] distinct = IntStream.range(0, before.length + after.length)
                .mapToDouble(index -> index < before.length ? before[index] : after[index - before.length])
                .map(value -> value + 0.0) // −0.0 is 0.0
                .sorted()
                .distinct()
                .toArray();
        return new DriftOfColumn(
                Measure.KOLMOGOROV_SMIRNOV, places(before, distinct), places(after, distinct), distinct.length);
    }

    private static int[] places(double[] values, double[] distinct) {
        return Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(distinct, value + 0.0))
                .toArray();
    }

    private static double beyond(double[] before, double[] after) {
        double smallest = Arrays.stream(before).min().orElseThrow();
        double largest = Arrays.stream(before).max().orElseThrow();
        return Arrays.stream(after)
                        .filter(value -> value < smallest || value > largest)
                        .count()
                / (double) after.length;
    }

    private static double[] shares(int[] places, int count) {
        double[] shares = new double[count];
        for (int place : places) {
            shares[place] += 1.0 / places.length;
        }
        return shares;
    }

    private double distance(double[] sharesBefore, double[] sharesAfter) {
        double largest = 0;
        double sum = 0;
        double difference = 0;
        for (int place = 0; place < places; place++) {
            double here = sharesBefore[place] - sharesAfter[place];
            difference += here;
            largest = Math.max(largest, Math.abs(difference));
            sum += Math.abs(here);
        }
        return Math.min(1, measure == Measure.KOLMOGOROV_SMIRNOV ? largest : sum / 2);
    }

    /// With the basic bootstrap interval (Davison and Hinkley 1997, section 5.2): a distance of samples is larger
    /// than that of what they are drawn from, and a distance of samples of samples by as much again. It begins at
    /// 0 where samples of both tables together have such a distance.
    private Distance distance(long seed) {
        double distance = distance(shares(before, places), shares(after, places));
        // Of many rows fewer are drawn, and the spread is scaled (Bickel, Götze and van Zwet 1997).
        double share = Math.min(1, (double) MOST_DRAWN / Math.max(before.length, after.length));
        int drawnBefore = (int) Math.max(1, Math.round(share * before.length));
        int drawnAfter = (int) Math.max(1, Math.round(share * after.length));
        int[] both =
                IntStream.concat(Arrays.stream(before), Arrays.stream(after)).toArray();
        double[] excess = new double[RESAMPLES];
        double[] ofOne = new double[RESAMPLES];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            SplitRandom random = SplitRandom.of(seed, draw);
            double drawn = distance(sample(before, drawnBefore, random), sample(after, drawnAfter, random));
            excess[draw] = (drawn - distance) * Math.sqrt(share);
            ofOne[draw] =
                    distance(sample(both, drawnBefore, random), sample(both, drawnAfter, random)) * Math.sqrt(share);
        }
        Arrays.sort(excess);
        Arrays.sort(ofOne);
        int beyond = (int) Math.round((RESAMPLES + 1) * (1 - COVERAGE) / 2);
        double chance = ofOne[RESAMPLES - 2 * beyond];
        double low = Math.clamp(distance - excess[RESAMPLES - beyond], 0, 1);
        double high = Math.clamp(distance - excess[beyond - 1], 0, 1);
        return new Distance(measure, distance, distance > chance ? low : 0, high, chance);
    }

    private double[] sample(int[] values, int count, SplitRandom random) {
        double[] shares = new double[places];
        for (int draw = 0; draw < count; draw++) {
            shares[values[random.below(values.length)]] += 1.0 / count;
        }
        return shares;
    }
}
