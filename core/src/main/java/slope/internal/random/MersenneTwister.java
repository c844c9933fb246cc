package slope.internal.random;

import java.util.random.RandomGenerator;

/// MT19937 as NumPy's legacy generator uses it: `np.random.seed(n)`, then `np.random.random()`, bit
/// for bit.
///
/// Source: Matsumoto and Nishimura 1998, "Mersenne Twister", and their reference code `mt19937ar.c`
/// of 2002 (`init_genrand`, `genrand_int32`, `genrand_res53`). Not safe for use by several threads
/// at once.
public final class MersenneTwister implements RandomGenerator {
    private static final int SIZE = 624;
    private static final int MIDDLE = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;
    private static final int TWIST = 0x9908b0df;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    /// Seeds as `np.random.seed(seed)` does.
    ///
    /// @param seed 0 to 2³² − 1
    public MersenneTwister(long seed) {
        if (seed < 0 || seed > 0xffffffffL) {
            throw new IllegalArgumentException("the seed must be between 0 and 4294967295, not " + seed);
        }
        state[0] = (int) seed;
        for (int index = 1; index < SIZE; index++) {
            int previous = state[index - 1];
            state[index] = 1812433253 * (previous ^ (previous >>> 30)) + index;
        }
    }

    @Override
    public int nextInt() {
        if (next == SIZE) {
            refill();
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9d2c5680;
        word ^= (word << 15) & 0xefc60000;
        return word ^ (word >>> 18);
    }

    /// 53 bits from two words: ((a >>> 5)·2²⁶ + (b >>> 6)) / 2⁵³, uniform in [0, 1).
    @Override
    public double nextDouble() {
        int high = nextInt() >>> 5; // 27 bits
        int low = nextInt() >>> 6; // 26 bits
        return (((long) high << 26) + low) * 0x1.0p-53;
    }

    @Override
    public long nextLong() {
        return ((long) nextInt() << 32) | (nextInt() & 0xffffffffL);
    }

    private void refill() {
        for (int index = 0; index < SIZE; index++) {
            int mixed = (state[index] & UPPER_BIT) | (state[(index + 1) % SIZE] & LOWER_BITS);
            int twisted = (mixed >>> 1) ^ ((mixed & 1) == 0 ? 0 : TWIST);
            state[index] = state[(index + MIDDLE) % SIZE] ^ twisted;
        }
        next = 0;
    }
}
