package slope.network;

import slope.kernel.Team;

/// A network at work on blocks of rows: forward from inputs to outputs, backward from the gradient
/// by the outputs to the gradient by every parameter.
///
///     float[] outputs = pass.forwardToTrain(parameters, inputs, 0, rows, step, 1);
///     ... write the loss's gradient by the outputs into pass.outputGradient() ...
///     pass.backward(parameters, gradient);
///
/// All memory is made once, for a largest number of rows; neither direction allocates. Parameters
/// and gradient are flat arrays in the order of the architecture's [ParameterLayout] and belong to
/// the caller. A row's outputs do not depend on the rows beside it, nor on the size of the block.
///
/// Memory: for each layer 2 · batchSize · outputs numbers, or 3 where the activation's slope is
/// taken of the sums, and what [#numbers] counts besides. For one thread at a time.
public final class Pass {
    private final LayerPass[] layers;
    private final int batchSize;
    private final int members;
    private final int inputWidth;
    private final TrainingStep step = new TrainingStep();

    // What the last forward saw, for the backward that follows.
    private float[] inputs = new float[0]; // rows × inputWidth, from inputsOffset on; the caller's, only read
    private int inputsOffset;
    private int rows;

    /// A pass over blocks of at most `batchSize` rows of each member.
    ///
    /// @throws IllegalArgumentException if the architecture cannot work or the batch size is below
    ///     1
    /// @throws ArithmeticException if batchSize × outputs of a layer is no array size
    public Pass(Team team, Architecture architecture, int batchSize) {
        architecture.validated();
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 row, not " + batchSize);
        }
        this.batchSize = batchSize;
        this.inputWidth = architecture.inputs();
        this.members = architecture.members();
        Math.multiplyExact(batchSize, members);
        this.layers = new LayerPass[architecture.layers().size()];
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer] = LayerPass.of(team, architecture, layer, batchSize * members, step);
        }
    }

    /// Numbers of memory that a block of so many rows of each member takes in all layers together.
    public static long numbers(Architecture architecture, int rows) {
        long numbers = 0;
        for (int layer = 0; layer < architecture.layers().size(); layer++) {
            numbers += LayerPass.numbers(architecture, layer, rows * architecture.members());
        }
        return numbers;
    }

    /// Numbers of memory that each thread takes besides, for a block of so many rows.
    public static long numbersOfThread(Architecture architecture, int rows) {
        long numbers = 0;
        if (architecture.layers().getFirst() instanceof Layer.Features features) {
            for (Part part : features.parts()) {
                numbers += PartPass.numbersOfThread(part, rows * architecture.members());
            }
        }
        return numbers;
    }

    /// Computes the outputs for some rows, as predictions have them: nothing is dropped.
    ///
    /// @param parameters only read
    /// @param inputs rows × inputs, from `inputsOffset` on; only read, and still needed by
    ///     [#backward]
    /// @param rows from 1 to the batch size
    /// @return rows × outputs and perhaps more behind them, of several members one after the other; this
    ///     pass's own memory, which the next forward overwrites
    public float[] forward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        requireRows(rows);
        step.predict();
        return forwardThroughLayers(parameters, inputs, inputsOffset, rows);
    }

    /// Computes the outputs for some rows, as training wants them; otherwise like [#forward].
    ///
    /// @param rows those of all members together, member after member, each as many
    /// @param name of everything random in this step, such as what dropout drops; each step has
    ///     another
    /// @param dropoutShare what dropout rates are multiplied by, from 0 to 1
    public float[] forwardToTrain(
            float[] parameters, float[] inputs, int inputsOffset, int rows, long name, double dropoutShare) {
        if (rows % members != 0) {
            throw new IllegalArgumentException(
                    "%d rows are not as many for each of %d members".formatted(rows, members));
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
            throw new IllegalArgumentException("%d rows of %d inputs from number %d on do not stand in an array of %d"
                    .formatted(rows, inputWidth, inputsOffset, inputs.length));
        }
        this.inputs = inputs;
        this.inputsOffset = inputsOffset;
        this.rows = rows;
        layers[0].forward(parameters, inputs, inputsOffset, rows);
        int entering = layers[0].rowsBehind(rows);
        for (int layer = 1; layer < layers.length; layer++) {
            layers[layer].forward(parameters, layers[layer - 1].outputs(), 0, entering);
            entering = layers[layer].rowsBehind(entering);
        }
        return layers[layers.length - 1].outputs();
    }

    /// What the last forward left behind a layer, for whoever looks into a network: rows × outputs of the
    /// layer and perhaps more behind them; this pass's own memory, only to be read.
    public float[] outputs(int layer) {
        return layers[layer].outputs();
    }

    /// How many rows the last forward left behind a layer: of all members, once they part.
    public int rows(int layer) {
        int leaving = rows;
        for (int before = 0; before <= layer; before++) {
            leaving = layers[before].rowsBehind(leaving);
        }
        return leaving;
    }

    /// Where the gradient of the loss by the outputs belongs before [#backward], which overwrites
    /// it: batch size × outputs, for each member.
    public float[] outputGradient() {
        return layers[layers.length - 1].outputGradient();
    }

    /// Computes the gradient by every parameter, for the rows of the last [#forwardToTrain], or of the
    /// last [#forward] of a network of one member.
    ///
    /// @param parameters the ones forward saw
    /// @param gradient as many numbers as parameters, all overwritten
    /// @throws IllegalStateException if there was no forward
    public void backward(float[] parameters, float[] gradient) {
        if (rows == 0) {
            throw new IllegalStateException("backward needs a forward before it");
        }
        for (int layer = layers.length - 1; layer > 0; layer--) {
            layers[layer].backward(layers[layer - 1].outputs(), 0, rows, gradient);
            layers[layer].backwardToInputs(parameters, rows, layers[layer - 1].outputGradient());
        }
        layers[0].backward(inputs, inputsOffset, rows, gradient);
    }
}
