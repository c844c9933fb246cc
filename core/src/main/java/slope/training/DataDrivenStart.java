package slope.training;

import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.network.FittedStart;
import slope.network.Network;

/// Networks whose start is fitted to the examples they will see: see [FittedStart].
public final class DataDrivenStart {
    /// Numbers that the widest layer may have for all rows looked at: 32 MiB an array.
    private static final int MOST_NUMBERS = 1 << 23;

    /// Sets these draws apart from whatever else is drawn with the same seed.
    private static final long PURPOSE = 0x7374617274L; // "start"

    private DataDrivenStart() {}

    /// A network to start training from.
    ///
    /// @param examples those to train on; of very many rows a part is drawn
    /// @param seed of everything drawn
    /// @param engine decides how long it takes, and no bit of the result
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
