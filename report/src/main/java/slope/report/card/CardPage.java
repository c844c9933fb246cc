package slope.report.card;

import java.util.stream.Collectors;
import slope.report.explanation.ImportanceBars;
import slope.report.page.Markup;
import slope.report.page.Page;

/// A card as one HTML file that needs no other, or as a part of another page.
final class CardPage {
    private CardPage() {}

    static String html(CardReport card) {
        return new Page("Model card of " + card.model().file(), facts(card) + sections(card)).html();
    }

    private static String facts(CardReport card) {
        return CardFacts.of(card, CardFacts.ALL_DIGITS).entrySet().stream()
                .map(fact -> "<dt>%s</dt><dd>%s</dd>\n"
                        .formatted(Markup.escaped(fact.getKey()), Markup.escaped(fact.getValue())))
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    static String sections(CardReport card) {
        return CardSections.of(card).stream()
                .map(section -> section(card, section))
                .collect(Collectors.joining());
    }

    private static String section(CardReport card, CardSection section) {
        StringBuilder content = new StringBuilder();
        if (section.heading().equals(CardSections.IMPORTANCE)) {
            card.quality().importance().map(ImportanceBars::figure).ifPresent(content::append);
        }
        section.tables().forEach(table -> content.append(Markup.table(section.heading(), table)));
        section.sentences().forEach(sentence -> content.append(Markup.paragraph(sentence)));
        if (!section.lines().isEmpty()) {
            content.append(Markup.lines(section.lines()));
        }
        return Markup.section(section.heading(), content.toString());
    }
}
