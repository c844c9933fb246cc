package slope.internal.random;

import java.util.random.RandomGenerator;

/// A generator named by a seed and a path, such as (epoch, batch, layer): the same name always
/// gives the same numbers, whichever thread asks and in whatever order.
///
/// SplitMix64 (Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number Generators",
/// section 3) from a state mixed out of the name. Not safe for use by several threads at once; make
/// one per name instead.
public final class SplitRandom implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    private SplitRandom(long state) {
        this.state = state;
    }

    /// The generator with this name.
    ///
    /// Each step of the path starts from the number that the generator before it would draw at that
    /// place. Steps of the same path never meet, because the multiple of an odd number and the
    /// mixing each have an inverse; and the order matters: (2, 1) and (1, 2) have nothing in
    /// common.
    public static SplitRandom of(long seed, long... path) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (long step : path) {
            state = mix(state + (step + 1) * GOLDEN_GAMMA);
        }
        return new SplitRandom(state);
    }

    /// A number named by another number and a step, mixed as [#of] mixes paths, without making a
    /// generator: for keys that are drawn in every step.
    public static long name(long name, long step) {
        return mix(name + (step + 1) * GOLDEN_GAMMA);
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// 53 bits, uniform in [0, 1).
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /// Standard normal (Box and Muller 1958). `StrictMath`, because the bits of `Math.log` may
    /// differ between machines.
    @Override
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /// Shuffles in place (Fisher and Yates; Durstenfeld 1964).
    public void shuffle(int[] values) {
        for (int last = values.length - 1; last > 0; last--) {
            int chosen = below(last + 1);
            int kept = values[last];
            values[last] = values[chosen];
            values[chosen] = kept;
        }
    }

    /// A whole number from 0 to below a bound: the upper half of a word times the bound, within 2^-32 of uniform,
    /// and the same on every JDK.
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * (long) bound) >>> 32);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
