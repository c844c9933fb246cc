package slope.tables;

import slope.table.DateOrder;
import slope.table.Sentence;

/// A cell that spoils its column.
///
/// @param row from 0, over all files
/// @param sentence what is wrong and what to do, to stand behind the place
record CellProblem(int row, String sentence) {

    static CellProblem noNumber(String column, int row, String cell) {
        return new CellProblem(
                row,
                ("column \"%s\" has \"%s\"; a number was expected (treat it as missing with --missing \"%s\","
                                + " or, in training, name the column with --categorical or --ignore)")
                        .formatted(column, Sentence.quote(cell), Sentence.quote(cell)));
    }

    static CellProblem infinite(String column, int row, String cell) {
        return new CellProblem(
                row,
                ("column \"%s\" has \"%s\", an infinite number; networks need finite ones (treat it as missing with"
                                + " --missing \"%s\", or, in training, leave the column out with --ignore)")
                        .formatted(column, Sentence.quote(cell), Sentence.quote(cell)));
    }

    static CellProblem decimalComma(String column, int row, String cell) {
        return new CellProblem(
                row,
                ("column \"%s\" has \"%s\"; numbers are written with a decimal point, as %s"
                                + " (or, in training, name the column with --categorical or --ignore)")
                        .formatted(column, Sentence.quote(cell), Sentence.quote(cell.replace(',', '.'))));
    }

    static CellProblem noDate(String column, int row, String cell, DateOrder order) {
        String wanted = switch (order) {
            case YEAR_FIRST -> "a date such as 2011-01-31";
            case DAY_FIRST -> "a date with the day first, such as 31/1/2011,";
            case MONTH_FIRST -> "a date with the month first, such as 1/31/2011,";
        };
        return new CellProblem(
                row,
                ("column \"%s\" has \"%s\"; %s was expected (treat it as missing with --missing \"%s\","
                                + " or say what comes first with --day-first or --month-first)")
                        .formatted(column, Sentence.quote(cell), wanted, Sentence.quote(cell)));
    }

    static CellProblem nested(String column, int row, String what) {
        return new CellProblem(
                row,
                "column \"%s\" has %s; only numbers, true/false and text can be read (leave it out with --ignore)"
                        .formatted(column, what));
    }
}
