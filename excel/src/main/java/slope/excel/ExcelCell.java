package slope.excel;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import slope.table.DataException;
import slope.tables.engine.WorkbookEngine.Value;

/// What a cell holds. Dates are numbers that are shown as dates; of a formula it is the value that was
/// last computed.
final class ExcelCell {
    /// What in a format is no letter of a date: text in quotes, colours and elapsed hours in brackets, single letters.
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.|general|am/pm|a/p");

    private ExcelCell() {}

    static Value value(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return new Value.Empty();
        }
        if (cell.getValue() == null) {
            if (cell.getType() == CellType.FORMULA) {
                throw new DataException(
                        "%s: the formula has no value stored with it; open the workbook in a spreadsheet and save it"
                                .formatted(cell.getAddress()));
            }
            return new Value.Empty();
        }
        if (cell.getType() == CellType.ERROR) {
            return new Value.Failure(cell.getRawValue());
        }
        return switch (cell.getValue()) {
            case BigDecimal number -> number(cell, number);
            case Boolean truth -> new Value.Truth(truth);
            case String text when isError(text, cell) -> new Value.Failure(text);
            case String text -> text.isEmpty() ? new Value.Empty() : new Value.Text(text);
            default -> new Value.Text(cell.getText());
        };
    }

    /// The error of a formula.
    private static boolean isError(String text, Cell cell) {
        return cell.getType() == CellType.FORMULA
                && text.matches("#(N/A|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)");
    }

    private static Value number(Cell cell, BigDecimal number) {
        String letters = ASIDE.matcher(format(cell).toLowerCase(Locale.ROOT)).replaceAll("");
        boolean hasDay = letters.contains("y") || letters.contains("d");
        boolean hasTime = letters.contains("h") || letters.contains("s");
        if (!hasDay && !hasTime && !letters.contains("mmm")) {
            return new Value.Amount(number.doubleValue());
        }
        if (number.signum() < 0) {
            throw new DataException("%s: %s is shown as a date, and no date is before 1900; show it as a number"
                    .formatted(cell.getAddress(), number.toPlainString()));
        }
        LocalDateTime moment = cell.asDate();
        // The double is the nearest one to a whole second.
        LocalDateTime rounded = moment.plusNanos(500_000_000).withNano(0);
        boolean isTimeOfDay = hasTime && !hasDay && number.compareTo(BigDecimal.ONE) < 0;
        return isTimeOfDay
                ? new Value.Text(DateTimeFormatter.ISO_LOCAL_TIME.format(rounded))
                : new Value.Moment(rounded);
    }

    /// Numbers that stand for formats which the file does not write out.
    private static String format(Cell cell) {
        int number = Optional.ofNullable(cell.getDataFormatId()).orElse(0);
        if ((number >= 14 && number <= 17) || (number >= 27 && number <= 36) || (number >= 50 && number <= 58)) {
            return "yyyy-mm-dd";
        }
        if (number == 22) {
            return "yyyy-mm-dd h:mm";
        }
        if ((number >= 18 && number <= 21) || number == 45 || number == 47) {
            return "h:mm:ss";
        }
        return Optional.ofNullable(cell.getDataFormatString()).orElse("");
    }
}
