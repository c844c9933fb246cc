package slope.tables;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import slope.table.NumberColumn;
import slope.table.Written;
import slope.tables.ColumnCells.Finished;
import slope.tables.ColumnCells.Result;
import slope.tables.ColumnCells.Spoiled;

/// Makes seconds of columns of times without a date: 13:45, 1:45 PM, 1:23:45, PT1H30M, 1h 30m.
///
/// All of a column are of one form: beside 1:02:03, it is not known whether 59:30 has hours or
/// minutes.
final class TimeTexts {
    private TimeTexts() {}

    /// The column as seconds, if that is what its texts are meant to be.
    static Optional<Result> of(CellTexts cells) {
        return Stream.of(TimeNotation.values())
                .max(Comparator.comparingLong(form -> cells.cells(in(form, cells))))
                .filter(form -> cells.areMeant(in(form, cells)))
                .map(form -> result(form, cells));
    }

    private static BitSet in(TimeNotation form, CellTexts cells) {
        return cells.codes(form::writes);
    }

    private static Result result(TimeNotation form, CellTexts cells) {
        BitSet others = cells.others(cells.codes(text -> !Double.isNaN(form.number(text))));
        String example = cells.column().text(cells.firstRow(in(form, cells)));
        if (!others.isEmpty()) {
            int row = cells.firstRow(others);
            return new Spoiled(
                    CellProblem.noTime(cells.name(), row, cells.column().text(row), example));
        }
        NumberColumn.Builder column =
                new NumberColumn.Builder(cells.name(), cells.column().rows());
        double[] seconds = cells.texts().stream().mapToDouble(form::number).toArray();
        for (int row = 0; row < cells.column().rows(); row++) {
            column.add(
                    cells.column().isMissing(row)
                            ? Double.NaN
                            : seconds[cells.column().code(row)]);
        }
        String value = NumberColumn.text(form.number(example)) + " seconds";
        return new Finished(
                column.written(new Written(form.pattern(), example, value)).build());
    }
}
