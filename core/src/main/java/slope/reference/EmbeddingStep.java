package slope.reference;

import java.util.ArrayList;
import java.util.List;
import slope.layer.FeatureEmbedding;

/// The computation of one output of a feature embedding from one input, with every number of the
/// formula; the formulas stand at [FeatureEmbedding].
public sealed interface EmbeddingStep {

    /// The index of the output, from 0.
    int output();

    /// The index of the input, from 0.
    int input();

    /// The result.
    double value();

    /// The input, passed through.
    record PassThrough(int output, int input, double value) implements EmbeddingStep {}

    /// bias + Σ cos(2π·frequency·x + phase) · weight, added in this order.
    ///
    /// @param x the input
    record Periodic(int output, int input, double x, List<Frequency> frequencies, double bias)
            implements EmbeddingStep {
        public Periodic {
            frequencies = List.copyOf(frequencies);
        }

        @Override
        public double value() {
            double sum = bias;
            for (Frequency frequency : frequencies) {
                sum += StrictMath.cos(frequency.angle(x)) * frequency.weight();
            }
            return sum;
        }
    }

    /// One of the frequencies of an input.
    record Frequency(double frequency, double phase, double weight) {
        double angle(double x) {
            return 2 * Math.PI * frequency * x + phase;
        }
    }

    /// x·slope + offset + Σ share · weight, added in this order.
    ///
    /// @param x the input
    record PiecewiseLinear(int output, int input, double x, double slope, double offset, List<Bin> bins)
            implements EmbeddingStep {
        public PiecewiseLinear {
            bins = List.copyOf(bins);
        }

        @Override
        public double value() {
            double sum = x * slope + offset;
            for (Bin bin : bins) {
                sum += bin.share() * bin.weight();
            }
            return sum;
        }
    }

    /// A bin of an input's range.
    ///
    /// @param share how much of it lies below the input
    record Bin(double share, double weight) {}

    /// A number of a category embedding.
    ///
    /// @param category the input: a code, from 0
    record Category(int output, int input, int category, double value) implements EmbeddingStep {}

    /// The steps of one row, embedding after embedding and input after input.
    ///
    /// @param inputs rows × inputs
    static List<EmbeddingStep> of(List<FeatureEmbedding> parts, LayerParameters parameters, Matrix inputs, int row) {
        List<EmbeddingStep> steps = new ArrayList<>();
        for (PlacedEmbedding part : PlacedEmbedding.all(parts, parameters.blocks())) {
            for (int input = 0; input < part.inputs(); input++) {
                steps.addAll(part.steps(inputs.at(row, part.firstInput() + input), input));
            }
        }
        return steps;
    }
}
