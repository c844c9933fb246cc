package slope.layer;

import java.util.List;
import slope.internal.random.SplitRandom;
import slope.kernel.DropoutMask;
import slope.kernel.Team;
import slope.kernel.Worker;

/// In training each number is 0 with probability p and otherwise 1/(1 − p) of itself, drawn anew in
/// every step; predictions pass unchanged (Srivastava et al. 2014).
///
/// @param rate p, from 0 to below 1
public record Dropout(double rate) implements Layer {
    /// Sets these draws apart from whatever else is drawn in a step.
    private static final long PURPOSE = 0x64726f70; // "drop"

    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("the dropout rate must be at least 0 and below 1, not " + rate);
        }
    }

    @Override
    public String title() {
        return "dropout " + rate;
    }

    @Override
    public boolean isRandom() {
        return rate > 0;
    }

    @Override
    public boolean passesPredictions() {
        return true;
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Parameter> parameters(int inputs, int members) {
        return List.of();
    }

    /// Which numbers of a block a training step drops, by their places in it.
    ///
    /// @param layer this layer's number in its network, from 0
    /// @param step the name of everything random in the step
    /// @param share what the rate is multiplied by
    /// @param numbers of the block: rows × inputs
    public boolean[] dropped(int layer, long step, double share, int numbers) {
        DropoutMask mask = new DropoutMask();
        mask.draw(name(step, layer), rate * share);
        boolean[] dropped = new boolean[numbers];
        for (int place = 0; place < numbers; place++) {
            dropped[place] = mask.drops(place);
        }
        return dropped;
    }

    private static long name(long step, int layer) {
        return SplitRandom.name(SplitRandom.name(step, PURPOSE), layer);
    }

    @Override
    public LayerPass pass(LayerPlace place, Team team, int batchSize, TrainingStep step) {
        return new Pass(rate, place.index(), place.inputs(), batchSize, step);
    }

    @Override
    public long numbers(int inputs, int rows) {
        return 2L * inputs * rows;
    }

    /// The mask is drawn anew by each forward of a training step, and the backward that follows uses the
    /// same.
    private static final class Pass implements ElementwisePass {
        private static final int COST = 8;

        private final double rate;
        private final int layer;
        private final int width;
        private final TrainingStep step;
        private final DropoutMask mask = new DropoutMask();
        private final float[] outputs; // batchSize × width
        private final float[] outputGradient; // batchSize × width

        Pass(double rate, int layer, int width, int batchSize, TrainingStep step) {
            this.rate = rate;
            this.layer = layer;
            this.width = width;
            this.step = step;
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
            return COST;
        }

        @Override
        public void startForward() {
            mask.draw(Dropout.name(step.name(), layer), step.isTraining() ? rate * step.dropoutShare() : 0);
        }

        @Override
        public void forward(Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn) {
            int columns = endColumn - firstColumn;
            int offset = batch.inputsOffset();
            if (offset != 0 || !step.isTraining()) {
                for (int row = firstRow; row < endRow; row++) {
                    int at = row * width + firstColumn;
                    System.arraycopy(batch.inputs(), offset + at, outputs, at, columns);
                }
            }
            if (step.isTraining()) {
                float[] from = offset == 0 ? batch.inputs() : outputs;
                int at = firstRow * width + firstColumn;
                worker.kernels().elementwise().dropout(from, outputs, at, endRow - firstRow, columns, width, mask);
            }
        }

        @Override
        public void backward(
                Worker worker, LayerBatch batch, int firstRow, int endRow, int firstColumn, int endColumn) {
            int at = firstRow * width + firstColumn;
            int rows = endRow - firstRow;
            int columns = endColumn - firstColumn;
            worker.kernels()
                    .elementwise()
                    .dropout(outputGradient, batch.inputGradient(), at, rows, columns, width, mask);
        }

        /// There are no parameters.
        @Override
        public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {}

        @Override
        public long gradientCost(LayerBatch batch) {
            return 0;
        }
    }
}
