package slope.layer;

import java.util.List;
import slope.kernel.Worker;

/// One [Layer] at work: the memory it needs for a block of rows, and its directions.
///
/// A layer that turns whole rows into others is an [AnchorPass], one that works number by number an
/// [ElementwisePass]; a [FusedGroup] is one of the former and the latter that follow it, and only groups
/// call either. Arrays are row-major and have room for the block size the pass was made for.
///
/// A step asks a layer three things: its outputs; then the gradient with respect to its inputs; then,
/// when all layers have theirs, the gradient with respect to its parameters. The first two keep what the
/// third needs.
public sealed interface LayerPass permits ElementwisePass, AnchorPass {

    /// Where the outputs are: batchSize × outputs.
    float[] outputs();

    /// Where the gradient with respect to the outputs belongs: batchSize × outputs.
    float[] outputGradient();

    /// The rows that leave this layer, where so many enter it.
    default int rowsBehind(int rows) {
        return rows;
    }

    /// Those of the layers that this one consists of, first to last, if it does.
    default List<LayerPass> inside() {
        return List.of();
    }

    /// Writes some shares of the gradient with respect to this layer's parameters, out of as many shares
    /// as the team has threads.
    ///
    /// @param batch of the last forward
    /// @param gradient with respect to the parameters of the whole network
    void gradient(Worker worker, LayerBatch batch, int firstShare, int endShare, float[] gradient);

    /// What all shares of [#gradient] cost, in multiply-adds.
    long gradientCost(LayerBatch batch);
}
