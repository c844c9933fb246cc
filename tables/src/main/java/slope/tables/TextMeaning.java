package slope.tables;

import java.util.BitSet;
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
        return DateTexts.of(cells)
                .or(() -> NumberTexts.of(cells, options))
                .or(() -> TimeTexts.of(cells))
                .or(() -> truths(cells))
                .orElseGet(() -> new Finished(cells.column()));
    }

    private static boolean isValue(String text) {
        return DateText.of(text).isPresent()
                || NumberParts.of(text).isPresent()
                || TextCell.of(text, NOTHING_MISSING).kind() != Kind.WORD
                || TimeNotation.isTime(text);
    }

    /// True and false, in upper or lower case.
    private static Optional<ColumnResult> truths(CellTexts cells) {
        BitSet truths = cells.codes(TextMeaning::isTruth);
        if (truths.isEmpty() || truths.cardinality() < cells.size()) {
            return Optional.empty();
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
