package slope.report.card;

import java.util.stream.Collectors;
import slope.report.explanation.ImportanceBars;
import slope.report.page.Markup;
import slope.report.page.Page;

/// A card as one HTML file that needs no other, or as a part of another page.
final class CardPage {
    private CardPage() {}

    static String html(CardReport card) {
        String sections = CardSections.of(card).stream()
                .map(section -> Markup.section(section.heading(), content(card, section)))
                .collect(Collectors.joining());
        return new Page("Model card of " + card.model().file(), facts(card) + sections).html();
    }

    static String section(CardReport card) {
        String parts = CardSections.of(card).stream()
                .map(section -> Markup.heading(3, section.heading()) + content(card, section))
                .collect(Collectors.joining());
        return Markup.section(
                "Model card",
                Markup.paragraph("What the model's file says of it, from its training."),
                facts(card),
                parts);
    }

    private static String facts(CardReport card) {
        return CardFacts.of(card, CardFacts.ALL_DIGITS).entrySet().stream()
                .map(fact -> "<dt>%s</dt><dd>%s</dd>\n"
                        .formatted(Markup.escaped(fact.getKey()), Markup.escaped(fact.getValue())))
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    private static String content(CardReport card, CardSection section) {
        StringBuilder content = new StringBuilder();
        if (section.heading().equals(CardSections.IMPORTANCE)) {
            card.quality().importance().map(ImportanceBars::figure).ifPresent(content::append);
        }
        section.tables().forEach(table -> content.append(Markup.table(table.name(), table.rows())));
        section.sentences().forEach(sentence -> content.append(Markup.paragraph(sentence)));
        return section.lines().isEmpty()
                ? content.toString()
                : content.append(Markup.lines(section.lines())).toString();
    }
}
