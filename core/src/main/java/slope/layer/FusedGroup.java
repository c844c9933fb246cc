package slope.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.kernel.Kernels;
import slope.kernel.Team;

/// Consecutive layers that threads go through without meeting: an anchor operation, and its epilogue, the
/// layers behind it that work number by number. The first group of a network may have no anchor.
///
/// A thread that has computed some columns of some rows takes them through the epilogue, forward or
/// backward, while they are in its core's cache.
public final class FusedGroup {
    private final Team team;
    private final Optional<AnchorPass> anchor;
    private final ElementwisePass[] epilogue;
    private final int width;
    private final Team.Part epilogueRows = this::epilogueRows;
    private final Team.Part backwardRows = this::backwardRows;

    private FusedGroup(Team team, Optional<AnchorPass> anchor, List<ElementwisePass> epilogue, int width) {
        this.team = team;
        this.anchor = anchor;
        this.epilogue = epilogue.toArray(ElementwisePass[]::new);
        this.width = width;
    }

    /// The groups of an architecture.
    ///
    /// @param layers all of its layers
    public static FusedGroup[] of(Team team, Architecture architecture, LayerPass[] layers) {
        List<FusedGroup> groups = new ArrayList<>();
        int next = 0;
        while (next < layers.length) {
            Optional<AnchorPass> anchor = Optional.empty();
            if (layers[next] instanceof AnchorPass anchorPass) {
                anchor = Optional.of(anchorPass);
                next++;
            }
            List<ElementwisePass> epilogue = new ArrayList<>();
            while (next < layers.length && layers[next] instanceof ElementwisePass elementwise) {
                epilogue.add(elementwise);
                next++;
            }
            groups.add(new FusedGroup(team, anchor, epilogue, architecture.inputsOf(next)));
        }
        return groups.toArray(FusedGroup[]::new);
    }

    /// A group of one layer.
    public static FusedGroup of(Team team, LayerPass layer, int width) {
        return switch (layer) {
            case AnchorPass anchorPass -> new FusedGroup(team, Optional.of(anchorPass), List.of(), width);
            case ElementwisePass elementwise -> new FusedGroup(team, Optional.empty(), List.of(elementwise), width);
        };
    }

    /// Computes the outputs of each row.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputs, from `inputsOffset` on
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        float[] entering = anchor.isPresent() ? anchor.get().outputs() : inputs;
        int offset = anchor.isPresent() ? 0 : inputsOffset;
        int behindAnchor = anchor.isPresent() ? anchor.get().rowsBehind(rows) : rows;
        for (ElementwisePass layer : epilogue) {
            layer.startForward(parameters, entering, offset, behindAnchor);
            entering = layer.outputs();
            offset = 0;
        }
        if (anchor.isPresent()) {
            anchor.get().forward(parameters, inputs, inputsOffset, rows, this);
        } else {
            shareEpilogue(rows);
        }
    }

    /// Takes all of the anchor's outputs through the epilogue, for an anchor that cannot do it on the way.
    void shareEpilogue(int rows) {
        if (epilogue.length > 0) {
            team.share(epilogueRows, rows, 1, epilogueCost(rows));
        }
    }

    private void epilogueRows(int worker, Kernels kernels, int start, int end) {
        forwardEpilogue(worker, kernels, start, end, 0, width);
    }

    /// Takes some columns of some rows of the anchor's outputs through the epilogue.
    void forwardEpilogue(int worker, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        for (ElementwisePass layer : epilogue) {
            layer.forward(worker, kernels, firstRow, endRow, firstColumn, endColumn);
        }
    }

    /// Takes all of the gradient with respect to the outputs back to what the anchor holds before its last operation.
    public void shareBackward(int rows) {
        team.share(backwardRows, rows, ElementwisePass.BLOCK_ROWS, epilogueCost(rows) + (long) rows * width);
    }

    private void backwardRows(int worker, Kernels kernels, int start, int end) {
        backward(worker, kernels, start, end, 0, width);
    }

    /// The same for some columns of some rows.
    ///
    /// @param firstRow a multiple of [ElementwisePass#BLOCK_ROWS]
    /// @param endRow another, or the end of the rows
    void backward(int worker, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        for (int index = epilogue.length - 1; index >= 0; index--) {
            ElementwisePass layer = epilogue[index];
            layer.backward(worker, kernels, gradientBefore(index), firstRow, endRow, firstColumn, endColumn);
        }
        if (anchor.isPresent()) {
            anchor.get().derivative(kernels, firstRow, endRow, firstColumn, endColumn);
        }
    }

    /// Where the gradient with respect to an epilogue layer's inputs belongs. That of a network's inputs is
    /// not needed.
    private float[] gradientBefore(int index) {
        if (index > 0) {
            return epilogue[index - 1].outputGradient();
        }
        return anchor.isPresent() ? anchor.get().outputGradient() : epilogue[0].outputGradient();
    }

    /// Writes the gradient with respect to the inputs into the group before, and takes it back through that.
    public void backwardToInputs(FusedGroup before) {
        anchor.orElseThrow().backwardToInputs(before);
    }

    /// What the epilogue costs for so many rows one way, in multiply-adds.
    long epilogueCost(int rows) {
        long cost = 0;
        for (ElementwisePass layer : epilogue) {
            cost += layer.cost();
        }
        return cost * rows * width;
    }

    /// Where the outputs are: batchSize × width.
    public float[] outputs() {
        return last().outputs();
    }

    /// Where the gradient with respect to the outputs belongs: batchSize × width.
    float[] outputGradient() {
        return last().outputGradient();
    }

    private LayerPass last() {
        return epilogue.length > 0 ? epilogue[epilogue.length - 1] : anchor.orElseThrow();
    }

    /// The rows that leave this group, where so many enter it.
    public int rowsBehind(int rows) {
        return anchor.isPresent() ? anchor.get().rowsBehind(rows) : rows;
    }
}
