package slope.tables;

import java.util.Optional;
import java.util.Set;
import slope.table.BooleanColumn;
import slope.tables.ColumnResult.Finished;
import slope.tables.TextCell.Kind;

/// Finds out what a column of text holds: dates, numbers, times, or text that means nothing else.
/// Looked at are its different texts, once all are there.
final class TextMeaning {
    private static final MissingTexts NOTHING_MISSING = MissingTexts.of(Set.of());

    private TextMeaning() {}

    /// What the texts are meant to be.
    static ColumnResult of(CellTexts cells, ReadOptions options) {
        if (options.dates().containsKey(cells.name())) {
            return DateTexts.of(cells, options.dates().get(cells.name()));
        }
        if (options.numeric().contains(cells.name())) {
            return NumberTexts.surely(cells, options);
        }
        if (!cells.mayBeMeant(TextMeaning::isValue)) {
            return new Finished(cells.column());
        }
        return dates(cells)
                .or(() -> NumberTexts.of(cells, options))
                .or(() -> times(cells))
                .or(() -> truths(cells))
                .orElseGet(() -> new Finished(cells.column()));
    }

    /// A sample tells of many texts that they are no dates, before all of them are looked at.
    private static Optional<ColumnResult> dates(CellTexts cells) {
        return cells.mayBeMeant(TextMeaning::isDate) ? DateTexts.of(cells) : Optional.empty();
    }

    private static Optional<ColumnResult> times(CellTexts cells) {
        return cells.mayBeMeant(TimeNotation::isTime) ? TimeTexts.of(cells) : Optional.empty();
    }

    private static boolean isDate(String text) {
        return DateText.of(text).isPresent();
    }

    private static boolean isValue(String text) {
        return isDate(text)
                || NumberParts.of(text).isPresent()
                || TextCell.of(text, NOTHING_MISSING).kind() != Kind.WORD
                || TimeNotation.isTime(text);
    }

    /// True and false, in upper or lower case.
    private static Optional<ColumnResult> truths(CellTexts cells) {
        for (int code = 0; code < cells.size(); code++) {
            if (!isTruth(cells.text(code))) {
                return Optional.empty();
            }
        }
        BooleanColumn.Builder column = new BooleanColumn.Builder(cells.name());
        for (int row = 0; row < cells.rows(); row++) {
            if (cells.isMissing(row)) {
                column.addMissing();
            } else {
                column.add(KeptCells.isTrue(cells.textOfRow(row)));
            }
        }
        return Optional.of(new Finished(column.build()));
    }

    private static boolean isTruth(String text) {
        String word = text.strip();
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }
}
