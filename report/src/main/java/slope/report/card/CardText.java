package slope.report.card;

import slope.report.model.Facts;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A card, for people at a terminal.
final class CardText {
    private CardText() {}

    static String of(CardReport card, int width) {
        Facts facts = new Facts(width);
        CardFacts.of(card, CardFacts.FEW_DIGITS).forEach(facts::row);
        Prose text = new Prose(width);
        for (CardSection section : CardSections.of(card)) {
            text.heading(section.heading());
            section.tables().forEach(table -> text.table(table(table)));
            section.sentences().forEach(text::say);
            if (!section.lines().isEmpty()) {
                text.lines(section.lines());
            }
        }
        return "\n" + facts + "\n" + text;
    }

    private static TextTable table(CardTable table) {
        TextTable text = new TextTable();
        table.rows().forEach(text::row);
        return text;
    }
}
