package slope.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.kernel.Team;
import slope.kernel.Worker;

/// Consecutive layers that threads go through without meeting: an anchor operation, and its epilogue, the
/// layers behind it that work number by number. The first group of a network may have no anchor.
///
/// A thread that has computed some columns of some rows takes them through the epilogue, forward or
/// backward, while they are in its core's cache.
public final class FusedGroup {
    private static final Team.Part<FusedGroup> EPILOGUE =
            (worker, group, start, end) -> group.forwardEpilogue(worker, start, end, 0, group.width);
    private static final Team.Part<FusedGroup> BACKWARD =
            (worker, group, start, end) -> group.backward(worker, start, end, 0, group.width);

    private final Team team;
    private final Optional<FusedGroup> before;
    private final Optional<AnchorPass> anchor;
    private final ElementwisePass[] epilogue;
    private final LayerBatch[] batches; // one for each layer, the anchor's first
    private final int width;

    private FusedGroup(
            Team team,
            Optional<FusedGroup> before,
            Optional<AnchorPass> anchor,
            List<ElementwisePass> epilogue,
            List<LayerBatch> batches) {
        this.team = team;
        this.before = before;
        this.anchor = anchor;
        this.epilogue = epilogue.toArray(ElementwisePass[]::new);
        this.batches = batches.toArray(LayerBatch[]::new);
        this.width = batches.getLast().outputWidth();
    }

    /// The groups of consecutive layers.
    ///
    /// @param batches one for each layer
    public static List<FusedGroup> of(Team team, List<LayerPass> layers, List<LayerBatch> batches) {
        List<FusedGroup> groups = new ArrayList<>();
        int next = 0;
        while (next < layers.size()) {
            int first = next;
            Optional<AnchorPass> anchor = Optional.empty();
            if (layers.get(next) instanceof AnchorPass anchorPass) {
                anchor = Optional.of(anchorPass);
                next++;
            }
            List<ElementwisePass> epilogue = new ArrayList<>();
            while (next < layers.size() && layers.get(next) instanceof ElementwisePass elementwise) {
                epilogue.add(elementwise);
                next++;
            }
            Optional<FusedGroup> before = groups.isEmpty() ? Optional.empty() : Optional.of(groups.getLast());
            groups.add(new FusedGroup(team, before, anchor, epilogue, batches.subList(first, next)));
        }
        return groups;
    }

    /// Computes the outputs of each row of the batch.
    public void forward() {
        for (ElementwisePass layer : epilogue) {
            layer.startForward();
        }
        if (anchor.isPresent()) {
            anchor.get().forward(this);
        } else {
            shareEpilogue();
        }
    }

    /// The batch of the first layer, which is the anchor if there is one.
    LayerBatch batch() {
        return batches[0];
    }

    /// The group whose outputs are this one's inputs.
    FusedGroup before() {
        return before.orElseThrow();
    }

    /// Takes all of the anchor's outputs through the epilogue, for an anchor that cannot do it on the way.
    void shareEpilogue() {
        if (epilogue.length > 0) {
            team.share(EPILOGUE, this, rowsBehind(), 1, epilogueCost());
        }
    }

    /// Takes some columns of some rows of the anchor's outputs through the epilogue.
    void forwardEpilogue(Worker worker, int firstRow, int endRow, int firstColumn, int endColumn) {
        for (int index = 0; index < epilogue.length; index++) {
            epilogue[index].forward(worker, batchOf(index), firstRow, endRow, firstColumn, endColumn);
        }
    }

    /// Takes all of the gradient with respect to the outputs back to what the anchor holds before its last operation.
    public void shareBackward() {
        int rows = rowsBehind();
        team.share(BACKWARD, this, rows, ElementwisePass.BLOCK_ROWS, epilogueCost() + (long) rows * width);
    }

    /// The same for some columns of some rows.
    ///
    /// @param firstRow a multiple of [ElementwisePass#BLOCK_ROWS]
    /// @param endRow another, or the end of the rows
    void backward(Worker worker, int firstRow, int endRow, int firstColumn, int endColumn) {
        for (int index = epilogue.length - 1; index >= 0; index--) {
            epilogue[index].backward(worker, batchOf(index), firstRow, endRow, firstColumn, endColumn);
        }
        if (anchor.isPresent()) {
            anchor.get().derivative(worker, firstRow, endRow, firstColumn, endColumn);
        }
    }

    /// Writes the gradient with respect to the inputs into the group before, and takes it back through that.
    public void backwardToInputs() {
        anchor.orElseThrow().backwardToInputs(this);
    }

    /// What the epilogue costs for all rows one way, in multiply-adds.
    long epilogueCost() {
        long cost = 0;
        for (ElementwisePass layer : epilogue) {
            cost += layer.cost();
        }
        return cost * rowsBehind() * width;
    }

    /// The rows that leave this group.
    private int rowsBehind() {
        return anchor.isPresent() ? anchor.get().rowsBehind(batch().rows()) : batch().rows();
    }

    private LayerBatch batchOf(int index) {
        return batches[batches.length - epilogue.length + index];
    }
}
