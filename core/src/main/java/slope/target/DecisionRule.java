package slope.target;

import java.util.List;

/// Which class is predicted, given the probabilities of all. Without a rule it is the likeliest.
public sealed interface DecisionRule permits Threshold, DecisionWeights {

    /// Predicts the class with the largest weight · probability; of two classes, from a threshold on.
    ///
    /// @param weights of each class, above 0
    static DecisionRule of(List<Double> weights) {
        return weights.size() == 2
                ? new Threshold(weights.getFirst() / (weights.getFirst() + weights.getLast()))
                : new DecisionWeights(weights);
    }

    /// The number of the predicted class.
    ///
    /// @param probabilities of one row's classes from `start` on
    int decide(double[] probabilities, int start);

    /// Refuses another number of classes.
    ///
    /// @throws IllegalArgumentException if it is no rule for them
    void requireFor(int classes);
}
