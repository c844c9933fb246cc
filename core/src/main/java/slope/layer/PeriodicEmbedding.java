package slope.layer;

import java.util.Arrays;
import java.util.List;
import slope.kernel.Elementwise;
import slope.kernel.ElementwiseFunction;
import slope.kernel.MatrixView;
import slope.kernel.Products;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;
import slope.layer.ParameterLayout.Role;

/// A periodic embedding of numbers: learned mixtures of cosines (PBLD of RealMLP: Holzmüller et al.
/// 2024, arXiv 2407.04491, section 4). For each input x: h = cos(2π·w·x + b), e = h · W + c; the
/// outputs are e and x itself.
///
/// All e stand first, input by input, then all x. w starts normal with standard deviation `sigma`,
/// b uniform in ±π, W and c uniform in ±1/√frequencies.
///
/// @param inputs how many numbers
/// @param frequencies w and b of each input
/// @param mixtures numbers e of each input
/// @param sigma the frequencies' standard deviation at the start, above 0
public record PeriodicEmbedding(int inputs, int frequencies, int mixtures, double sigma) implements FeatureEmbedding {
    public PeriodicEmbedding {
        FeatureEmbedding.requirePositive("inputs", inputs);
        FeatureEmbedding.requirePositive("frequencies", frequencies);
        FeatureEmbedding.requirePositive("mixtures", mixtures);
        if (!(sigma > 0) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException("the frequencies' standard deviation must be above 0, not " + sigma);
        }
    }

    @Override
    public int outputs() {
        return inputs * (mixtures + 1);
    }

    @Override
    public List<Parameter> parameters() {
        ParameterStart mixed = ParameterStart.uniform(1 / Math.sqrt(frequencies));
        return List.of(
                new Parameter(Role.FREQUENCIES, inputs, frequencies, ParameterStart.normal(sigma)),
                new Parameter(Role.PHASES, inputs, frequencies, ParameterStart.uniform(Math.PI)),
                new Parameter(Role.PERIODIC_WEIGHTS, Math.multiplyExact(inputs, frequencies), mixtures, mixed),
                new Parameter(Role.PERIODIC_BIAS, inputs, mixtures, mixed));
    }

    @Override
    public EmbeddingPass pass(Team team, EmbeddingPlace place, int batchSize) {
        return new Pass(team, place, this, batchSize);
    }

    @Override
    public long numbersOfThread(int rows) {
        return rows * (1L + 3L * frequencies + mixtures);
    }

    /// Input by input, with the rows side by side: so everything is done to whole vectors of rows,
    /// and the cosines of one input stay in the nearest cache. Backward computes them again instead
    /// of keeping them: with g the gradient with respect to e, W gets hᵀ · g, c the sum of g, and
    /// with s = −sin(2π·w·x + b) ⊙ (g · Wᵀ) b gets the sum of s, w 2π times the sum of s · x.
    /// Threads share rows forward and inputs backward.
    private static final class Pass implements EmbeddingPass {
        private static final float TWO_PI = (float) (2 * Math.PI);

        /// What a cosine costs, in multiply-adds.
        private static final int COST = 16;

        private final Team team;
        private final Team.Part<LayerBatch> forwardRows = this::forwardRows;
        private final EmbeddingPlace place;
        private final int inputCount;
        private final int frequencies;
        private final int mixtures;
        private final Block frequencyBlock; // inputs × frequencies
        private final Block phaseBlock; // inputs × frequencies
        private final Block weightBlock; // (inputs · frequencies) × mixtures
        private final Block biasBlock; // inputs × mixtures
        private final Buffers[] buffers; // one for each thread

        /// A thread's own memory for one input, rows side by side.
        private static final class Buffers {
            private final float[] inputs; // batchSize
            private final float[] angles; // frequencies × rows
            private final float[] cosines; // frequencies × rows
            private final float[] derivatives; // frequencies × rows
            private final float[] mixed; // mixtures × rows: e, or the gradient with respect to it
            private final MatrixView left = new MatrixView();
            private final MatrixView right = new MatrixView();
            private final MatrixView result = new MatrixView();

            Buffers(int frequencies, int mixtures, int batchSize) {
                int size = Math.multiplyExact(frequencies, batchSize);
                this.inputs = new float[batchSize];
                this.angles = new float[size];
                this.cosines = new float[size];
                this.derivatives = new float[size];
                this.mixed = new float[Math.multiplyExact(mixtures, batchSize)];
            }
        }

        Pass(Team team, EmbeddingPlace place, PeriodicEmbedding settings, int batchSize) {
            this.team = team;
            this.place = place;
            this.inputCount = settings.inputs();
            this.frequencies = settings.frequencies();
            this.mixtures = settings.mixtures();
            this.frequencyBlock = place.block(Role.FREQUENCIES);
            this.phaseBlock = place.block(Role.PHASES);
            this.weightBlock = place.block(Role.PERIODIC_WEIGHTS);
            this.biasBlock = place.block(Role.PERIODIC_BIAS);
            this.buffers = new Buffers[team.size()];
            Arrays.setAll(buffers, ignored -> new Buffers(frequencies, mixtures, batchSize));
        }

        @Override
        public void forward(LayerBatch batch) {
            team.share(forwardRows, batch, batch.rows(), 16, cost(batch));
        }

        private void forwardRows(Worker worker, LayerBatch batch, int start, int end) {
            Buffers own = buffers[worker.number()];
            float[] parameters = batch.parameters();
            int count = end - start;
            for (int input = 0; input < inputCount; input++) {
                computeCosines(worker, batch, input, start, count);
                for (int mixture = 0; mixture < mixtures; mixture++) {
                    float bias = parameters[biasBlock.offset() + input * mixtures + mixture];
                    Arrays.fill(own.mixed, mixture * count, (mixture + 1) * count, bias);
                }
                own.left.pointAt(parameters, weightsOf(input), mixtures, frequencies, 1, mixtures);
                own.right.pointAt(own.cosines, 0, frequencies, count);
                own.result.pointAt(own.mixed, 0, mixtures, count);
                worker.kernels().products().multiply(own.left, own.right, own.result, own.result);
                writeOutputs(batch, own, input, start, count);
            }
        }

        private void writeOutputs(LayerBatch batch, Buffers own, int input, int start, int count) {
            float[] outputs = batch.outputs();
            for (int row = 0; row < count; row++) {
                int to = (start + row) * place.outputWidth() + place.firstOutput();
                for (int mixture = 0; mixture < mixtures; mixture++) {
                    outputs[to + input * mixtures + mixture] = own.mixed[mixture * count + row];
                }
                outputs[to + inputCount * mixtures + input] = own.inputs[row];
            }
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            Buffers own = buffers[worker.number()];
            int rows = batch.rows();
            int end = team.startOf(endShare, inputCount, 1);
            for (int input = team.startOf(firstShare, inputCount, 1); input < end; input++) {
                computeCosines(worker, batch, input, 0, rows);
                readGradient(batch, own, input);
                own.left.pointAt(batch.parameters(), weightsOf(input), frequencies, mixtures);
                own.right.pointAt(own.mixed, 0, mixtures, rows);
                own.result.pointAt(own.derivatives, 0, frequencies, rows);
                worker.kernels().products().multiply(own.left, own.right, own.result);
                worker.kernels()
                        .elementwise()
                        .multiplyByDerivative(
                                ElementwiseFunction.COSINE, 0, own.angles, own.derivatives, 0, frequencies * rows);
                writeGradient(worker, input, rows, gradient);
            }
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            return 2 * cost(batch);
        }

        private void writeGradient(Worker worker, int input, int rows, float[] gradient) {
            Buffers own = buffers[worker.number()];
            Products products = worker.kernels().products();
            for (int mixture = 0; mixture < mixtures; mixture++) {
                gradient[biasBlock.offset() + input * mixtures + mixture] =
                        (float) products.sum(own.mixed, mixture * rows, rows);
            }
            for (int frequency = 0; frequency < frequencies; frequency++) {
                int at = frequency * rows;
                int to = input * frequencies + frequency;
                gradient[phaseBlock.offset() + to] = (float) products.sum(own.derivatives, at, rows);
                gradient[frequencyBlock.offset() + to] =
                        (float) (2 * Math.PI * products.sumOfProducts(own.derivatives, at, own.inputs, 0, rows));
                for (int mixture = 0; mixture < mixtures; mixture++) {
                    gradient[weightsOf(input) + frequency * mixtures + mixture] =
                            (float) products.sumOfProducts(own.cosines, at, own.mixed, mixture * rows, rows);
                }
            }
        }

        private void computeCosines(Worker worker, LayerBatch batch, int input, int start, int count) {
            Buffers own = buffers[worker.number()];
            Elementwise elementwise = worker.kernels().elementwise();
            float[] inputs = batch.inputs();
            float[] parameters = batch.parameters();
            int from = batch.inputsOffset() + start * place.inputWidth() + place.firstInput() + input;
            for (int row = 0; row < count; row++) {
                own.inputs[row] = inputs[from + row * place.inputWidth()];
            }
            for (int frequency = 0; frequency < frequencies; frequency++) {
                int at = input * frequencies + frequency;
                float turns = TWO_PI * parameters[frequencyBlock.offset() + at];
                float phase = parameters[phaseBlock.offset() + at];
                elementwise.scaleAndShift(own.inputs, 0, turns, phase, own.angles, frequency * count, count);
            }
            elementwise.apply(ElementwiseFunction.COSINE, 0, own.angles, own.cosines, 0, frequencies * count);
        }

        private void readGradient(LayerBatch batch, Buffers own, int input) {
            float[] outputGradient = batch.outputGradient();
            int rows = batch.rows();
            int from = place.firstOutput() + input * mixtures;
            for (int row = 0; row < rows; row++) {
                for (int mixture = 0; mixture < mixtures; mixture++) {
                    own.mixed[mixture * rows + row] = outputGradient[from + row * place.outputWidth() + mixture];
                }
            }
        }

        private int weightsOf(int input) {
            return weightBlock.offset() + input * frequencies * mixtures;
        }

        private long cost(LayerBatch batch) {
            return (long) batch.rows() * inputCount * frequencies * COST;
        }
    }
}
