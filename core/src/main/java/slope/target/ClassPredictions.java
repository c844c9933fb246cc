package slope.target;

import java.util.List;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// A class for each row, with the probability of every class.
public final class ClassPredictions extends Predictions {
    private final String column;

    /// @param column what is predicted
    /// @param classes the names, in the order of the probabilities
    /// @param probabilities rows × classes, row-major, each row summing to 1; copied
    public ClassPredictions(String column, List<String> classes, double[] probabilities) {
        super(classes, probabilities);
        this.column = column;
    }

    @Override
    Form form() {
        return Form.CLASSES;
    }

    /// The classes, in the order of the probabilities.
    public List<String> classes() {
        return outputs();
    }

    @Override
    public List<String> names() {
        return List.of(column);
    }

    /// How likely the class of this number is, from 0 to 1.
    public double probability(int row, int index) {
        return at(row, index);
    }

    /// The number of the most likely class, the first of equals.
    public int mostLikely(int row) {
        int count = classes().size();
        return ScoredRows.mostLikely(array(), row * count, count);
    }

    @Override
    public String text(int row, int index) {
        return classes().get(mostLikely(row));
    }
}
