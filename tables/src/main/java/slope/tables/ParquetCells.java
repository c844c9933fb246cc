package slope.tables;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import slope.table.ColumnKind;
import slope.tables.engine.TypedFile.Cells;

/// A column of a Parquet file on its way to a table.
final class ParquetCells {
    private final ColumnKind kind;
    private final ColumnCells column;
    private final ReadOptions options;
    private final Set<Double> missingNumbers; // those that stand for a missing one

    /// @param kind of what comes
    ParquetCells(ColumnKind kind, ColumnCells column, ReadOptions options) {
        this.kind = kind;
        this.column = column;
        this.options = options;
        this.missingNumbers = missingNumbers(options);
    }

    /// Takes the cells of a chunk.
    void gather(Cells cells, int rows) {
        for (int row = 0; row < rows; row++) {
            if (cells.isMissing(row)) {
                column.addMissing();
                continue;
            }
            switch (kind) {
                case NUMBER -> addNumber(cells.number(row));
                case BOOLEAN -> column.addBoolean(Boolean.toString(cells.isTrue(row)));
                case DATE -> column.addDate(LocalDateTime.ofEpochSecond(cells.seconds(row), 0, ZoneOffset.UTC));
                case CATEGORY -> addText(cells.text(row));
            }
        }
    }

    private void addNumber(double value) {
        if (!missingNumbers.isEmpty() && missingNumbers.contains(value)) {
            column.addMissing();
        } else if (Double.isInfinite(value)) {
            column.addInfinite(value > 0 ? "inf" : "-inf");
        } else {
            column.addNumber(value);
        }
    }

    private void addText(String text) {
        if (options.isMissing(text)) {
            column.addMissing(text);
        } else {
            column.addText(text);
        }
    }

    private static Set<Double> missingNumbers(ReadOptions options) {
        return options.missing().stream()
                .map(ParquetCells::number)
                .filter(number -> !number.isNaN())
                .collect(Collectors.toSet());
    }

    private static Double number(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> parsed(text);
        };
    }

    private static Double parsed(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException ignored) {
            return Double.NaN;
        }
    }
}
