package slope.target;

import slope.metric.Predictions;
import slope.table.Table;

/// What a network's outputs stand for: probabilities, numbers or counts.
///
/// They come as rows × meanings, so that those of several networks can be averaged: probabilities and
/// values, not logits.
public final class Outputs {
    /// e³⁰ times the mean is more than anything that is counted, and far from overflowing.
    private static final double LARGEST_LOGARITHM = 30;

    private Outputs() {}

    /// How many meanings each row has.
    public static int width(TargetEncoding target) {
        return switch (target) {
            case TargetEncoding.Classes classes -> classes.count();
            case TargetEncoding.Labels _,
                    TargetEncoding.Numbers _,
                    TargetEncoding.Quantiles _,
                    TargetEncoding.Counts _ -> Task.outputsFor(target);
        };
    }

    /// The meanings of a network's outputs, the mean over its members.
    ///
    /// @param outputs rows × members × outputs, row-major
    /// @param rows of the table that the outputs are of
    /// @return rows × [#width], row-major
    public static double[] meanings(TargetEncoding target, float[] outputs, int members, Table rows) {
        if (members == 1) {
            return meanings(target, outputs, rows);
        }
        int count = rows.rows() == 0 ? 0 : outputs.length / rows.rows() / members; // of each row and member
        float[] ofMember = new float[rows.rows() * count];
        double[] mean = new double[rows.rows() * width(target)];
        for (int member = 0; member < members; member++) {
            for (int row = 0; row < rows.rows(); row++) {
                System.arraycopy(outputs, (row * members + member) * count, ofMember, row * count, count);
            }
            double[] meanings = meanings(target, ofMember, rows);
            for (int index = 0; index < mean.length; index++) {
                mean[index] += meanings[index] / members;
            }
        }
        return mean;
    }

    private static double[] meanings(TargetEncoding target, float[] outputs, Table rows) {
        return switch (target) {
            case TargetEncoding.Classes classes -> probabilities(outputs, classes, rows.rows());
            case TargetEncoding.Labels _ -> OutputFunctions.sigmoids(outputs);
            case TargetEncoding.Numbers numbers -> {
                double[] values = new double[outputs.length];
                int columns = numbers.scales().size();
                for (int index = 0; index < values.length; index++) {
                    values[index] = numbers.scales().get(index % columns).decode(outputs[index]);
                }
                yield values;
            }
            case TargetEncoding.Quantiles quantiles -> decoded(quantiles.scale(), outputs);
            case TargetEncoding.Counts counts -> {
                double[] values = counts.expectedInTheMean(rows);
                for (int row = 0; row < values.length; row++) {
                    values[row] *= StrictMath.exp(Math.clamp(outputs[row], -LARGEST_LOGARITHM, LARGEST_LOGARITHM));
                }
                yield values;
            }
        };
    }

    /// Meanings as predictions.
    ///
    /// @param meanings taken over, not copied
    public static Predictions predictions(TargetEncoding target, double[] meanings) {
        return switch (target) {
            case TargetEncoding.Classes classes ->
                new Predictions.Classes(classes.column(), classes.classes(), meanings);
            case TargetEncoding.Labels labels ->
                new Predictions.Labels(
                        labels.columns(),
                        labels.labels().stream()
                                .map(TargetEncoding.Classes::classes)
                                .toList(),
                        meanings);
            case TargetEncoding.Numbers numbers -> new Predictions.Numbers(numbers.columns(), meanings);
            case TargetEncoding.Quantiles quantiles ->
                new Predictions.Quantiles(quantiles.scale().column(), quantiles.levels(), meanings);
            case TargetEncoding.Counts counts -> Predictions.Numbers.counts(counts.column(), meanings);
        };
    }

    /// Two classes come from one logit or from two, as the recipe has it.
    private static double[] probabilities(float[] logits, TargetEncoding.Classes classes, int rows) {
        return logits.length == rows
                ? OutputFunctions.sigmoidPairs(logits)
                : OutputFunctions.softmaxRows(logits, classes.count());
    }

    private static double[] decoded(TargetScale scale, float[] outputs) {
        double[] values = new double[outputs.length];
        for (int index = 0; index < values.length; index++) {
            values[index] = scale.decode(outputs[index]);
        }
        return values;
    }
}
