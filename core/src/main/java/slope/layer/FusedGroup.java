package slope.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.kernel.Kernels;
import slope.kernel.Team;

/// Consecutive layers that threads go through without meeting: one that leads, and those behind it
/// that work number by number. A first stage may have no lead.
///
/// A thread that has computed some columns of some rows takes them through all of the tail, forward or
/// backward, while they are in its core's cache.
public final class FusedGroup {
    private final Team team;
    private final Optional<AnchorPass> lead;
    private final ElementwisePass[] tail;
    private final int width;
    private final Team.Part tailRows = this::tailRows;
    private final Team.Part backwardRows = this::backwardRows;

    private FusedGroup(Team team, Optional<AnchorPass> lead, List<ElementwisePass> tail, int width) {
        this.team = team;
        this.lead = lead;
        this.tail = tail.toArray(ElementwisePass[]::new);
        this.width = width;
    }

    /// The stages of an architecture.
    ///
    /// @param layers all of its layers
    public static FusedGroup[] of(Team team, Architecture architecture, LayerPass[] layers) {
        List<FusedGroup> stages = new ArrayList<>();
        int next = 0;
        while (next < layers.length) {
            Optional<AnchorPass> lead = Optional.empty();
            if (layers[next] instanceof AnchorPass leader) {
                lead = Optional.of(leader);
                next++;
            }
            List<ElementwisePass> tail = new ArrayList<>();
            while (next < layers.length && layers[next] instanceof ElementwisePass elementwise) {
                tail.add(elementwise);
                next++;
            }
            stages.add(new FusedGroup(team, lead, tail, architecture.inputsOf(next)));
        }
        return stages.toArray(FusedGroup[]::new);
    }

    /// A stage of one layer.
    public static FusedGroup of(Team team, LayerPass layer, int width) {
        return switch (layer) {
            case AnchorPass leader -> new FusedGroup(team, Optional.of(leader), List.of(), width);
            case ElementwisePass elementwise -> new FusedGroup(team, Optional.empty(), List.of(elementwise), width);
        };
    }

    /// Computes the outputs of each row.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputs, from `inputsOffset` on
    public void forward(float[] parameters, float[] inputs, int inputsOffset, int rows) {
        float[] entering = lead.isPresent() ? lead.get().outputs() : inputs;
        int offset = lead.isPresent() ? 0 : inputsOffset;
        int behindLead = lead.isPresent() ? lead.get().rowsBehind(rows) : rows;
        for (ElementwisePass layer : tail) {
            layer.startForward(parameters, entering, offset, behindLead);
            entering = layer.outputs();
            offset = 0;
        }
        if (lead.isPresent()) {
            lead.get().forward(parameters, inputs, inputsOffset, rows, this);
        } else {
            shareTail(rows);
        }
    }

    /// Takes all of the lead's outputs through the tail, for a lead that cannot do it on the way.
    void shareTail(int rows) {
        if (tail.length > 0) {
            team.share(tailRows, rows, 1, tailCost(rows));
        }
    }

    private void tailRows(int member, Kernels kernels, int start, int end) {
        forwardTail(member, kernels, start, end, 0, width);
    }

    /// Takes some columns of some rows of the lead's outputs through the tail.
    void forwardTail(int member, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        for (ElementwisePass layer : tail) {
            layer.forward(member, kernels, firstRow, endRow, firstColumn, endColumn);
        }
    }

    /// Takes all of the gradient by the outputs back to what the lead holds before its last operation.
    public void shareBackward(int rows) {
        team.share(backwardRows, rows, ElementwisePass.BLOCK_ROWS, tailCost(rows) + (long) rows * width);
    }

    private void backwardRows(int member, Kernels kernels, int start, int end) {
        backward(member, kernels, start, end, 0, width);
    }

    /// The same for some columns of some rows.
    ///
    /// @param firstRow a multiple of [ElementwisePass#BLOCK_ROWS]
    /// @param endRow another, or the end of the rows
    void backward(int member, Kernels kernels, int firstRow, int endRow, int firstColumn, int endColumn) {
        for (int index = tail.length - 1; index >= 0; index--) {
            ElementwisePass layer = tail[index];
            layer.backward(member, kernels, gradientBefore(index), firstRow, endRow, firstColumn, endColumn);
        }
        if (lead.isPresent()) {
            lead.get().slope(kernels, firstRow, endRow, firstColumn, endColumn);
        }
    }

    /// Where the gradient by a tail layer's inputs belongs. By the inputs of a network nobody needs it.
    private float[] gradientBefore(int index) {
        if (index > 0) {
            return tail[index - 1].outputGradient();
        }
        return lead.isPresent() ? lead.get().outputGradient() : tail[0].outputGradient();
    }

    /// Writes the gradient by the inputs into the stage before, and takes it back through that.
    public void backwardToInputs(FusedGroup before) {
        lead.orElseThrow().backwardToInputs(before);
    }

    /// What the tail costs for so many rows one way, in multiply-adds.
    long tailCost(int rows) {
        long cost = 0;
        for (ElementwisePass layer : tail) {
            cost += layer.cost();
        }
        return cost * rows * width;
    }

    /// Where the outputs are: batchSize × width.
    public float[] outputs() {
        return last().outputs();
    }

    /// Where the gradient by the outputs belongs: batchSize × width.
    float[] outputGradient() {
        return last().outputGradient();
    }

    private LayerPass last() {
        return tail.length > 0 ? tail[tail.length - 1] : lead.orElseThrow();
    }

    /// The rows that leave this stage, where so many enter it.
    public int rowsBehind(int rows) {
        return lead.isPresent() ? lead.get().rowsBehind(rows) : rows;
    }
}
