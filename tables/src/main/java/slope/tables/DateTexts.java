package slope.tables;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.Written;
import slope.tables.ColumnCells.Finished;
import slope.tables.ColumnCells.Result;
import slope.tables.ColumnCells.Spoiled;

/// Makes dates of columns of text: 2011-01-31, 31.01.2011, 1/31/2011, 31 Jan 2011,
/// 2011-01-31T13:45:00Z and the like.
final class DateTexts {
    private static final long NONE = Long.MIN_VALUE;

    private final CellTexts cells;
    private final Map<DateOrder, long[]> seconds = new EnumMap<>(DateOrder.class); // by code; NONE of what is no date
    private final BitSet unusual = new BitSet(); // codes of dates that are not plain
    private final BitSet shortYears = new BitSet(); // codes of dates with a year of two digits

    private DateTexts(CellTexts cells) {
        this.cells = cells;
        for (DateOrder order : DateOrder.values()) {
            long[] none = new long[cells.texts().size()];
            Arrays.fill(none, NONE);
            seconds.put(order, none);
        }
        for (int code = 0; code < cells.texts().size(); code++) {
            String text = cells.texts().get(code);
            Optional<DateText> date = DateText.of(text);
            if (date.isPresent()) {
                take(code, text, date.get());
            }
        }
    }

    private void take(int code, String text, DateText date) {
        unusual.set(code, !date.isPlain(text));
        shortYears.set(code, date.hasShortYear());
        for (Map.Entry<DateOrder, long[]> inOrder : seconds.entrySet()) {
            Optional<LocalDateTime> moment = date.moment(inOrder.getKey());
            if (moment.isPresent()) {
                inOrder.getValue()[code] = moment.get().toEpochSecond(ZoneOffset.UTC);
            }
        }
    }

    /// The same column as dates, if that is what its texts are meant to be.
    ///
    /// Whether the day or the month comes first is told by the column: a 31 can only be a day.
    /// Where no cell tells, the day is taken to come first, and the column says so.
    static Optional<Result> of(CellTexts cells) {
        DateTexts texts = new DateTexts(cells);
        BitSet dates = texts.in(DateOrder.DAY_FIRST);
        dates.or(texts.in(DateOrder.MONTH_FIRST));
        dates.stream()
                .filter(code ->
                        !Double.isNaN(PlainNotation.NUMBER.number(cells.texts().get(code))))
                .forEach(dates::clear);
        if (!cells.areMeant(dates)) {
            return Optional.empty();
        }
        BitSet dayFirst = texts.in(DateOrder.DAY_FIRST);
        BitSet monthFirst = texts.in(DateOrder.MONTH_FIRST);
        DateOrder order = texts.in(DateOrder.YEAR_FIRST).equals(dates)
                ? DateOrder.YEAR_FIRST
                : cells.cells(dayFirst) >= cells.cells(monthFirst) ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        boolean isOpen = order == DateOrder.DAY_FIRST && dayFirst.equals(monthFirst);
        BitSet others = cells.others(dates);
        if (!others.isEmpty()) {
            int row = cells.firstRow(others);
            String example = cells.column().text(cells.firstRow(dates));
            return Optional.of(new Spoiled(
                    CellProblem.noDate(cells.name(), row, cells.column().text(row), example)));
        }
        return Optional.of(texts.result(order, isOpen));
    }

    /// The column as dates in an order that is known. Dates that tell their order themselves are
    /// read as well: they cannot be mistaken.
    static Result of(CategoryColumn texts, DateOrder order) {
        return new DateTexts(CellTexts.of(texts)).result(order, false);
    }

    /// The codes of the texts that are dates in this order.
    private BitSet in(DateOrder order) {
        BitSet codes = new BitSet();
        for (int code = 0; code < cells.texts().size(); code++) {
            codes.set(code, seconds(code, order) != NONE);
        }
        return codes;
    }

    private long seconds(int code, DateOrder order) {
        return seconds(order)[code];
    }

    private long[] seconds(DateOrder order) {
        return Objects.requireNonNull(seconds.get(order), "every order has some");
    }

    private Result result(DateOrder order, boolean isOpen) {
        BitSet others = cells.others(in(order));
        if (!others.isEmpty()) {
            int row = cells.firstRow(others);
            return new Spoiled(
                    CellProblem.noDate(cells.name(), row, cells.column().text(row), order));
        }
        DateColumn.Builder column =
                new DateColumn.Builder(cells.name(), cells.column().rows()).order(order);
        long[] moments = seconds(order);
        for (int row = 0; row < cells.column().rows(); row++) {
            if (cells.column().isMissing(row)) {
                column.addMissing();
            } else {
                column.add(moments[cells.column().code(row)]);
            }
        }
        if (isOpen) {
            column.ambiguous();
        }
        example(moments).ifPresent(code -> {
            String text = cells.texts().get(code);
            String value = DateColumn.text((double) moments[code])
                    + DateText.of(text).orElseThrow().century();
            column.written(new Written(order.words(), text, value));
        });
        return new Finished(column.build());
    }

    /// The first date that is written unusually; of those with years of two digits the latest, which lies in the
    /// future where the century is another one.
    private Optional<Integer> example(long[] moments) {
        Optional<Integer> latest =
                shortYears.stream().filter(unusual::get).boxed().max(Comparator.comparingLong(code -> moments[code]));
        return latest.or(() -> unusual.isEmpty()
                ? Optional.empty()
                : Optional.of(cells.column().code(cells.firstRow(unusual))));
    }
}
