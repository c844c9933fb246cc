package slope.report.card;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.report.explanation.ImportanceTable;

/// The sections of a card. One that the file knows nothing for says so.
final class CardSections {
    static final String IMPORTANCE = "What matters";
    private static final String VERIFICATION = "How to verify it";

    private CardSections() {}

    static List<CardSection> of(CardReport card) {
        return Stream.of(
                        Optional.of(ScoreSection.of(card.quality())),
                        Optional.of(SliceSection.of(card)),
                        CalibrationSection.of(card),
                        Optional.of(importance(card)),
                        Optional.of(ColumnsSection.of(card)),
                        Optional.of(verification(card)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static CardSection importance(CardReport card) {
        return card.quality()
                .importance()
                .map(facts -> CardSection.of(
                        IMPORTANCE,
                        new CardTable("Importance of columns", ImportanceTable.of(facts)),
                        ImportanceTable.sentence(facts)))
                .orElseGet(() -> CardSection.unknown(
                        IMPORTANCE, "Not known: the file does not say how much its columns matter."));
    }

    private static CardSection verification(CardReport card) {
        boolean hasRequest = card.training().flatMap(CardTraining::request).isPresent();
        return hasRequest
                ? new CardSection(
                        VERIFICATION,
                        List.of(),
                        List.of("The file keeps the request of its training. Trained again by it, on the table with"
                                + " this hash, the model is the same, bit for bit."),
                        card.verification().stream().toList())
                : CardSection.unknown(
                        VERIFICATION, "It cannot be trained again: the file has no request of its training.");
    }
}
