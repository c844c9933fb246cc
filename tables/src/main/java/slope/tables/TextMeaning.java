package slope.tables;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.tables.ColumnCells.Finished;
import slope.tables.ColumnCells.Result;

/// Finds out what a column of text holds: dates, numbers, times, or text that means nothing else.
/// Looked at are its different texts, once all are there.
final class TextMeaning {
    private TextMeaning() {}

    /// What the texts are meant to be.
    static Result of(CategoryColumn texts, ReadOptions options) {
        if (options.dates().containsKey(texts.name())) {
            return DateTexts.of(texts, options.dates().get(texts.name()));
        }
        CellTexts cells = CellTexts.of(texts);
        if (options.numeric().contains(texts.name())) {
            return NumberTexts.surely(cells, options);
        }
        if (!cells.mayBeMeant(TextMeaning::isValue)) {
            return new Finished(texts);
        }
        return DateTexts.of(cells)
                .or(() -> NumberTexts.of(cells, options))
                .or(() -> TimeTexts.of(cells))
                .or(() -> truths(cells))
                .orElse(new Finished(texts));
    }

    private static boolean isValue(String text) {
        return DateText.of(text).isPresent()
                || NumberParts.of(text).isPresent()
                || !Double.isNaN(PlainNotation.NUMBER.number(text))
                || Stream.of(TimeNotation.values()).anyMatch(form -> form.writes(text));
    }

    /// True and false, in upper or lower case.
    private static Optional<Result> truths(CellTexts cells) {
        boolean areTruths = cells.texts().stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .allMatch(text -> text.equals("true") || text.equals("false"));
        if (!areTruths || cells.texts().isEmpty()) {
            return Optional.empty();
        }
        BooleanColumn.Builder column = new BooleanColumn.Builder(cells.name());
        for (int row = 0; row < cells.column().rows(); row++) {
            if (cells.column().isMissing(row)) {
                column.addMissing();
            } else {
                column.add(Boolean.parseBoolean(cells.column().text(row).strip()));
            }
        }
        return Optional.of(new Finished(column.build()));
    }
}
