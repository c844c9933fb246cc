package slope.training;

import java.util.Optional;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.loss.LossMeter;

/// The block of rows that a step works on: one set of arrays, filled again for each step.
public final class Batch {
    /// What copying a number costs, in multiply-adds: most come from far memory.
    private static final int COPY_COST = 8;

    private final Team team;
    private final Team.Part<Selection> gather = this::gather;
    private final int inputWidth;
    private final int targetWidth;
    private final float[] inputs; // size × inputWidth
    private final float[] targets; // size × targetWidth
    private final float[] weights; // size, or none
    private final int offsetWidth;
    private final float[] offsets; // size × offsetWidth
    private final Selection selection;

    /// The rows of the batch.
    private static final class Selection {
        private Examples examples;
        private int[] order = {};
        private int first;
        private int rowsOfMember = 1;
        private int stride;

        Selection(Examples examples) {
            this.examples = examples;
        }

        /// The number among the examples of a row of the batch.
        int source(int row) {
            return order[row / rowsOfMember * stride + first + row % rowsOfMember];
        }
    }

    /// A batch for rows of the examples, which may be training or validation examples.
    public Batch(Team team, Examples examples, Optional<Examples> validation, int size) {
        this.team = team;
        this.selection = new Selection(examples);
        this.inputWidth = examples.inputWidth();
        this.targetWidth = examples.targetWidth();
        this.inputs = new float[Math.multiplyExact(size, inputWidth)];
        this.targets = new float[Math.multiplyExact(size, targetWidth)];
        this.weights =
                examples.hasWeights() || validation.map(Examples::hasWeights).orElse(false)
                        ? new float[size]
                        : LossMeter.NONE;
        this.offsetWidth = Math.max(
                examples.offsetWidth(), validation.map(Examples::offsetWidth).orElse(0));
        this.offsets = new float[Math.multiplyExact(size, offsetWidth)];
    }

    /// Copies the rows of each ensemble member, in its order from `first` on.
    ///
    /// @param rows of each ensemble member
    /// @param members the ensemble members, whose rows follow one another in the batch
    /// @param stride the distance from one ensemble member's order to the next; 0 gives all the
    ///     same rows
    public void gather(Examples examples, int[] order, int first, int rows, int members, int stride) {
        selection.examples = examples;
        selection.order = order;
        selection.first = first;
        selection.rowsOfMember = rows;
        selection.stride = stride;
        team.share(gather, selection, rows * members, 1, (long) rows * members * inputWidth * COPY_COST);
    }

    private void gather(Worker worker, Selection selection, int start, int end) {
        Examples examples = selection.examples;
        for (int row = start; row < end; row++) {
            int source = selection.source(row);
            examples.copyInputs(source, inputs, row * inputWidth);
            examples.copyTargets(source, targets, row * targetWidth);
            if (weights.length > 0) {
                weights[row] = examples.weight(source);
            }
            if (offsetWidth > 0) {
                examples.copyOffsets(source, offsets, row * offsetWidth);
            }
        }
    }

    public float[] inputs() {
        return inputs;
    }

    public float[] targets() {
        return targets;
    }

    /// The weight of each row, or [LossMeter#NONE] where examples have no weights.
    public float[] weights() {
        return weights;
    }

    /// The offsets of each row; empty where examples have none.
    public float[] offsets() {
        return offsets;
    }
}
