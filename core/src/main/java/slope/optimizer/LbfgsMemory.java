package slope.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;

/// The memory of [Lbfgs]: the last steps s of the parameters, and the changes y of the gradient that
/// came of them. Together they approximate the inverse of the Hessian.
public final class LbfgsMemory {
    private final int most;
    private final ParameterLayout layout;
    private final List<Pair> pairs = new ArrayList<>(); // oldest first
    private final double[] shares; // α of each pair
    private final double[] direction; // one number for each parameter

    private record Pair(float[] step, float[] change, double product) {
        static Pair of(float[] step, float[] change) {
            return new Pair(step, change, dot(step, change));
        }
    }

    public LbfgsMemory(Lbfgs settings, ParameterLayout layout) {
        this.most = settings.pairs();
        this.layout = layout;
        this.shares = new double[most];
        this.direction = new double[layout.length()];
    }

    /// How many pairs are remembered; without one the direction is that of steepest descent.
    public int pairs() {
        return pairs.size();
    }

    /// The direction of the next step, −H·g, by the two-loop recursion (Nocedal and Wright 2006,
    /// algorithm 7.4) with H₀ = (s·y)/(y·y) of the last pair.
    ///
    /// @return this memory's own array, overwritten by the next call
    public double[] direction(float[] gradient) {
        for (int index = 0; index < direction.length; index++) {
            direction[index] = -(double) gradient[index];
        }
        for (int number = pairs.size() - 1; number >= 0; number--) {
            Pair pair = pairs.get(number);
            shares[number] = dot(direction, pair.step) / pair.product;
            add(-shares[number], pair.change);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            double scale = last.product / dot(last.change, last.change);
            for (int index = 0; index < direction.length; index++) {
                direction[index] *= scale;
            }
        }
        for (int number = 0; number < pairs.size(); number++) {
            Pair pair = pairs.get(number);
            add(shares[number] - dot(direction, pair.change) / pair.product, pair.step);
        }
        return direction;
    }

    private void add(double share, float[] values) {
        for (int index = 0; index < direction.length; index++) {
            direction[index] = Math.fma(share, values[index], direction[index]);
        }
    }

    /// Remembers a step, in place of the oldest one where there are enough. One along which the gradient
    /// did not rise says nothing of the curvature and is left out.
    public void add(float[] before, float[] after, float[] gradientBefore, float[] gradientAfter) {
        Pair oldest = pairs.size() < most
                ? new Pair(new float[direction.length], new float[direction.length], 0)
                : pairs.getFirst();
        if (rises(before, after, gradientBefore, gradientAfter)) {
            for (int index = 0; index < direction.length; index++) {
                oldest.step[index] = after[index] - before[index];
                oldest.change[index] = gradientAfter[index] - gradientBefore[index];
            }
            pairs.remove(oldest);
            pairs.add(Pair.of(oldest.step, oldest.change));
        }
    }

    /// Whether s·y is above −g·s times the distance of a double 1 to the next, as SciPy has it.
    private static boolean rises(float[] before, float[] after, float[] gradientBefore, float[] gradientAfter) {
        double product = 0;
        double descent = 0;
        for (int index = 0; index < before.length; index++) {
            double step = (double) after[index] - before[index];
            product = Math.fma(step, (double) gradientAfter[index] - gradientBefore[index], product);
            descent = Math.fma(-step, gradientBefore[index], descent);
        }
        return product > Math.ulp(1.0) * descent;
    }

    /// Forgets every pair.
    public void forget() {
        pairs.clear();
    }

    /// A copy: the step and the change of each pair, oldest first.
    public List<Parameters> state() {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.step, pair.change))
                .map(values -> Parameters.of(layout, values))
                .toList();
    }

    /// Replaces the memory by a state.
    ///
    /// @throws IllegalArgumentException if it is not one of pairs, or of more than this memory holds
    public void restore(List<Parameters> state) {
        if (state.size() % 2 != 0 || state.size() > 2 * most) {
            throw new IllegalArgumentException(
                    "the optimizer remembers up to %s pairs, not %s arrays".formatted(most, state.size()));
        }
        pairs.clear();
        for (int index = 0; index < state.size(); index += 2) {
            pairs.add(Pair.of(state.get(index).toArray(), state.get(index + 1).toArray()));
        }
    }

    /// The sum of products, first to last.
    public static double dot(double[] left, float[] right) {
        double sum = 0;
        for (int index = 0; index < left.length; index++) {
            sum = Math.fma(left[index], right[index], sum);
        }
        return sum;
    }

    private static double dot(float[] left, float[] right) {
        double sum = 0;
        for (int index = 0; index < left.length; index++) {
            sum = Math.fma((double) left[index], right[index], sum);
        }
        return sum;
    }
}
