package slope.model;

import slope.data.Encoding;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.network.Network;

/// A trained network with what surrounds it: how a table's columns become its inputs, and what its
/// outputs mean.
///
/// @param encoding from raw columns to inputs, fitted on the training rows
/// @param target from outputs to the target's words or unit, fitted on the training rows
/// @param network from inputs to outputs
public record Model(Encoding encoding, TargetEncoding target, Network network) {

    public Model {
        requireEqual("inputs", encoding.width(), network.architecture().inputs());
        requireEqual("outputs", Task.outputsFor(target), network.architecture().outputs());
    }

    /// What is predicted.
    public Task task() {
        return Task.of(target);
    }

    /// Predictions for a table with the columns the model was trained on, in any order; others are
    /// not looked at.
    ///
    /// @throws slope.data.DataException if a column is missing or holds another kind of values
    public Predictions predict(Table table) {
        float[] outputs = network.predict(encoding.encode(table));
        return switch (target) {
            case TargetEncoding.Classes classes ->
                new Predictions.Classes(classes.classes(), probabilities(outputs, classes.count()));
            case TargetEncoding.Numbers numbers -> new Predictions.Numbers(decode(numbers, outputs));
        };
    }

    private static double[] probabilities(float[] logits, int classes) {
        return classes == 2 ? OutputFunctions.sigmoidPairs(logits) : OutputFunctions.softmaxRows(logits, classes);
    }

    private static double[] decode(TargetEncoding.Numbers numbers, float[] outputs) {
        double[] values = new double[outputs.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = numbers.decode(outputs[row]);
        }
        return values;
    }

    private static void requireEqual(String what, int wanted, int found) {
        if (wanted != found) {
            throw new IllegalArgumentException(
                    "the encoding needs a network with %d %s, but it has %d".formatted(wanted, what, found));
        }
    }
}
