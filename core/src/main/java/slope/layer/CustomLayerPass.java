package slope.layer;

import java.util.Arrays;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout.Block;

/// A [CustomLayer] at work. Threads share the rows; one of them adds the gradient of the
/// parameters.
final class CustomLayerPass implements AnchorPass {
    /// The estimated cost of an input, an output or a parameter, in multiply-adds.
    private static final long COST = 32;

    private final CustomLayer layer;
    private final Team team;
    private final Team.Part<LayerRows> forward;
    private final Team.Part<LayerRows> backward;
    private final LayerRows block;
    private final long costOfRow;

    CustomLayerPass(CustomLayer layer, LayerPlace place, Team team, int batchSize, TrainingStep step) {
        this.layer = layer;
        this.team = team;
        this.forward = (worker, rows, start, end) -> layer.forward(worker.kernels(), rows, start, end);
        this.backward = (worker, rows, start, end) -> layer.backward(worker.kernels(), rows, start, end);
        this.block = new LayerRows(place, batchSize, step);
        int learned = block.blocks().stream().mapToInt(Block::length).sum();
        this.costOfRow = COST * (place.inputs() + place.outputs()) + learned;
    }

    @Override
    public float[] outputs() {
        return block.outputs();
    }

    @Override
    public float[] outputGradient() {
        return block.outputGradient();
    }

    @Override
    public void forward(FusedGroup group) {
        LayerBatch batch = group.batch();
        block.fill(batch);
        team.share(forward, block, batch.rows(), 1, gradientCost(batch));
        group.shareEpilogue();
    }

    @Override
    public void backwardToInputs(FusedGroup group) {
        LayerBatch batch = group.batch();
        team.share(backward, block, batch.rows(), 1, gradientCost(batch));
        group.before().shareBackward();
    }

    @Override
    public void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient) {
        if (firstShare == 0) {
            for (Block parameter : block.blocks()) {
                Arrays.fill(gradient, parameter.offset(), parameter.offset() + parameter.length(), 0);
            }
            block.startGradient(gradient);
            layer.addGradient(worker.kernels(), block, batch.rows());
        }
    }

    @Override
    public long gradientCost(LayerBatch batch) {
        return batch.rows() * costOfRow;
    }
}
