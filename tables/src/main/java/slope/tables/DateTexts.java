package slope.tables;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import slope.table.DateColumn;
import slope.table.DateOrder;
import slope.table.Written;
import slope.tables.ColumnResult.Finished;
import slope.tables.ColumnResult.Spoiled;

/// Makes dates of columns of text: 2011-01-31, 31.01.2011, 1/31/2011, 31 Jan 2011,
/// 2011-01-31T13:45:00Z and the like.
final class DateTexts {
    private static final long NONE = Long.MIN_VALUE;

    private final CellTexts cells;
    private final long[] dayFirst; // seconds by code; NONE of what is no date
    private final long[] monthFirst;
    private final BitSet certain = new BitSet(); // codes of dates that tell their order themselves
    private final BitSet unusual = new BitSet(); // of dates that are not plain
    private final BitSet shortYears = new BitSet(); // of dates with a year of two digits
    private final BitSet fractions = new BitSet(); // of moments with fractions of a second
    private final BitSet numbers = new BitSet(); // of dates that are plain numbers, such as 20110131

    private DateTexts(CellTexts cells) {
        this.cells = cells;
        this.dayFirst = new long[cells.size()];
        this.monthFirst = new long[cells.size()];
        for (int code = 0; code < dayFirst.length; code++) {
            String text = cells.text(code);
            Optional<DateText> date = DateText.of(text);
            dayFirst[code] = NONE;
            monthFirst[code] = NONE;
            if (date.isPresent()) {
                take(code, text, date.get());
            }
        }
    }

    private void take(int code, String text, DateText date) {
        dayFirst[code] = date.seconds(DateOrder.DAY_FIRST).orElse(NONE);
        monthFirst[code] = date.certain()
                ? dayFirst[code]
                : date.seconds(DateOrder.MONTH_FIRST).orElse(NONE);
        certain.set(code, date.certain());
        unusual.set(code, !date.isPlain(text));
        shortYears.set(code, date.hasShortYear());
        fractions.set(code, date.hasFraction());
        numbers.set(code, isNumber(text));
    }

    /// Whether a date is a number as well, which has no minus between its digits.
    private static boolean isNumber(String text) {
        return text.indexOf('-') < 0 && !Double.isNaN(PlainNotation.NUMBER.number(text));
    }

    /// The same column as dates, if that is what its texts are meant to be.
    ///
    /// Whether the day or the month comes first is told by the column: a 31 can only be a day.
    /// Where no cell tells, the day is taken to come first, and the column says so.
    static Optional<ColumnResult> of(CellTexts cells) {
        DateTexts texts = new DateTexts(cells);
        BitSet dates = texts.in(DateOrder.DAY_FIRST);
        dates.or(texts.in(DateOrder.MONTH_FIRST));
        dates.andNot(texts.numbers);
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
            String example = cells.textOfRow(cells.firstRow(dates));
            return Optional.of(new Spoiled(CellProblem.noDate(cells.name(), row, cells.textOfRow(row), example)));
        }
        return Optional.of(texts.result(order, isOpen));
    }

    /// The column as dates in an order that is known. Dates that tell their order themselves are
    /// read as well: they cannot be mistaken.
    static ColumnResult of(CellTexts cells, DateOrder order) {
        return new DateTexts(cells).result(order, false);
    }

    /// The codes of the texts that are dates in this order.
    private BitSet in(DateOrder order) {
        BitSet codes = new BitSet(dayFirst.length);
        for (int code = 0; code < dayFirst.length; code++) {
            codes.set(code, seconds(code, order) != NONE);
        }
        return codes;
    }

    private long seconds(int code, DateOrder order) {
        return switch (order) {
            case YEAR_FIRST -> certain.get(code) ? dayFirst[code] : NONE;
            case DAY_FIRST -> dayFirst[code];
            case MONTH_FIRST -> monthFirst[code];
        };
    }

    private ColumnResult result(DateOrder order, boolean isOpen) {
        BitSet others = cells.others(in(order));
        if (!others.isEmpty()) {
            int row = cells.firstRow(others);
            return new Spoiled(CellProblem.noDate(cells.name(), row, cells.textOfRow(row), order));
        }
        DateColumn.Builder column = new DateColumn.Builder(cells.name(), cells.rows()).order(order);
        long[] seconds = new long[cells.size()]; // by code
        Arrays.setAll(seconds, code -> seconds(code, order));
        for (int row = 0; row < cells.rows(); row++) {
            if (cells.isMissing(row)) {
                column.addMissing();
            } else {
                column.add(seconds[cells.code(row)]);
            }
        }
        if (isOpen) {
            column.ambiguous();
        }
        example(order).ifPresent(code -> {
            String text = cells.text(code);
            String value = DateColumn.text((double) seconds(code, order))
                    + DateText.of(text).orElseThrow().note();
            column.written(new Written(order.words(), text, value));
        });
        return new Finished(column.build());
    }

    /// The first date that is written unusually, with a fraction of a second if some have one; of those with years of
    /// two digits the latest, which lies in the future where the century is another one.
    private Optional<Integer> example(DateOrder order) {
        Optional<Integer> latest =
                shortYears.stream().boxed().max(Comparator.comparingLong(code -> seconds(code, order)));
        return latest.or(() -> first(fractions)).or(() -> first(unusual));
    }

    private Optional<Integer> first(BitSet codes) {
        return codes.isEmpty() ? Optional.empty() : Optional.of(cells.code(cells.firstRow(codes)));
    }
}
