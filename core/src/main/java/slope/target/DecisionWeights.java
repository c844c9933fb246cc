package slope.target;

import java.util.List;

/// The class with the largest weight · probability is predicted: the cheapest decision where it costs a class's weight
/// to miss it (Elkan 2001, "The Foundations of Cost-Sensitive Learning", section 1).
///
/// @param weights of each class, in the order of the classes, above 0
public record DecisionWeights(List<Double> weights) implements DecisionRule {
    public DecisionWeights {
        weights = List.copyOf(weights);
        for (double weight : weights) {
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("the weight of a class in decisions is above 0, not " + weight);
            }
        }
    }

    /// The first of equals.
    @Override
    public int decide(double[] probabilities, int start) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < weights.size(); index++) {
            double weighted = weights.get(index) * probabilities[start + index];
            if (weighted > most) {
                most = weighted;
                best = index;
            }
        }
        return best;
    }

    @Override
    public void requireFor(int classes) {
        if (weights.size() != classes) {
            throw new IllegalArgumentException(
                    "decisions with the weights of %s classes are none for %s".formatted(weights.size(), classes));
        }
    }
}
