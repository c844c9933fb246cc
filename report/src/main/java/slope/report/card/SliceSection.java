package slope.report.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.internal.text.Numerals;
import slope.report.card.CardSlices.CardSlice;

/// Where a model is weak: the slices of rows with the largest losses.
final class SliceSection {
    private static final String HEADING = "Where it is weak";

    /// Fewer validation rows tell nothing about parts of them.
    private static final int FEWEST_ROWS = 100;

    private SliceSection() {}

    static CardSection of(CardReport card) {
        return card.quality()
                .slices()
                .map(SliceSection::of)
                .orElseGet(() -> CardSection.unknown(HEADING, whyNot(card)));
    }

    private static String whyNot(CardReport card) {
        return card.training()
                .map(training -> training.rows().validation())
                .filter(rows -> rows > 0 && rows < FEWEST_ROWS)
                .map("Not known: %s validation rows are too few to look for groups with large losses."::formatted)
                .orElse("Not known: the file does not say in which rows its losses are large.");
    }

    private static CardSection of(CardSlices slices) {
        String searched =
                "A shallow tree over the losses of %s validation rows looked for groups in which they are large"
                        .formatted(Numerals.count(slices.searchedRows()));
        List<CardSlice> worse = slices.worst().stream()
                .filter(slice -> slice.loss() > slices.loss())
                .toList();
        if (worse.isEmpty()) {
            return CardSection.unknown(
                    HEADING, searched + ": no column tells rows with larger losses from the others.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rows with", "rows", slices.metric(), ScoreSection.INTERVAL));
        rows.add(List.of("all", Numerals.count(slices.rows()), Numerals.score(slices.loss()), ""));
        worse.forEach(slice -> rows.add(row(slice)));
        return CardSection.of(
                HEADING,
                new CardTable("Rows with large losses", rows),
                searched
                        + ". They are scored on %s other rows, so that their losses are not chosen to be large."
                                .formatted(Numerals.count(slices.rows())),
                clear(worse));
    }

    private static String clear(List<CardSlice> worse) {
        List<String> clear = worse.stream()
                .filter(CardSlice::clear)
                .map(slice -> String.join(", ", slice.conditions()))
                .toList();
        if (clear.isEmpty()) {
            return "None is clearly worse: each interval includes the mean of all rows.";
        }
        return clear.size() == worse.size()
                ? "Clearly worse than the mean of all rows: each interval is above it."
                : "Clearly worse, with an interval above the mean of all rows: %s.".formatted(String.join("; ", clear));
    }

    private static List<String> row(CardSlice slice) {
        return List.of(
                String.join(", ", slice.conditions()),
                Numerals.count(slice.rows()),
                Numerals.score(slice.loss()),
                ScoreSection.text(Optional.of(slice.interval())));
    }
}
