package slope.target;

import java.util.List;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// The probability of each label for each row.
public final class LabelPredictions implements Predictions {
    private final List<List<String>> words; // of each label: not having it, having it
    private final NamedValues probabilities; // of each label

    /// @param columns the names of the labels
    /// @param words for each label, the words for its absence and its presence
    /// @param probabilities rows × labels, row-major; copied
    public LabelPredictions(List<String> columns, List<List<String>> words, double[] probabilities) {
        this.words = words.stream().map(List::copyOf).toList();
        this.probabilities = new NamedValues(columns, probabilities);
    }

    @Override
    public int rows() {
        return probabilities.rows();
    }

    @Override
    public List<String> names() {
        return probabilities.names();
    }

    @Override
    public boolean isFinite(int row) {
        return probabilities.isFinite(row);
    }

    /// The probability of the label, from 0 to 1.
    public double probability(int row, int label) {
        return probabilities.at(row, label);
    }

    /// Whether the label is predicted.
    public boolean has(int row, int label) {
        return probability(row, label) >= 0.5;
    }

    @Override
    public String text(int row, int index) {
        return words.get(index).get(has(row, index) ? 1 : 0);
    }

    @Override
    public double probability(int row, String name) {
        return probabilities.at(row, name);
    }

    @Override
    public ScoredRows against(double[] actual, double[] weights) {
        return ScoredRows.of(Form.LABELS, probabilities.array(), names().size(), actual, weights);
    }

    @Override
    public String toString() {
        return NamedValues.head(this);
    }
}
