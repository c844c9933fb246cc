package slope.optimizer;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// Shortens gradients that are too long, all parameters together (Pascanu et al. 2013).
///
/// The squares are added in stretches of a fixed length, each folded, one after the other: the same
/// length for any number of threads.
public final class GradientClipping {
    private static final int STRETCH = 1 << 14;

    /// What a number costs, in multiply-adds.
    private static final int COST = 8;

    private final Team team;
    private final Team.Part addSquares = this::addSquares;
    private final Team.Part scale = this::scale;
    private final double longest;
    private final double[] squares; // one for each stretch
    private final int count;

    // The gradient being measured, for all threads to read.
    private float[] gradient = {};
    private float factor;

    public GradientClipping(Team team, double longest, int count) {
        this.team = team;
        this.longest = longest;
        this.count = count;
        this.squares = new double[Double.isInfinite(longest) ? 0 : Math.ceilDiv(count, STRETCH)];
    }

    /// Multiplies the gradient by what makes it no longer than the limit.
    public void shorten(float[] gradient) {
        if (squares.length == 0) {
            return;
        }
        this.gradient = gradient;
        team.share(addSquares, squares.length, 1, (long) count * COST);
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        double length = Math.sqrt(sum);
        if (length > longest) {
            factor = (float) (longest / length);
            team.share(scale, count, 16, (long) count * COST);
        }
    }

    private void addSquares(int member, Kernels kernels, int start, int end) {
        for (int stretch = start; stretch < end; stretch++) {
            int at = stretch * STRETCH;
            squares[stretch] = kernels.sumOfProducts(gradient, at, gradient, at, Math.min(STRETCH, count - at));
        }
    }

    private void scale(int member, Kernels kernels, int start, int end) {
        kernels.scaleAndShift(gradient, start, factor, 0, gradient, start, end - start);
    }
}
