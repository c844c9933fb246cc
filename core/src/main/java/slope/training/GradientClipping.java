package slope.training;

import slope.kernel.Team;
import slope.kernel.Worker;

/// Clips gradients to a maximum norm, all parameters together (Pascanu et al. 2013).
///
/// The squares are added in blocks of a fixed length, each folded, one after the other: the same
/// length for any number of threads.
final class GradientClipping {
    private static final int BLOCK = 1 << 14;

    /// What a number costs, in multiply-adds.
    private static final int COST = 8;

    private final Team team;
    private final Team.Part<float[]> addSquares = this::addSquares;
    private final Team.Part<Scaling> scale = this::scale;
    private final double maximumNorm;
    private final double[] squares; // one for each block
    private final int count;
    private final Scaling scaling = new Scaling();

    /// A gradient that is too long, and what it is multiplied by.
    private static final class Scaling {
        private float[] gradient = {};
        private float multiplier;
    }

    GradientClipping(Team team, double maximumNorm, int count) {
        this.team = team;
        this.maximumNorm = maximumNorm;
        this.count = count;
        this.squares = new double[Double.isInfinite(maximumNorm) ? 0 : Math.ceilDiv(count, BLOCK)];
    }

    /// Scales a gradient whose norm is larger down to the maximum.
    void clip(float[] gradient) {
        if (squares.length == 0) {
            return;
        }
        team.share(addSquares, gradient, squares.length, 1, (long) count * COST);
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        double norm = Math.sqrt(sum);
        if (norm > maximumNorm) {
            scaling.gradient = gradient;
            scaling.multiplier = (float) (maximumNorm / norm);
            team.share(scale, scaling, count, 16, (long) count * COST);
        }
    }

    private void addSquares(Worker worker, float[] gradient, int start, int end) {
        for (int block = start; block < end; block++) {
            int at = block * BLOCK;
            squares[block] =
                    worker.kernels().products().sumOfProducts(gradient, at, gradient, at, Math.min(BLOCK, count - at));
        }
    }

    private void scale(Worker worker, Scaling scaling, int start, int end) {
        float[] gradient = scaling.gradient;
        worker.kernels()
                .elementwise()
                .scaleAndShift(gradient, start, scaling.multiplier, 0, gradient, start, end - start);
    }
}
