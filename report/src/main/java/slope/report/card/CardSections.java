package slope.report.card;

import java.util.List;
import java.util.Map;
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
                        Optional.of(ScoreSection.of(card)),
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
        if (card.training().flatMap(CardTraining::selection).isPresent()) {
            return CardSection.unknown(
                    VERIFICATION,
                    "No single training gives it again: it was selected among several. The folder of their search has"
                            + " the model and the request of each, which can be verified by itself.");
        }
        if (card.training().flatMap(CardTraining::interrupted).isPresent()) {
            return CardSection.unknown(
                    VERIFICATION,
                    "It cannot be verified: the training was interrupted, and to its end it gives another model.");
        }
        return card.training()
                .flatMap(CardTraining::request)
                .map(request -> new CardSection(
                        VERIFICATION,
                        List.of(),
                        List.of("The file keeps the request of its training. Trained again by it, on the table with"
                                + " this hash, the model is the same, bit for bit" + unlessCut(request) + "."),
                        card.verification().stream().toList()))
                .orElseGet(() -> CardSection.unknown(
                        VERIFICATION, "It cannot be trained again: the file has no request of its training."));
    }

    private static String unlessCut(Map<String, Object> request) {
        boolean isLimited =
                request.get("training") instanceof Map<?, ?> training && training.containsKey("timeLimitSeconds");
        return isLimited ? ", unless the time limit ends the training at another epoch" : "";
    }
}
