package slope.golden;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import slope.internal.random.SplitRandom;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

/// A made-up table of flats with every kind of column and of target. Each column draws from a generator of its own,
/// so that another column changes none of them.
final class Flats {
    private static final LocalDateTime FIRST_DAY = LocalDate.of(2019, 1, 1).atStartOfDay();

    private final int rows;

    private Flats(int rows) {
        this.rows = rows;
    }

    /// Inputs: rooms and distance (numbers, some missing), lift, district of 4 words and street of 15 (some missing),
    /// built (a date, some missing). Targets: cheap (two words), style (three), balcony and garden (labels), price
    /// (missing in some rows) and area, visits. Roles: days (exposure), times (weight), owner (group), sold (time).
    static Table of(int rows) {
        return new Flats(rows).table();
    }

    private Table table() {
        double[] rooms = numbers(1, random -> 1 + Math.floor(6 * random.nextDouble()));
        double[] distance = numbers(2, random -> StrictMath.exp(random.nextGaussian()));
        double[] noise = numbers(3, SplitRandom::nextGaussian);
        double[] chance = numbers(4, SplitRandom::nextDouble);
        int[] district = Arrays.stream(numbers(5, SplitRandom::nextDouble))
                .mapToInt(share -> (int) (4 * share * share))
                .toArray();
        double[] days = numbers(6, random -> 10 + Math.floor(300 * random.nextDouble()));
        double[] area = new double[rows];
        double[] price = new double[rows];
        double[] visits = new double[rows];
        for (int row = 0; row < rows; row++) {
            area[row] = 15 + 14 * rooms[row] + 5 * noise[row];
            price[row] = 2_000 * area[row] / (1 + distance[row]) + 10_000 * district[row] + 3_000 * noise[row];
            visits[row] = Math.floor(days[row] / 40 * (1 + district[row]) * chance[row]);
        }
        return Table.of(
                NumberColumn.of("rooms", holes(7, rooms, 0.1)),
                NumberColumn.of("distance", holes(8, distance, 0.05)),
                BooleanColumn.of("lift", flags(9, 0.4)),
                CategoryColumn.of("district", words(10, 0.05, row -> "district " + district[row])),
                CategoryColumn.of("street", words(11, 0.1, row -> "street " + (char) ('a' + row * 7 % 15))),
                DateColumn.of("built", dates(12, 0.1)),
                CategoryColumn.of("cheap", words(13, 0, row -> price[row] < 60_000 ? "yes" : "no")),
                CategoryColumn.of(
                        "style", words(14, 0, row -> area[row] < 50 ? "small" : chance[row] < 0.6 ? "plain" : "grand")),
                BooleanColumn.of("balcony", flags(15, 0.5)),
                BooleanColumn.of("garden", flags(16, 0.2)),
                NumberColumn.of("price", holes(17, price, 0.04)),
                NumberColumn.of("area", area),
                NumberColumn.of("visits", visits),
                NumberColumn.of("days", days),
                NumberColumn.of("times", numbers(18, random -> Math.floor(4 * random.nextDouble()))),
                CategoryColumn.of("owner", words(19, 0, row -> "owner " + row % 23)),
                DateColumn.of("sold", dates(20, 0)));
    }

    private double[] numbers(int column, Draw draw) {
        SplitRandom random = SplitRandom.of(13, column);
        double[] numbers = new double[rows];
        Arrays.setAll(numbers, _ -> draw.from(random));
        return numbers;
    }

    private interface Draw {
        double from(SplitRandom random);
    }

    private double[] holes(int column, double[] values, double missing) {
        double[] drawn = numbers(column, SplitRandom::nextDouble);
        double[] holed = values.clone();
        Arrays.setAll(holed, row -> drawn[row] < missing ? Double.NaN : values[row]);
        return holed;
    }

    private Boolean[] flags(int column, double share) {
        return Arrays.stream(numbers(column, SplitRandom::nextDouble))
                .mapToObj(drawn -> drawn < share)
                .toArray(Boolean[]::new);
    }

    private @Nullable String[] words(int column, double missing, IntFunction<String> word) {
        double[] drawn = numbers(column, SplitRandom::nextDouble);
        @Nullable String[] words = new String[rows];
        Arrays.setAll(words, row -> drawn[row] < missing ? null : word.apply(row));
        return words;
    }

    private @Nullable LocalDateTime[] dates(int column, double missing) {
        double[] drawn = numbers(column, SplitRandom::nextDouble);
        @Nullable LocalDateTime[] dates = new LocalDateTime[rows];
        Arrays.setAll(dates, row -> drawn[row] < missing ? null : FIRST_DAY.plusHours((long) (40_000 * drawn[row])));
        return dates;
    }
}
