package slope.tables;

import java.util.List;
import slope.internal.text.Sentence;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.Place;
import slope.table.Remedy;

/// A cell that makes its column unusable.
///
/// @param column its name
/// @param row from 0, over all files
/// @param found what was found, to follow "has"
/// @param wanted what was expected, a clause
/// @param remedies what to do about it
record CellProblem(String column, int row, String found, String wanted, List<Remedy> remedies) {

    static CellProblem noNumber(String column, int row, String cell) {
        return new CellProblem(
                column,
                row,
                quoted(cell),
                "a number was expected",
                List.of(
                        new Remedy.TreatAsMissing(cell),
                        new Remedy.ReadAsCategory(column),
                        new Remedy.LeaveOutColumn(column)));
    }

    static CellProblem infinite(String column, int row, String cell) {
        return new CellProblem(
                column,
                row,
                quoted(cell) + ", an infinite number",
                "networks need finite numbers",
                List.of(new Remedy.TreatAsMissing(cell), new Remedy.LeaveOutColumn(column)));
    }

    static CellProblem decimalComma(String column, int row, String cell) {
        return new CellProblem(
                column,
                row,
                quoted(cell),
                "numbers are written with a decimal point, as " + Sentence.quote(cell.replace(',', '.')),
                List.of(new Remedy.ReadAsCategory(column), new Remedy.LeaveOutColumn(column)));
    }

    static CellProblem noDate(String column, int row, String cell, DateOrder order) {
        String wanted = switch (order) {
            case YEAR_FIRST -> "a date such as 2011-01-31";
            case DAY_FIRST -> "a date with the day first, such as 31/1/2011,";
            case MONTH_FIRST -> "a date with the month first, such as 1/31/2011,";
        };
        return new CellProblem(
                column,
                row,
                quoted(cell),
                wanted + " was expected",
                List.of(new Remedy.TreatAsMissing(cell), new Remedy.GiveDateOrder(column)));
    }

    static CellProblem nested(String column, int row, String what) {
        return new CellProblem(
                column,
                row,
                what,
                "only numbers, true/false and text can be read",
                List.of(new Remedy.LeaveOutColumn(column)));
    }

    /// @param place its line or row, or its file if no more is known
    DataException at(Place place) {
        return DataException.at(place.column(column), found, wanted, remedies.toArray(Remedy[]::new));
    }

    private static String quoted(String cell) {
        return "\"" + Sentence.quote(cell) + "\"";
    }
}
