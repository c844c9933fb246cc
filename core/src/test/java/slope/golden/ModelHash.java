package slope.golden;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.LabelPredictions;
import slope.target.NumberPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;

/// The bits of a model's numbers as one short word.
final class ModelHash {
    private static final int SHOWN_BYTES = 16;

    private final MessageDigest digest;

    private ModelHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    /// Of the parameters of all networks, in order.
    static String ofParameters(Model model) {
        ModelHash hash = new ModelHash();
        for (FittedNetwork member : model.members()) {
            for (float parameter : member.network().parameters().toArray()) {
                hash.add(Float.floatToRawIntBits(parameter));
            }
        }
        return hash.word();
    }

    /// Of what the model says of each row.
    static String ofPredictions(Model model, Table rows) {
        ModelHash hash = new ModelHash();
        Predictions predictions = model.predict(rows);
        for (int row = 0; row < predictions.rows(); row++) {
            switch (predictions) {
                case ClassPredictions classes -> {
                    for (int index = 0; index < classes.classes().size(); index++) {
                        hash.add(classes.probability(row, index));
                    }
                }
                case LabelPredictions labels -> {
                    for (int label = 0; label < labels.names().size(); label++) {
                        hash.add(labels.probability(row, label));
                    }
                }
                case NumberPredictions numbers -> {
                    for (int index = 0; index < numbers.names().size(); index++) {
                        hash.add(numbers.value(row, index));
                    }
                }
                case QuantilePredictions quantiles -> {
                    for (int level = 0; level < quantiles.levels().size(); level++) {
                        hash.add(quantiles.value(row, level));
                    }
                }
            }
        }
        return hash.word();
    }

    private void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        add((int) (bits >>> 32));
        add((int) bits);
    }

    private void add(int bits) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (bits >>> shift));
        }
    }

    private String word() {
        return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
    }
}
