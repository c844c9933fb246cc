package slope.tables;

import java.util.List;
import java.util.Optional;
import slope.internal.text.Sentence;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.NumberColumn;
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
        return noNumber(column, row, cell, Optional.empty());
    }

    /// @param example another cell of the column, which is one
    static CellProblem noNumber(String column, int row, String cell, Optional<String> example) {
        return noValue(
                column,
                row,
                cell,
                "a number%s was expected"
                        .formatted(example.map(CellProblem::suchAs).orElse("")));
    }

    /// @param example another cell of the column, which is one
    static CellProblem noTime(String column, int row, String cell, String example) {
        return noValue(column, row, cell, "a time%s was expected".formatted(suchAs(example)));
    }

    private static CellProblem noValue(String column, int row, String cell, String wanted) {
        return new CellProblem(
                column,
                row,
                quoted(cell),
                wanted,
                List.of(
                        new Remedy.TreatAsMissing(cell),
                        new Remedy.ReadAsCategory(column),
                        new Remedy.LeaveOutColumn(column)));
    }

    /// An amount that cannot be compared with others.
    static CellProblem otherUnit(String column, int row, String cell, String example) {
        return new CellProblem(
                column,
                row,
                quoted(cell),
                "numbers of one unit,%s, were expected".formatted(suchAs(example)),
                List.of(new Remedy.ReadAsCategory(column), new Remedy.LeaveOutColumn(column)));
    }

    /// A number that is a thousand times as large with one decimal mark as with the other.
    static CellProblem openMark(String column, int row, String cell, NumberParts number) {
        boolean isComma = number.digits().contains(DecimalMark.COMMA.text());
        DecimalMark decimal = isComma ? DecimalMark.COMMA : DecimalMark.POINT;
        return new CellProblem(
                column,
                row,
                quoted(cell),
                "it is not told whether that is %s or %s"
                        .formatted(
                                NumberColumn.text(number.value(decimal.thousands())),
                                NumberColumn.text(number.value(decimal))),
                List.of(new Remedy.GiveDecimalMark(decimal.text()), new Remedy.ReadAsCategory(column)));
    }

    /// A time of two numbers beside those of three.
    ///
    /// @param example another cell of the column, which has three
    static CellProblem openTime(String column, int row, String cell, String example) {
        String time = Sentence.quote(cell.strip());
        return new CellProblem(
                column,
                row,
                quoted(cell),
                "beside %s it is not told whether that is %s:00 or 0:%s".formatted(quoted(example), time, time),
                List.of(new Remedy.ReadAsCategory(column), new Remedy.LeaveOutColumn(column)));
    }

    static CellProblem infinite(String column, int row, String cell) {
        return new CellProblem(
                column,
                row,
                quoted(cell) + ", an infinite number",
                "networks need finite numbers",
                List.of(new Remedy.TreatAsMissing(cell), new Remedy.LeaveOutColumn(column)));
    }

    /// No date where dates were expected.
    ///
    /// @param example another cell of the column, which is one
    static CellProblem noDate(String column, int row, String cell, String example) {
        return noValue(column, row, cell, "a date%s was expected".formatted(suchAs(example)));
    }

    /// No date in this order; perhaps one in another.
    static CellProblem noDate(String column, int row, String cell, DateOrder order) {
        String wanted = switch (order) {
            case YEAR_FIRST -> "a date such as 2011-01-31";
            case DAY_FIRST -> "a date with the day first, such as 31/1/2011,";
            case MONTH_FIRST -> "a date with the month first, such as 1/31/2011,";
        };
        Remedy remedy =
                DateText.of(cell).isPresent() ? new Remedy.GiveDateOrder(column) : new Remedy.LeaveOutColumn(column);
        return new CellProblem(
                column, row, quoted(cell), wanted + " was expected", List.of(new Remedy.TreatAsMissing(cell), remedy));
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

    private static String suchAs(String example) {
        return " such as " + quoted(example);
    }

    private static String quoted(String cell) {
        return "\"" + Sentence.quote(cell) + "\"";
    }
}
