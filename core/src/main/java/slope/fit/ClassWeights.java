package slope.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import slope.internal.text.NearestName;
import slope.table.DataException;
import slope.target.Classes;

/// Class weights: how many rows each row of a class counts for in training.
public sealed interface ClassWeights {

    /// Every row counts once.
    record Equal() implements ClassWeights {}

    /// Each class counts the same in total, however many rows it has: n / (K · rows of the class),
    /// where a row of weight 2 is two rows.
    record Balanced() implements ClassWeights {}

    /// The given weights.
    ///
    /// @param weights for each class, above 0
    record Given(Map<String, Double> weights) implements ClassWeights {
        public Given {
            weights = Map.copyOf(weights);
            weights.forEach((name, weight) -> {
                if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException(
                            "class \"%s\" has the weight \"%s\"; a weight is a number above 0".formatted(name, weight));
                }
            });
        }

        /// A weight of a class that there is not is one of another class, mistyped.
        private void refuseUnknown(Classes classes) {
            Set<String> unknown = new TreeSet<>(weights.keySet());
            classes.classes().forEach(unknown::remove);
            if (!unknown.isEmpty()) {
                String name = unknown.iterator().next();
                List<String> others = classes.classes().stream()
                        .filter(each -> !weights.containsKey(each))
                        .toList();
                throw new DataException("the class weights name \"%s\", which is no class; %s"
                        .formatted(
                                name,
                                NearestName.among(others, name)
                                        .map("did you mean \"%s\"?"::formatted)
                                        .orElse("leave it out")));
            }
        }
    }

    /// The weight of each class.
    ///
    /// @param encoded the class of each training row
    /// @param rowWeights how many rows each of them counts for by itself
    /// @throws DataException if the weights are not those of the target's classes
    default double[] of(Classes classes, float[] encoded, double[] rowWeights) {
        double[] weights = new double[classes.width()];
        switch (this) {
            case Equal ignored -> Arrays.fill(weights, 1);
            case Balanced ignored -> {
                double[] rows = new double[classes.width()];
                for (int row = 0; row < encoded.length; row++) {
                    rows[(int) encoded[row]] += rowWeights[row];
                }
                double all = Arrays.stream(rows).sum();
                for (int index = 0; index < weights.length; index++) {
                    weights[index] = rows[index] == 0 ? 1 : all / weights.length / rows[index];
                }
            }
            case Given given -> {
                given.refuseUnknown(classes);
                for (int index = 0; index < weights.length; index++) {
                    String name = classes.classes().get(index);
                    Double weight = given.weights().get(name);
                    if (weight == null) {
                        throw new DataException(
                                "the class weights have none for \"%s\"; give each class one".formatted(name));
                    }
                    weights[index] = weight;
                }
            }
        }
        return weights;
    }
}
