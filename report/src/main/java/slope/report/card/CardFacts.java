package slope.report.card;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import slope.internal.text.Numerals;
import slope.report.model.ModelReport.RecordedRows;
import slope.report.model.TargetText;

/// What stands at the top of a card: names and values.
final class CardFacts {
    private CardFacts() {}

    static SequencedMap<String, String> of(CardReport card) {
        CardModel model = card.model();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("predicts", TargetText.of(model.task()));
        facts.put("from", card.columns().size() == 1 ? "1 column" : card.columns().size() + " columns");
        facts.put(
                "file",
                model.file()
                        + model.lastChanged()
                                .map(day -> ", last changed " + day)
                                .orElse(""));
        facts.put(
                "written by",
                model.slope().map(version -> "slope " + version).orElse("another program; its training is not known"));
        facts.put("parameters", Numerals.count(model.parameters()));
        facts.put("model hash", "SHA-256 " + model.hash());
        card.training().ifPresent(training -> add(training, facts));
        return facts;
    }

    private static void add(CardTraining training, SequencedMap<String, String> facts) {
        RecordedRows rows = training.rows();
        int networks = rows.splitHashes().size();
        facts.put(
                "trained on",
                rows.all() == 0
                        ? "rows that the file does not tell"
                        : "%s rows: %s training%s, %s validation"
                                .formatted(
                                        Numerals.count(rows.all()),
                                        Numerals.count(rows.training()),
                                        networks == 1 ? "" : " in the first of %s folds".formatted(networks),
                                        Numerals.count(rows.validation())));
        facts.put("table hash", rows.hash().isEmpty() ? "not known" : "SHA-256 " + rows.hash());
        training.weightColumn().ifPresent(column -> facts.put("weighted by", column));
        training.seed().ifPresent(seed -> facts.put("seed", seed.toString()));
    }
}
