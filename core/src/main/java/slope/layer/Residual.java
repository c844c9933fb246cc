package slope.layer;

import java.util.ArrayList;
import java.util.List;
import slope.internal.random.SplitRandom;
import slope.kernel.Team;
import slope.kernel.Worker;

/// A residual block: its inputs plus what layers make of them: outputs = x + f(x) (He et al. 2016,
/// arXiv 1512.03385, section 3.1). For tables f is often a norm, a dense layer with an activation,
/// and a dense layer without one back to the width (Gorishniy et al. 2021, arXiv 2106.11959,
/// section 3.2).
///
///     new Residual(List.of(
///             new LayerNorm(),
///             new Dense(128, Activation.RELU, Dense.Bias.PRESENT),
///             new Dense(64, Activation.IDENTITY, Dense.Bias.PRESENT)))
///
/// @param layers f: as many numbers leave as enter
public record Residual(List<Layer> layers) implements Layer {
    /// Sets apart what inner layers draw in a step.
    private static final long PURPOSE = 0x72657369; // "resi"

    public Residual {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a residual block needs at least 1 layer");
        }
    }

    @Override
    public String title() {
        return "residual block";
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public boolean isRandom() {
        return layers.stream().anyMatch(Layer::isRandom);
    }

    /// The network of f alone.
    public Architecture inside(int inputs) {
        return new Architecture(inputs, layers);
    }

    /// The name of everything random that inner layers draw in a step.
    ///
    /// @param step the name of everything random in the step
    /// @param layer the block's number in its network, from 0
    public static long stepInside(long step, int layer) {
        return SplitRandom.name(SplitRandom.name(step, PURPOSE), layer);
    }

    @Override
    public void check(Architecture architecture, int index) {
        String where = "the residual block of layer " + (index + 1);
        if (index == 0) {
            throw new IllegalArgumentException(where + " needs a layer before it, such as a dense one");
        }
        for (Layer layer : layers) {
            boolean isUnfit = layer instanceof FeatureEmbeddings
                    || layer instanceof BatchEnsembleAdapter
                    || layer instanceof EnsembleHeads
                    || layer.activation() instanceof Activation.Softmax;
            if (isUnfit) {
                throw new IllegalArgumentException("%s cannot hold %s".formatted(where, layer.title()));
            }
        }
        Architecture inside = inside(architecture.inputsOf(index));
        if (inside.outputs() != inside.inputs()) {
            throw new IllegalArgumentException("%s makes %s numbers of %s; as many must leave as enter"
                    .formatted(where, inside.outputs(), inside.inputs()));
        }
        for (int inner = 0; inner < layers.size(); inner++) {
            layers.get(inner).check(inside, inner);
        }
    }

    /// Those of each inner layer, one after another.
    @Override
    public List<Parameter> parameters(int inputs, int members) {
        Architecture inside = inside(inputs);
        List<Parameter> all = new ArrayList<>();
        for (int inner = 0; inner < layers.size(); inner++) {
            for (Parameter parameter : inside.parametersOf(inner)) {
                all.add(parameter.ofPart(inner));
            }
        }
        return all;
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(this, place, team, batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        Architecture inside = inside(inputs);
        long numbers = 4L * inputs * rows;
        for (int inner = 0; inner < layers.size(); inner++) {
            numbers += layers.get(inner).numbers(inside.inputsOf(inner), rows);
        }
        return numbers;
    }

    @Override
    public long numbersOfThread(int rows) {
        return layers.stream().mapToLong(layer -> layer.numbersOfThread(rows)).sum();
    }

    /// The inner layers work as those of a network do; the first of them reads a copy of the inputs.
    /// Backward the gradient with respect to the outputs enters the last one, and is added to what
    /// leaves the first.
    private static final class Pass implements AnchorPass {
        private final Team.Part<FusedGroup> sums = this::sums;
        private final Team.Part<FusedGroup> gradientSums = this::gradientSums;
        private final Team team;
        private final int index;
        private final int width;
        private final TrainingStep step;
        private final TrainingStep innerStep;
        private final List<LayerPass> layers = new ArrayList<>(); // the entrance first
        private final List<LayerBatch> batches = new ArrayList<>();
        private final List<FusedGroup> groups;
        private final float[] outputs; // batchSize × width
        private final float[] outputGradient; // batchSize × width

        Pass(Residual block, LayerPlace place, Team team, int batchSize, TrainingStep step) {
            this.team = team;
            this.index = place.index();
            this.width = place.inputs();
            this.step = step;
            this.innerStep = step.canTrain() ? TrainingStep.first() : TrainingStep.none();
            Architecture inside = block.inside(width);
            ParameterLayout layout = inside.parameterLayout();
            List<ParameterLayout.Block> own = place.layout().of(index);
            ParameterLayout placed =
                    layout.shifted(own.isEmpty() ? 0 : own.getFirst().offset());
            Entrance entrance = new Entrance(width, batchSize, step);
            add(entrance, width);
            for (int inner = 0; inner < block.layers.size(); inner++) {
                LayerPlace innerPlace = new LayerPlace(inside, placed, inner);
                add(block.layers.get(inner).pass(innerPlace, team, batchSize, innerStep), innerPlace.outputs());
            }
            this.groups = FusedGroup.of(team, layers, batches);
            this.outputs = new float[Math.multiplyExact(batchSize, width)];
            this.outputGradient = step.numbersToTrain(outputs.length);
        }

        private void add(LayerPass layer, int outputWidth) {
            LayerPass before = layers.isEmpty() ? layer : layers.getLast();
            layers.add(layer);
            batches.add(new LayerBatch(layer, outputWidth, before.outputGradient()));
        }

        @Override
        public float[] outputs() {
            return outputs;
        }

        @Override
        public float[] outputGradient() {
            return outputGradient;
        }

        @Override
        public List<LayerPass> inside() {
            return layers.subList(1, layers.size());
        }

        @Override
        public void forward(FusedGroup group) {
            LayerBatch batch = group.batch();
            if (step.isTraining()) {
                innerStep.train(stepInside(step.name(), index), step.dropoutShare());
            } else {
                innerStep.predict();
            }
            batches.getFirst().fill(batch.parameters(), batch.inputs(), batch.inputsOffset(), batch.rows());
            for (int inner = 1; inner < layers.size(); inner++) {
                batches.get(inner)
                        .fill(batch.parameters(), layers.get(inner - 1).outputs(), 0, batch.rows());
            }
            for (int number = 0; number < groups.size(); number++) {
                groups.get(number).forward();
            }
            team.share(sums, group, batch.rows(), 1, numbers(batch) + group.epilogueCost());
        }

        private void sums(Worker worker, FusedGroup group, int start, int end) {
            add(layers.getFirst().outputs(), layers.getLast().outputs(), outputs, start, end);
            group.forwardEpilogue(worker, start, end, 0, width);
        }

        @Override
        public void backwardToInputs(FusedGroup group) {
            LayerBatch batch = group.batch();
            System.arraycopy(outputGradient, 0, layers.getLast().outputGradient(), 0, batch.rows() * width);
            groups.getLast().shareBackward();
            for (int number = groups.size() - 1; number > 0; number--) {
                groups.get(number).backwardToInputs();
            }
            long cost = numbers(batch) + group.before().epilogueCost();
            team.share(gradientSums, group, batch.rows(), ElementwisePass.BLOCK_ROWS, cost);
        }

        private void gradientSums(Worker worker, FusedGroup group, int start, int end) {
            add(
                    outputGradient,
                    layers.getFirst().outputGradient(),
                    group.batch().inputGradient(),
                    start,
                    end);
            group.before().backward(worker, start, end, 0, width);
        }

        private void add(float[] one, float[] other, float[] sums, int firstRow, int endRow) {
            for (int at = firstRow * width; at < endRow * width; at++) {
                sums[at] = one[at] + other[at];
            }
        }

        private long numbers(LayerBatch batch) {
            return (long) batch.rows() * width;
        }

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
            for (int inner = 0; inner < layers.size(); inner++) {
                layers.get(inner).gradient(worker, batches.get(inner), firstShare, endShare, gradient);
            }
        }

        @Override
        public long gradientCost(LayerBatch batch) {
            long cost = 0;
            for (int inner = 0; inner < layers.size(); inner++) {
                cost += layers.get(inner).gradientCost(batches.get(inner));
            }
            return cost;
        }
    }

    /// A copy of the inputs, whose gradient the inner layers leave here.
    private static final class Entrance implements ElementwisePass {
        private final int width;
        private final float[] outputs; // batchSize × width
        private final float[] outputGradient; // batchSize × width

        Entrance(int width, int batchSize, TrainingStep step) {
            this.width = width;
            this.outputs = new float[Math.multiplyExact(batchSize, width)];
            this.outputGradient = step.numbersToTrain(outputs.length);
        }

        @Override
        public float[] outputs() {
            return outputs;
        }

        @Override
        public float[] outputGradient() {
            return outputGradient;
        }

        @Override
        public int cost() {
            return 1;
        }

        @Override
        public void forward(Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn) {
            for (int row = firstRow; row < endRow; row++) {
                int at = row * width + firstColumn;
                System.arraycopy(batch.inputs(), batch.inputsOffset() + at, outputs, at, endColumn - firstColumn);
            }
        }

        /// The gradient stays where it is.
        @Override
        public void backward(
                Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn) {}

        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {}

        @Override
        public long gradientCost(LayerBatch batch) {
            return 0;
        }
    }
}
