package slope.tables;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import slope.table.NumberColumn;
import slope.table.Written;
import slope.tables.ColumnResult.Finished;
import slope.tables.ColumnResult.Spoiled;

/// Makes seconds of columns of times without a date: 13:45, 1:45 PM, 1:23:45, PT1H30M, 1h 30m.
///
/// All of a column are of one form: beside 1:02:03, it is not known whether 59:30 has hours or
/// minutes.
final class TimeTexts {
    private TimeTexts() {}

    /// The column as seconds, if that is what its texts are meant to be.
    static Optional<ColumnResult> of(CellTexts cells) {
        Map<TimeNotation, BitSet> written = new EnumMap<>(TimeNotation.class);
        for (TimeNotation form : TimeNotation.values()) {
            written.put(form, cells.codes(form::writes));
        }
        Optional<ColumnResult> open = open(cells, in(TimeNotation.HOURS_MINUTES_SECONDS, written));
        return open.isPresent()
                ? open
                : written.entrySet().stream()
                        .max(Comparator.comparingLong(form -> cells.cells(form.getValue())))
                        .filter(form -> cells.areMeant(form.getValue()))
                        .map(form -> result(form.getKey(), form.getValue(), cells));
    }

    private static BitSet in(TimeNotation form, Map<TimeNotation, BitSet> written) {
        return Objects.requireNonNull(written.get(form), "every form has some");
    }

    /// Refuses 59:30 beside 1:02:03: as many cells have seconds, or there are not so many hours in a day.
    ///
    /// @param whole the codes of times with seconds
    private static Optional<ColumnResult> open(CellTexts cells, BitSet whole) {
        BitSet open = whole.isEmpty() ? whole : cells.codes(TimeNotation::isOpen);
        BitSet both = (BitSet) whole.clone();
        both.or(open);
        boolean isOpen = cells.cells(whole) >= cells.cells(open)
                || open.stream()
                        .anyMatch(code -> TimeNotation.HOURS_MINUTES.number(cells.text(code)) >= TimeNotation.DAY);
        if (open.isEmpty() || !isOpen || !cells.areMeant(both)) {
            return Optional.empty();
        }
        int row = cells.firstRow(open);
        String example = cells.textOfRow(cells.firstRow(whole));
        return Optional.of(new Spoiled(CellProblem.openTime(cells.name(), row, cells.textOfRow(row), example)));
    }

    private static ColumnResult result(TimeNotation form, BitSet written, CellTexts cells) {
        BitSet others = cells.others(cells.codes(text -> !Double.isNaN(form.number(text))));
        String example = cells.textOfRow(cells.firstRow(written));
        if (!others.isEmpty()) {
            int row = cells.firstRow(others);
            return new Spoiled(CellProblem.noTime(cells.name(), row, cells.textOfRow(row), example));
        }
        double[] seconds = new double[cells.size()];
        Arrays.setAll(seconds, code -> form.number(cells.text(code)));
        String value = NumberColumn.text(form.number(example)) + " seconds";
        return new Finished(cells.numbers(seconds)
                .written(new Written(form.pattern(), example, value))
                .build());
    }
}
