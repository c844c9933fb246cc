package slope.target;

import java.util.List;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// A class for each row, with the probability of every class.
public final class ClassPredictions implements Predictions {
    private final String column;
    private final NamedValues probabilities; // of each class

    /// @param column what is predicted
    /// @param classes the names, in the order of the probabilities
    /// @param probabilities rows × classes, row-major, each row summing to 1; copied
    public ClassPredictions(String column, List<String> classes, double[] probabilities) {
        this.column = column;
        this.probabilities = new NamedValues(classes, probabilities);
    }

    /// The classes, in the order of the probabilities.
    public List<String> classes() {
        return probabilities.names();
    }

    @Override
    public int rows() {
        return probabilities.rows();
    }

    @Override
    public List<String> names() {
        return List.of(column);
    }

    @Override
    public boolean isFinite(int row) {
        return probabilities.isFinite(row);
    }

    /// How likely the class of this number is, from 0 to 1.
    public double probability(int row, int index) {
        return probabilities.at(row, index);
    }

    /// The number of the likeliest class, the first of equals.
    public int mostLikely(int row) {
        int count = classes().size();
        return ScoredRows.mostLikely(probabilities.array(), row * count, count);
    }

    @Override
    public String text(int row, int index) {
        return classes().get(mostLikely(row));
    }

    @Override
    public double probability(int row, String name) {
        return probabilities.at(row, name);
    }

    @Override
    public ScoredRows against(double[] actual, double[] weights) {
        return ScoredRows.of(Form.CLASSES, probabilities.array(), classes().size(), actual, weights);
    }

    @Override
    public String toString() {
        return NamedValues.head(this);
    }
}
