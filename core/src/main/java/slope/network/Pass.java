package slope.network;

import java.util.ArrayList;
import java.util.List;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.Architecture;
import slope.layer.FusedGroup;
import slope.layer.Layer;
import slope.layer.LayerBatch;
import slope.layer.LayerPass;
import slope.layer.LayerPlace;
import slope.layer.ParameterLayout;
import slope.layer.TrainingStep;

/// A network at work on blocks of rows: forward from inputs to outputs, backward from the gradient
/// with respect to the outputs to the gradient with respect to every parameter.
///
///     float[] outputs = pass.forwardToTrain(parameters, inputs, 0, rows, step, 1);
///     ... write the gradient with respect to the outputs into pass.outputGradient() ...
///     pass.backward(gradient);
///
/// All memory is made once, for a largest number of rows; neither direction allocates. Parameters
/// and gradient are flat arrays in the order of the architecture's [ParameterLayout] and belong to
/// the caller. A row's outputs do not depend on the rows beside it, nor on the size of the block.
///
/// Memory: for each layer 2 · batchSize · outputs numbers, or 3 where the activation's derivative
/// is taken of the pre-activations, and what [#numbers] counts besides; half of it to predict. For one
/// thread at a time.
public final class Pass {
    private final Team team;
    private final List<LayerPass> layers = new ArrayList<>();
    private final List<LayerBatch> batches = new ArrayList<>(); // one for each layer
    private final List<FusedGroup> groups;
    private final Team.Part<float[]> gradients = this::gradients;
    private final int batchSize;
    private final int members;
    private final int inputWidth;
    private final TrainingStep step;

    /// A pass over blocks of at most `batchSize` rows of each ensemble member.
    ///
    /// @throws IllegalArgumentException if the architecture cannot work or the batch size is below
    ///     1
    /// @throws ArithmeticException if batchSize × outputs of a layer is no array size
    public Pass(Team team, Architecture architecture, int batchSize) {
        this(team, architecture, batchSize, TrainingStep.first());
    }

    /// A pass that only goes forward, to predict: without memory for the way back, and without layers that
    /// change nothing then, whose numbers are not counted in [#layer] and [#rows] either.
    static Pass toPredict(Team team, Architecture architecture, int batchSize) {
        return new Pass(team, architecture, batchSize, TrainingStep.none());
    }

    private Pass(Team team, Architecture architecture, int batchSize, TrainingStep step) {
        this.step = step;
        architecture.validated();
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 row, not " + batchSize);
        }
        this.batchSize = batchSize;
        this.inputWidth = architecture.inputs();
        this.members = architecture.members();
        Math.multiplyExact(batchSize, members);
        this.team = team;
        ParameterLayout layout = architecture.parameterLayout();
        for (int index = 0; index < architecture.layers().size(); index++) {
            Layer layer = architecture.layers().get(index);
            if (layer.passesPredictions() && !step.canTrain() && index > 0) {
                continue;
            }
            LayerPlace place = new LayerPlace(architecture, layout, index);
            LayerPass pass = layer.pass(place, team, batchSize * members, step);
            LayerPass before = layers.isEmpty() ? pass : layers.getLast();
            layers.add(pass);
            batches.add(new LayerBatch(pass, place.outputs(), before.outputGradient()));
        }
        this.groups = FusedGroup.of(team, layers, batches);
    }

    /// Numbers of memory that a block of so many rows of each ensemble member takes in all layers
    /// together.
    public static long numbers(Architecture architecture, int rows) {
        long numbers = 0;
        for (int layer = 0; layer < architecture.layers().size(); layer++) {
            numbers += architecture
                    .layers()
                    .get(layer)
                    .numbers(architecture.inputsOf(layer), rows * architecture.members());
        }
        return numbers;
    }

    /// Numbers of memory that each thread takes besides, for a block of so many rows.
    public static long numbersOfThread(Architecture architecture, int rows) {
        long numbers = 0;
        for (Layer layer : architecture.layers()) {
            numbers += layer.numbersOfThread(rows * architecture.members());
        }
        return numbers;
    }

    /// Computes the outputs for some rows, as predictions have them: nothing is dropped.
    ///
    /// @param parameters only read
    /// @param inputs rows × inputs, from `inputsOffset` on; only read, and still needed by
    ///     [#backward]
    /// @param rows from 1 to the batch size
    /// @return rows × outputs and perhaps more behind them, of several ensemble members one after
    ///     the other; this pass's own memory, which the next forward overwrites
    public float[] forward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        requireRows(rows);
        step.predict();
        return forwardThroughLayers(parameters, inputs, inputsOffset, rows);
    }

    /// Computes the outputs for some rows, as training needs them; otherwise like [#forward].
    ///
    /// @param rows those of all ensemble members together, member after member, each as many
    /// @param name of everything random in this step, such as what dropout drops; each step has
    ///     another
    /// @param dropoutShare what dropout rates are multiplied by, from 0 to 1
    public float[] forwardToTrain(
            float[] parameters, float[] inputs, int inputsOffset, int rows, long name, double dropoutShare) {
        if (rows % members != 0) {
            throw new IllegalArgumentException(
                    "%s rows are not as many for each of %s ensemble members".formatted(rows, members));
        }
        requireRows(rows / members);
        step.train(name, dropoutShare);
        return forwardThroughLayers(parameters, inputs, inputsOffset, rows);
    }

    private void requireRows(int rows) {
        if (rows < 1 || rows > batchSize) {
            throw new IllegalArgumentException("this pass takes 1 to " + batchSize + " rows, not " + rows);
        }
    }

    private float[] forwardThroughLayers(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        if (inputsOffset < 0 || inputsOffset + (long) rows * inputWidth > inputs.length) {
            throw new IllegalArgumentException("%s rows of %s inputs from number %s on do not stand in an array of %s"
                    .formatted(rows, inputWidth, inputsOffset, inputs.length));
        }
        float[] entering = inputs;
        int offset = inputsOffset;
        int enteringRows = rows;
        for (int layer = 0; layer < layers.size(); layer++) {
            batches.get(layer).fill(parameters, entering, offset, enteringRows);
            entering = layers.get(layer).outputs();
            offset = 0;
            enteringRows = layers.get(layer).rowsBehind(enteringRows);
        }
        for (int group = 0; group < groups.size(); group++) {
            groups.get(group).forward();
        }
        return entering;
    }

    /// A layer at work, to look into a network: its outputs are those of the last forward, and
    /// perhaps more behind them; this pass's own memory, only to be read.
    public LayerPass layer(int layer) {
        return layers.get(layer);
    }

    /// How many rows the last forward left behind a layer: of all ensemble members, behind the
    /// adapter.
    public int rows(int layer) {
        return layers.get(layer).rowsBehind(batches.get(layer).rows());
    }

    /// The gradient of the loss with respect to the outputs belongs here before [#backward], which
    /// overwrites it: batch size × outputs, for each ensemble member.
    public float[] outputGradient() {
        return layers.getLast().outputGradient();
    }

    /// Computes the gradient with respect to every parameter, for the rows of the last
    /// [#forwardToTrain], or of the last [#forward] of a network of one ensemble member.
    ///
    /// First from the last layer to the first, each waiting for the one behind it; then the
    /// parameters' own, which wait for nothing: threads share those of all layers in one go.
    ///
    /// @param gradient as many numbers as parameters, all overwritten
    /// @throws IllegalStateException if there was no forward
    public void backward(float[] gradient) {
        if (batches.getFirst().rows() == 0) {
            throw new IllegalStateException("backward needs a forward before it");
        }
        groups.getLast().shareBackward();
        for (int group = groups.size() - 1; group > 0; group--) {
            groups.get(group).backwardToInputs();
        }
        long cost = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            cost += layers.get(layer).gradientCost(batches.get(layer));
        }
        team.share(gradients, gradient, team.size(), 1, cost);
    }

    private void gradients(Worker worker, float[] gradient, int firstShare, int endShare) {
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).gradient(worker, batches.get(layer), firstShare, endShare, gradient);
        }
    }
}
