package slope.training;

import java.util.Optional;
import slope.data.Examples;
import slope.kernel.Kernels;
import slope.kernel.Team;

/// The block of rows a step works on: one pair of arrays, filled anew for each step.
final class Batch {
    /// What copying a number costs, in multiply-adds: most come from far memory.
    private static final int COPY_COST = 8;

    private final Team team;
    private final Team.Part gather = this::gather;
    private final int inputWidth;
    private final int targetWidth;
    private final float[] inputs; // size × inputWidth
    private final float[] targets; // size × targetWidth
    private final float[] weights; // size, or none
    private final float[] offsets; // size, or none

    private Examples examples;
    private int[] order = {};
    private int first;

    /// Room for rows of the examples, which may be the training's or the validation's.
    Batch(Team team, Examples examples, Optional<Examples> validation, int size) {
        this.team = team;
        this.examples = examples;
        this.inputWidth = examples.inputWidth();
        this.targetWidth = examples.targetWidth();
        this.inputs = new float[Math.multiplyExact(size, inputWidth)];
        this.targets = new float[Math.multiplyExact(size, targetWidth)];
        this.weights =
                examples.hasWeights() || validation.map(Examples::hasWeights).orElse(false)
                        ? new float[size]
                        : LossMeter.NONE;
        this.offsets =
                examples.hasOffsets() || validation.map(Examples::hasOffsets).orElse(false)
                        ? new float[size]
                        : LossMeter.NONE;
    }

    /// Copies the rows that stand in `order` from `first` on.
    void gather(Examples examples, int[] order, int first, int rows) {
        this.examples = examples;
        this.order = order;
        this.first = first;
        team.share(gather, rows, 1, (long) rows * inputWidth * COPY_COST);
    }

    private void gather(int member, Kernels kernels, int start, int end) {
        for (int row = start; row < end; row++) {
            examples.copyInputs(order[first + row], inputs, row * inputWidth);
            examples.copyTargets(order[first + row], targets, row * targetWidth);
            if (weights.length > 0) {
                weights[row] = examples.weight(order[first + row]);
            }
            if (offsets.length > 0) {
                offsets[row] = examples.offset(order[first + row]);
            }
        }
    }

    float[] inputs() {
        return inputs;
    }

    float[] targets() {
        return targets;
    }

    /// What each row counts, or [LossMeter#NONE] where no examples have weights.
    float[] weights() {
        return weights;
    }

    /// What is added to each row's outputs, or [LossMeter#NONE].
    float[] offsets() {
        return offsets;
    }
}
