package slope.training;

import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.network.FittedStart;
import slope.network.Network;

/// Networks whose initial parameters are fitted to their training examples: see [FittedStart].
public final class DataDrivenStart {
    /// The maximum size of the widest layer's outputs over all rows: 32 MiB an array.
    private static final int MOST_NUMBERS = 1 << 23;

    /// Separates these random numbers from others with the same seed.
    private static final long PURPOSE = 0x7374617274L; // "start"

    private DataDrivenStart() {}

    /// A network to start training from.
    ///
    /// @param examples the training examples; if there are many rows, a sample is used
    /// @param seed of all random numbers
    /// @param engine affects the time, and no bit of the result
    public static Network network(Architecture architecture, Examples examples, long seed, Engine engine) {
        int widest = architecture.inputs();
        for (int layer = 1; layer <= architecture.layers().size(); layer++) {
            widest = Math.max(widest, architecture.inputsOf(layer));
        }
        int rows = Math.min(examples.rows(), Math.max(256, MOST_NUMBERS / widest));
        int[] chosen = new int[examples.rows()];
        for (int row = 0; row < chosen.length; row++) {
            chosen[row] = row;
        }
        if (rows < chosen.length) {
            SplitRandom.of(seed, PURPOSE).shuffle(chosen);
        }
        float[] inputs = new float[Math.multiplyExact(rows, examples.inputWidth())];
        for (int row = 0; row < rows; row++) {
            examples.copyInputs(chosen[row], inputs, row * examples.inputWidth());
        }
        return FittedStart.network(architecture, inputs, rows, seed, engine);
    }
}
