package slope.reference;

import java.util.ArrayList;
import java.util.List;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.FeatureEmbedding;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.PiecewiseLinearEmbedding;

/// A feature embedding with its parameters and its place among the inputs and outputs.
///
/// @param blocks the embedding's parameters, in the order of the layout
/// @param firstInput the first of its inputs
/// @param firstOutput the first of its outputs
/// @param firstBins of a piecewise-linear embedding: the first bin of each input among those of all
record PlacedEmbedding(
        FeatureEmbedding part, List<Matrix> blocks, int firstInput, int firstOutput, List<Integer> firstBins) {

    /// All embeddings, each after the one before.
    static List<PlacedEmbedding> all(List<FeatureEmbedding> parts, List<Matrix> blocks) {
        List<PlacedEmbedding> placed = new ArrayList<>();
        int block = 0;
        int input = 0;
        int output = 0;
        for (FeatureEmbedding part : parts) {
            int count = part.parameters().size();
            placed.add(new PlacedEmbedding(part, blocks.subList(block, block + count), input, output, firstBins(part)));
            block += count;
            input += part.inputs();
            output += part.outputs();
        }
        return placed;
    }

    int inputs() {
        return part.inputs();
    }

    /// Zeros in the shape of each block.
    List<double[][]> zeros() {
        List<double[][]> zeros = new ArrayList<>();
        for (Matrix block : blocks) {
            zeros.add(new double[block.rows()][block.columns()]);
        }
        return zeros;
    }

    /// How the outputs come of one input of one row.
    List<EmbeddingStep> steps(double x, int input) {
        int column = firstInput + input;
        List<EmbeddingStep> steps = new ArrayList<>();
        switch (part) {
            case PassThrough ignored -> steps.add(new EmbeddingStep.PassThrough(firstOutput + input, column, x));
            case PeriodicEmbedding periodic -> {
                for (int mixture = 0; mixture < periodic.mixtures(); mixture++) {
                    steps.add(new EmbeddingStep.Periodic(
                            firstOutput + input * periodic.mixtures() + mixture,
                            column,
                            x,
                            frequencies(periodic, input, mixture),
                            blocks.get(3).at(input, mixture)));
                }
                int passedThrough = firstOutput + periodic.inputs() * periodic.mixtures() + input;
                steps.add(new EmbeddingStep.PassThrough(passedThrough, column, x));
            }
            case PiecewiseLinearEmbedding lines -> {
                int firstBin = firstBins.get(input);
                for (int index = 0; index < lines.dimension(); index++) {
                    steps.add(new EmbeddingStep.PiecewiseLinear(
                            firstOutput + input * lines.dimension() + index,
                            column,
                            x,
                            blocks.get(0).at(input, index),
                            blocks.get(1).at(input, index),
                            bins(lines.edges().get(input), firstBin, index, x)));
                }
            }
            case CategoryEmbedding categories -> {
                int category = (int) Math.rint(x);
                for (int index = 0; index < categories.dimension(); index++) {
                    steps.add(new EmbeddingStep.Category(
                            firstOutput + index, column, category, blocks.get(0).at(category, index)));
                }
            }
        }
        return steps;
    }

    private List<EmbeddingStep.Frequency> frequencies(PeriodicEmbedding periodic, int input, int mixture) {
        List<EmbeddingStep.Frequency> all = new ArrayList<>();
        for (int frequency = 0; frequency < periodic.frequencies(); frequency++) {
            all.add(new EmbeddingStep.Frequency(
                    blocks.get(0).at(input, frequency),
                    blocks.get(1).at(input, frequency),
                    weight(periodic, input, frequency, mixture)));
        }
        return all;
    }

    private List<EmbeddingStep.Bin> bins(BinEdges edges, int firstBin, int index, double x) {
        List<EmbeddingStep.Bin> all = new ArrayList<>();
        for (int bin = 0; bin < edges.bins(); bin++) {
            all.add(new EmbeddingStep.Bin(
                    EmbeddingFormulas.share(edges, bin, x), blocks.get(2).at(firstBin + bin, index)));
        }
        return all;
    }

    /// Adds one input's share of the gradient with respect to the embedding's parameters.
    ///
    /// @param error of all outputs of the row
    /// @param sums in the shape of each block
    void addGradient(double x, int input, double[] error, List<double[][]> sums) {
        switch (part) {
            case PassThrough ignored -> {}
            case PeriodicEmbedding periodic -> {
                for (int frequency = 0; frequency < periodic.frequencies(); frequency++) {
                    double angle = angle(x, input, frequency);
                    double angleSlope = -StrictMath.sin(angle) * mixedError(periodic, input, frequency, error);
                    sums.get(0)[input][frequency] += angleSlope * 2 * Math.PI * x;
                    sums.get(1)[input][frequency] += angleSlope;
                    for (int mixture = 0; mixture < periodic.mixtures(); mixture++) {
                        sums.get(2)[input * periodic.frequencies() + frequency][mixture] +=
                                StrictMath.cos(angle) * error[firstOutput + input * periodic.mixtures() + mixture];
                    }
                }
                for (int mixture = 0; mixture < periodic.mixtures(); mixture++) {
                    sums.get(3)[input][mixture] += error[firstOutput + input * periodic.mixtures() + mixture];
                }
            }
            case PiecewiseLinearEmbedding lines -> {
                BinEdges edges = lines.edges().get(input);
                int firstBin = firstBins.get(input);
                for (int index = 0; index < lines.dimension(); index++) {
                    double own = error[firstOutput + input * lines.dimension() + index];
                    sums.get(0)[input][index] += x * own;
                    sums.get(1)[input][index] += own;
                    for (int bin = 0; bin < edges.bins(); bin++) {
                        sums.get(2)[firstBin + bin][index] += EmbeddingFormulas.share(edges, bin, x) * own;
                    }
                }
            }
            case CategoryEmbedding categories -> {
                for (int index = 0; index < categories.dimension(); index++) {
                    sums.get(0)[(int) Math.rint(x)][index] += error[firstOutput + index];
                }
            }
        }
    }

    /// dLoss/dx of one input of one row.
    double slope(double x, int input, double[] error) {
        return switch (part) {
            case PassThrough ignored -> error[firstOutput + input];
            case PeriodicEmbedding periodic -> {
                double slope = error[firstOutput + periodic.inputs() * periodic.mixtures() + input];
                for (int frequency = 0; frequency < periodic.frequencies(); frequency++) {
                    slope -= StrictMath.sin(angle(x, input, frequency))
                            * mixedError(periodic, input, frequency, error)
                            * (2 * Math.PI * blocks.get(0).at(input, frequency));
                }
                yield slope;
            }
            case PiecewiseLinearEmbedding lines -> {
                BinEdges edges = lines.edges().get(input);
                int firstBin = firstBins.get(input);
                double slope = 0;
                for (int index = 0; index < lines.dimension(); index++) {
                    double steepness = blocks.get(0).at(input, index);
                    for (int bin = 0; bin < edges.bins(); bin++) {
                        steepness += EmbeddingFormulas.shareSlope(edges, bin, x)
                                * blocks.get(2).at(firstBin + bin, index);
                    }
                    slope += steepness * error[firstOutput + input * lines.dimension() + index];
                }
                yield slope;
            }
            case CategoryEmbedding ignored -> 0;
        };
    }

    private double angle(double x, int input, int frequency) {
        return 2 * Math.PI * blocks.get(0).at(input, frequency) * x
                + blocks.get(1).at(input, frequency);
    }

    private double weight(PeriodicEmbedding periodic, int input, int frequency, int mixture) {
        return blocks.get(2).at(input * periodic.frequencies() + frequency, mixture);
    }

    /// The gradient with respect to a cosine: the errors of the mixtures, weighted.
    private double mixedError(PeriodicEmbedding periodic, int input, int frequency, double[] error) {
        double sum = 0;
        for (int mixture = 0; mixture < periodic.mixtures(); mixture++) {
            sum += weight(periodic, input, frequency, mixture)
                    * error[firstOutput + input * periodic.mixtures() + mixture];
        }
        return sum;
    }

    private static List<Integer> firstBins(FeatureEmbedding part) {
        List<Integer> firstBins = new ArrayList<>();
        if (part instanceof PiecewiseLinearEmbedding lines) {
            int first = 0;
            for (BinEdges edges : lines.edges()) {
                firstBins.add(first);
                first += edges.bins();
            }
        }
        return firstBins;
    }
}
