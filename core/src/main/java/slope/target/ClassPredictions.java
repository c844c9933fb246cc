package slope.target;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.metric.ScoredRows;
import slope.metric.ScoredRows.Form;

/// A class for each row, with the probability of every class.
public final class ClassPredictions extends Predictions {
    private final String column;
    private final Optional<DecisionRule> decision;

    /// Predictions of the likeliest classes.
    ///
    /// @param column what is predicted
    /// @param classes the names, in the order of the probabilities
    /// @param probabilities rows × classes, row-major, each row summing to 1; copied
    public ClassPredictions(String column, List<String> classes, double[] probabilities) {
        this(column, classes, probabilities, Optional.empty());
    }

    ClassPredictions(String column, List<String> classes, double[] probabilities, Optional<DecisionRule> decision) {
        this(column, classes, probabilities, decision, Optional.empty());
    }

    private ClassPredictions(
            String column,
            List<String> classes,
            double[] probabilities,
            Optional<DecisionRule> decision,
            Optional<PredictionSets> sets) {
        super(classes, probabilities, sets);
        this.column = column;
        this.decision = decision;
    }

    @Override
    public ClassPredictions with(PredictionSets sets) {
        return new ClassPredictions(column, classes(), array(), decision, Optional.of(sets));
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

    /// The number of the predicted class: the likeliest, the first of equals, or what a [DecisionRule] says.
    public int predicted(int row) {
        int count = classes().size();
        return decision.map(rule -> rule.decide(array(), row * count))
                .orElseGet(() -> ScoredRows.mostLikely(array(), row * count, count));
    }

    @Override
    public ScoredRows against(double[] actual, double[] weights) {
        if (decision.isEmpty()) {
            return super.against(actual, weights);
        }
        int[] decided = IntStream.range(0, rows()).map(this::predicted).toArray();
        return ScoredRows.ofDecidedClasses(array(), decided, actual, weights);
    }

    @Override
    public String text(int row, int index) {
        return classes().get(predicted(row));
    }
}
