package slope.network;

import slope.kernel.Engine;
import slope.kernel.Team;
import slope.layer.Architecture;
import slope.layer.EnsembleRows;

/// Predicts with one network again and again: its memory and threads are made once, and a
/// prediction allocates nothing.
///
///     try (Predictor predictor = network.predictor(Engine.best())) {
///         predictor.predict(inputs, 0, rows, outputs, 0);
///     }
///
/// Memory: a number for each output of each layer, for a block of rows at most. For one caller
/// at a time.
public final class Predictor implements AutoCloseable {
    private final int inputWidth;
    private final int members;
    private final int outputWidth; // of one member
    private final float[] parameters; // the network's own, only read
    private final Team team;
    private final Pass pass;
    private final int blockRows;

    Predictor(Network network, Engine engine, int blockRows) {
        Architecture architecture = network.architecture();
        this.inputWidth = architecture.inputs();
        this.members = architecture.members();
        this.outputWidth = architecture.outputs();
        this.parameters = network.parameters().values();
        this.team = engine.start();
        this.pass = Pass.toPredict(team, architecture, blockRows);
        this.blockRows = blockRows;
    }

    /// Computes the outputs of some rows.
    ///
    /// @param inputs rows × inputs, row-major, from `inputsOffset` on; only read
    /// @param rows how many; 0 are fine
    /// @param outputs rows × members × outputs, row-major, from `outputsOffset` on
    /// @throws IllegalArgumentException if the inputs end before the rows do
    /// @throws IndexOutOfBoundsException if the outputs do
    public void predict(float[] inputs, int inputsOffset, int rows, float[] outputs, int outputsOffset) {
        for (int row = 0; row < rows; row += blockRows) {
            int count = Math.min(blockRows, rows - row);
            float[] block = pass.forward(parameters, inputs, inputsOffset + row * inputWidth, count);
            EnsembleRows.copy(block, members, count, outputWidth, outputs, outputsOffset + row * members * outputWidth);
        }
    }

    /// Ends the threads. The predictor is not to be used afterwards.
    @Override
    public void close() {
        team.close();
    }
}
