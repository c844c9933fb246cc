package slope.target;

import java.util.List;
import java.util.Optional;
import slope.metric.ScoredRows.Form;

/// The probability of each label for each row.
public final class LabelPredictions extends Predictions {
    private final List<List<String>> words; // of each label: not having it, having it

    /// @param columns the names of the labels
    /// @param words for each label, the words for its absence and its presence
    /// @param probabilities rows × labels, row-major; copied
    public LabelPredictions(List<String> columns, List<List<String>> words, double[] probabilities) {
        this(columns, words, probabilities, Optional.empty());
    }

    private LabelPredictions(
            List<String> columns, List<List<String>> words, double[] probabilities, Optional<PredictionSets> sets) {
        super(columns, probabilities, sets);
        this.words = words.stream().map(List::copyOf).toList();
    }

    @Override
    public LabelPredictions with(PredictionSets sets) {
        return new LabelPredictions(outputs(), words, array(), Optional.of(sets));
    }

    @Override
    Form form() {
        return Form.LABELS;
    }

    /// The probability of the label, from 0 to 1.
    public double probability(int row, int label) {
        return at(row, label);
    }

    /// Whether the label is predicted.
    public boolean has(int row, int label) {
        return probability(row, label) >= 0.5;
    }

    @Override
    public String text(int row, int index) {
        return words.get(index).get(has(row, index) ? 1 : 0);
    }
}
