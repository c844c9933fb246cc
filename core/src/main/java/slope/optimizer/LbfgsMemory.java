package slope.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;

/// The memory of [Lbfgs]: the last steps s of the parameters, and the changes y of the gradient
/// that came of them. Together they approximate the inverse of the Hessian.
public final class LbfgsMemory {
    private final ParameterLayout layout;
    private final List<Pair> pairs; // oldest first, then those not used yet
    private final double[] shares; // α of each pair
    private final double[] direction; // one number for each parameter
    private int count;

    private static final class Pair {
        private final float[] step;
        private final float[] change;
        private double product; // s·y

        Pair(int parameters) {
            this.step = new float[parameters];
            this.change = new float[parameters];
        }

        void multiply() {
            product = dot(step, change);
        }
    }

    public LbfgsMemory(Lbfgs settings, ParameterLayout layout) {
        this.layout = layout;
        this.pairs = new ArrayList<>();
        while (pairs.size() < settings.pairs()) {
            pairs.add(new Pair(layout.length()));
        }
        this.shares = new double[settings.pairs()];
        this.direction = new double[layout.length()];
    }

    /// How many pairs are remembered; without one the direction is that of steepest descent.
    public int pairs() {
        return count;
    }

    /// The direction of the next step, −H·g, by the two-loop recursion (Nocedal and Wright 2006,
    /// algorithm 7.4) with H₀ = (s·y)/(y·y) of the last pair.
    ///
    /// @return this memory's own array, overwritten by the next call
    public double[] direction(float[] gradient) {
        for (int index = 0; index < direction.length; index++) {
            direction[index] = -(double) gradient[index];
        }
        for (int number = count - 1; number >= 0; number--) {
            Pair pair = pairs.get(number);
            shares[number] = dot(direction, pair.step) / pair.product;
            add(-shares[number], pair.change);
        }
        if (count > 0) {
            Pair last = pairs.get(count - 1);
            double scale = last.product / dot(last.change, last.change);
            for (int index = 0; index < direction.length; index++) {
                direction[index] *= scale;
            }
        }
        for (int number = 0; number < count; number++) {
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

    /// Remembers a step, in place of the oldest one where there are enough. One along which the
    /// gradient did not rise says nothing of the curvature and is left out.
    public void add(float[] before, float[] after, float[] gradientBefore, float[] gradientAfter) {
        if (!rises(before, after, gradientBefore, gradientAfter)) {
            return;
        }
        if (count == pairs.size()) {
            Collections.rotate(pairs, -1);
            count--;
        }
        Pair pair = pairs.get(count++);
        for (int index = 0; index < direction.length; index++) {
            pair.step[index] = after[index] - before[index];
            pair.change[index] = gradientAfter[index] - gradientBefore[index];
        }
        pair.multiply();
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
        count = 0;
    }

    /// A copy: the step and the change of each pair, oldest first.
    public List<Parameters> state() {
        return pairs.stream()
                .limit(count)
                .flatMap(pair -> Stream.of(pair.step, pair.change))
                .map(values -> Parameters.of(layout, values))
                .toList();
    }

    /// Replaces the memory by a state.
    ///
    /// @throws IllegalArgumentException if it is not one of pairs, or of more than this memory
    ///     holds
    public void restore(List<Parameters> state) {
        if (state.size() % 2 != 0 || state.size() > 2 * pairs.size()) {
            throw new IllegalArgumentException(
                    "the optimizer remembers up to %s pairs, not %s arrays".formatted(pairs.size(), state.size()));
        }
        count = state.size() / 2;
        for (int number = 0; number < count; number++) {
            Pair pair = pairs.get(number);
            System.arraycopy(state.get(2 * number).toArray(), 0, pair.step, 0, pair.step.length);
            System.arraycopy(state.get(2 * number + 1).toArray(), 0, pair.change, 0, pair.change.length);
            pair.multiply();
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
