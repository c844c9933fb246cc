package slope.report.card;

import java.util.ArrayList;
import java.util.List;
import slope.internal.text.Numerals;
import slope.table.ColumnKind;

/// The columns that a model reads, and what they had in training.
final class ColumnsSection {
    /// Longer lists are cut; the JSON has all.
    private static final int MOST_COLUMNS = 50;

    private static final int MOST_WORDS = 6;

    private static final int DIGITS = 7; // of the ends of ranges

    private ColumnsSection() {}

    static CardSection of(CardReport card) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("column", "holds", "in training"));
        card.columns().stream()
                .limit(MOST_COLUMNS)
                .forEach(column -> rows.add(List.of(column.name(), column.kind().words(), seen(column))));
        int others = Math.max(0, card.columns().size() - MOST_COLUMNS);
        String more = others == 0 ? "" : "And %s more columns. ".formatted(Numerals.count(others));
        return CardSection.of(
                "What it saw",
                new CardTable("Columns in training", rows),
                more + "The model also predicts for other values, which it was not trained on.");
    }

    private static String seen(CardColumn column) {
        if (column.seen().isEmpty()) {
            return column.kind() == ColumnKind.BOOLEAN ? "" : "not known";
        }
        return switch (column.seen().get()) {
            case CardColumn.Numbers numbers ->
                Double.isNaN(numbers.least())
                        ? "no value"
                        : "%s to %s"
                                .formatted(
                                        Numerals.significant(numbers.least(), DIGITS),
                                        Numerals.significant(numbers.most(), DIGITS));
            case CardColumn.Dates dates -> "%s to %s".formatted(dates.first(), dates.last());
            case CardColumn.Words words -> text(words);
        };
    }

    private static String text(CardColumn.Words words) {
        List<String> shown = words.words().stream().limit(MOST_WORDS).toList();
        int others = words.words().size() - shown.size();
        return String.join(", ", shown)
                + (others > 0 ? " and %s more".formatted(Numerals.count(others)) : "")
                + (words.missing() ? " (some missing)" : "");
    }
}
