package slope.model;

import java.util.Arrays;
import java.util.Map;
import slope.data.DataException;
import slope.data.TargetEncoding;

/// How many rows each row of a class counts for while training.
public sealed interface ClassWeights {

    /// Every row counts once.
    record Equal() implements ClassWeights {}

    /// The classes count the same in the whole, however many rows each has: n / (K · rows of the class).
    record Balanced() implements ClassWeights {}

    /// As somebody says.
    ///
    /// @param weights for each class, above 0
    record Given(Map<String, Double> weights) implements ClassWeights {
        public Given {
            weights = Map.copyOf(weights);
        }
    }

    /// The weight of each class.
    ///
    /// @param encoded the class of each training row
    /// @throws DataException if the classes are others
    default double[] of(TargetEncoding.Classes classes, float[] encoded) {
        double[] weights = new double[classes.count()];
        switch (this) {
            case Equal _ -> Arrays.fill(weights, 1);
            case Balanced _ -> {
                int[] rows = new int[classes.count()];
                for (float index : encoded) {
                    rows[(int) index]++;
                }
                for (int index = 0; index < weights.length; index++) {
                    weights[index] = rows[index] == 0 ? 1 : (double) encoded.length / weights.length / rows[index];
                }
            }
            case Given given -> {
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
