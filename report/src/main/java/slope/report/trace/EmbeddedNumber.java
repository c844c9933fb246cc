package slope.report.trace;

import java.util.List;
import slope.reference.EmbeddingStep;

/// How a number that leaves the feature embeddings comes of an input; the formulas stand at
/// [slope.layer.FeatureEmbedding].
public sealed interface EmbeddedNumber {
    /// Which number of the layer, from 1.
    int output();

    /// Which input it is of, from 1.
    int input();

    /// The input itself.
    record PassThrough(int output, int input) implements EmbeddedNumber {}

    /// bias + Σ cosine · weight, added in this order.
    record Periodic(int output, int input, double bias, List<Wave> waves) implements EmbeddedNumber {
        public Periodic {
            waves = List.copyOf(waves);
        }
    }

    /// A frequency of an input.
    ///
    /// @param cosine `cos(2π · frequency · input + phase)`
    /// @param weight of the cosine in the output
    record Wave(double frequency, double phase, double cosine, double weight) {}

    /// input · slope + offset + Σ share · weight, added in this order.
    record PiecewiseLinear(int output, int input, double slope, double offset, List<Bin> bins)
            implements EmbeddedNumber {
        public PiecewiseLinear {
            bins = List.copyOf(bins);
        }
    }

    /// A bin of an input's range.
    ///
    /// @param share how much of it lies below the input
    /// @param weight of the share in the output
    record Bin(double share, double weight) {}

    /// A number of a category's embedding.
    ///
    /// @param category the input: a code, from 0
    record Category(int output, int input, int category) implements EmbeddedNumber {}

    /// A step of the reference, for programs.
    static EmbeddedNumber of(EmbeddingStep step) {
        int output = step.output() + 1;
        int input = step.input() + 1;
        return switch (step) {
            case EmbeddingStep.PassThrough ignored -> new PassThrough(output, input);
            case EmbeddingStep.Periodic periodic ->
                new Periodic(
                        output,
                        input,
                        periodic.bias(),
                        periodic.frequencies().stream()
                                .map(each -> wave(each, periodic.x()))
                                .toList());
            case EmbeddingStep.PiecewiseLinear linear ->
                new PiecewiseLinear(
                        output,
                        input,
                        linear.slope(),
                        linear.offset(),
                        linear.bins().stream()
                                .map(bin -> new Bin(bin.share(), bin.weight()))
                                .toList());
            case EmbeddingStep.Category entry -> new Category(output, input, entry.category());
        };
    }

    private static Wave wave(EmbeddingStep.Frequency of, double input) {
        double angle = 2 * Math.PI * of.frequency() * input + of.phase();
        return new Wave(of.frequency(), of.phase(), StrictMath.cos(angle), of.weight());
    }
}
