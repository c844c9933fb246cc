package slope.layer;

import java.util.Arrays;
import java.util.List;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A piecewise-linear embedding of numbers (PLE), with a bend at each bin edge (Gorishniy et al.
/// 2022, arXiv 2203.05556, section 3.1, in the form of their package's version B): out = x·w + b +
/// Σ_t e_t·W_t, where e_t is the share of bin t that lies below x, from 0 to 1; beyond the outer
/// edges the first and the last bin continue. w and b start uniform in ±1/√dimension, W at 0, so
/// the embedding starts linear.
///
/// @param edges one input each
/// @param dimension numbers made of each input
public record PiecewiseLinearEmbedding(List<BinEdges> edges, int dimension) implements FeatureEmbedding {
    public PiecewiseLinearEmbedding {
        edges = List.copyOf(edges);
        FeatureEmbedding.requirePositive("inputs", edges.size());
        FeatureEmbedding.requirePositive("dimensions", dimension);
    }

    @Override
    public int inputs() {
        return edges.size();
    }

    @Override
    public int outputs() {
        return Math.multiplyExact(edges.size(), dimension);
    }

    /// The bins of all inputs together.
    public int bins() {
        return edges.stream().mapToInt(BinEdges::bins).sum();
    }

    @Override
    public List<Parameter> parameters() {
        ParameterStart line = ParameterStart.uniform(1 / Math.sqrt(dimension));
        return List.of(
                new Parameter(Role.LINEAR_WEIGHTS, inputs(), dimension, line),
                new Parameter(Role.LINEAR_BIAS, inputs(), dimension, line),
                new Parameter(Role.BIN_WEIGHTS, bins(), dimension, ParameterStart.constant(0)));
    }

    @Override
    public EmbeddingPass pass(Team team, EmbeddingPlace place, int batchSize) {
        return new Pass(team, place, this);
    }

    @Override
    public long numbers() {
        return 2L * bins() * dimension;
    }

    /// Bins below x's own have e = 1 and those above 0. The sums P_j = b + W_0 + … + W_{j−1} are
    /// made once in a pass, so that a row in bin j costs three vectors whatever the number of bins:
    /// out = P_j + x·w + e_j·W_j. Backward, with g the gradient with respect to out: a bin's own
    /// rows add e·g to its W, and each row's g belongs to every bin below as well, which the sums
    /// over bins from the top give. Rows are added in order; threads share rows forward and inputs
    /// backward.
    private static final class Pass implements EmbeddingPass {
        /// What a number costs, in multiply-adds.
        private static final int COST = 8;

        private final Team team;
        private final Team.Part<LayerBatch> forwardRows = this::forwardRows;
        private final EmbeddingPlace place;
        private final BinEdges[] edges; // one for each input
        private final int[] firstBins; // one for each input: its first bin's number among those of all inputs
        private final int dimension;
        private final Block lineWeights; // inputs × dimension
        private final Block lineBias; // inputs × dimension
        private final Block binWeights; // bins × dimension
        private final float[] starts; // bins × dimension: P
        private final float[] binGradients; // bins × dimension: the sums of g over each bin's rows

        Pass(Team team, EmbeddingPlace place, PiecewiseLinearEmbedding settings) {
            this.team = team;
            this.place = place;
            this.edges = settings.edges().toArray(BinEdges[]::new);
            this.dimension = settings.dimension();
            this.firstBins = new int[edges.length];
            for (int input = 1; input < edges.length; input++) {
                firstBins[input] = firstBins[input - 1] + edges[input - 1].bins();
            }
            this.lineWeights = place.block(Role.LINEAR_WEIGHTS);
            this.lineBias = place.block(Role.LINEAR_BIAS);
            this.binWeights = place.block(Role.BIN_WEIGHTS);
            this.starts = new float[binWeights.length()];
            this.binGradients = new float[binWeights.length()];
        }

        @Override
        public void forward(LayerBatch batch) {
            addBinsUp(batch.parameters());
            team.share(forwardRows, batch, batch.rows(), 1, gradientCost(batch));
        }

        private void addBinsUp(float[] parameters) {
            for (int input = 0; input < edges.length; input++) {
                int first = firstBins[input] * dimension;
                System.arraycopy(parameters, lineBias.offset() + input * dimension, starts, first, dimension);
                int end = first + edges[input].bins() * dimension;
                for (int at = first + dimension; at < end; at++) {
                    starts[at] = starts[at - dimension] + parameters[binWeights.offset() + at - dimension];
                }
            }
        }

        private void forwardRows(Worker worker, LayerBatch batch, int start, int end) {
            for (int row = start; row < end; row++) {
                for (int input = 0; input < edges.length; input++) {
                    forward(batch, row, input);
                }
            }
        }

        private void forward(LayerBatch batch, int row, int input) {
            float[] parameters = batch.parameters();
            float[] outputs = batch.outputs();
            float value = inputOf(batch, row, input);
            int bin = edges[input].binOf(value);
            float share = edges[input].shareOf(value, bin);
            int at = (firstBins[input] + bin) * dimension;
            int weightsAt = binWeights.offset() + at;
            int lineAt = lineWeights.offset() + input * dimension;
            int to = outputOf(row, input);
            for (int index = 0; index < dimension; index++) {
                float line = Math.fma(value, parameters[lineAt + index], starts[at + index]);
                outputs[to + index] = Math.fma(share, parameters[weightsAt + index], line);
            }
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            int endInput = team.startOf(endShare, edges.length, 1);
            for (int input = team.startOf(firstShare, edges.length, 1); input < endInput; input++) {
                int first = firstBins[input] * dimension;
                int last = first + edges[input].bins() * dimension;
                int lineAt = lineWeights.offset() + input * dimension;
                Arrays.fill(binGradients, first, last, 0);
                Arrays.fill(gradient, binWeights.offset() + first, binWeights.offset() + last, 0);
                Arrays.fill(gradient, lineAt, lineAt + dimension, 0);
                for (int row = 0; row < batch.rows(); row++) {
                    addRow(batch, row, input, gradient);
                }
                addBinsDown(input, first, last, gradient);
            }
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            return (long) batch.rows() * edges.length * dimension * COST;
        }

        private void addRow(LayerBatch batch, int row, int input, float[] gradient) {
            float[] outputGradient = batch.outputGradient();
            float value = inputOf(batch, row, input);
            int bin = edges[input].binOf(value);
            float share = edges[input].shareOf(value, bin);
            int at = (firstBins[input] + bin) * dimension;
            int weightsAt = binWeights.offset() + at;
            int lineAt = lineWeights.offset() + input * dimension;
            int from = outputOf(row, input);
            for (int index = 0; index < dimension; index++) {
                float derivative = outputGradient[from + index];
                gradient[lineAt + index] = Math.fma(value, derivative, gradient[lineAt + index]);
                gradient[weightsAt + index] = Math.fma(share, derivative, gradient[weightsAt + index]);
                binGradients[at + index] += derivative;
            }
        }

        /// From the last bin to the first: each W gains the gradients of all bins above, b those of
        /// all.
        private void addBinsDown(int input, int first, int end, float[] gradient) {
            for (int at = end - 1 - dimension; at >= first; at--) {
                gradient[binWeights.offset() + at] += binGradients[at + dimension];
                binGradients[at] += binGradients[at + dimension];
            }
            System.arraycopy(binGradients, first, gradient, lineBias.offset() + input * dimension, dimension);
        }

        private float inputOf(LayerBatch batch, int row, int input) {
            return batch.inputs()[batch.inputsOffset() + row * place.inputWidth() + place.firstInput() + input];
        }

        private int outputOf(int row, int input) {
            return row * place.outputWidth() + place.firstOutput() + input * dimension;
        }
    }
}
