package slope.report.card;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import slope.internal.text.Numerals;
import slope.report.model.ModelReport.RecordedRows;
import slope.report.model.TargetText;

/// What stands at the top of a card: names and values.
final class CardFacts {
    /// Enough to see whether two are the same.
    static final int FEW_DIGITS = 12;

    static final int ALL_DIGITS = 64;

    private CardFacts() {}

    /// @param digits of hashes, 64 for all
    static SequencedMap<String, String> of(CardReport card, int digits) {
        CardModel model = card.model();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("predicts", TargetText.of(model.task()));
        facts.put(
                "from", card.columns().size() == 1 ? "1 column" : card.columns().size() + " columns");
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
        facts.put("model hash", hash(model.hash(), digits));
        card.training().ifPresent(training -> {
            add(training, digits, facts);
            card.quality()
                    .testRows()
                    .ifPresent(rows ->
                            facts.merge("trained on", ", %s test".formatted(Numerals.count(rows)), String::concat));
        });
        return facts;
    }

    private static void add(CardTraining training, int digits, SequencedMap<String, String> facts) {
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
        training.selection().ifPresent(selected -> facts.put("selected", selected));
        training.interrupted().ifPresent(place -> facts.put("interrupted", place));
        facts.put("table hash", rows.hash().isEmpty() ? "not known" : hash(rows.hash(), digits));
        training.weightColumn().ifPresent(column -> facts.put("weighted by", column));
        training.seed().ifPresent(seed -> facts.put("seed", seed.toString()));
    }

    private static String hash(String hash, int digits) {
        return hash.length() <= digits
                ? "SHA-256 " + hash
                : "SHA-256 %s, the first %s digits".formatted(hash.substring(0, digits), digits);
    }
}
