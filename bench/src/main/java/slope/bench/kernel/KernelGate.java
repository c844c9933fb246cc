package slope.bench.kernel;

import java.util.Arrays;
import slope.kernel.Kernels;
import slope.kernel.KernelsChoice;

/// What kernels have to pass before they are timed: the same bits as the scalar ones, on the very
/// work they are timed on.
final class KernelGate {
    private KernelGate() {}

    /// Some work on kernels, from fresh inputs to a result.
    interface Work {
        float[] resultOf(Kernels kernels);
    }

    /// The kernels of this name.
    ///
    /// @param name "scalar" or "vector"
    /// @throws IllegalStateException if vector kernels are asked for and cannot be had: nobody should
    ///     read one's times under the other's name
    static Kernels named(String name) {
        KernelsChoice choice = name.equals("scalar") ? KernelsChoice.scalar() : KernelsChoice.best();
        if (!choice.name().startsWith(name)) {
            throw new IllegalStateException("there are no " + name + " kernels to time: " + choice.reason());
        }
        return choice.create();
    }

    /// Lets kernels through that compute what the scalar ones do.
    ///
    /// @throws IllegalStateException at the first number that differs in a bit
    static void requireSameBits(Work work, Kernels kernels) {
        requireSameBits(work.resultOf(Kernels.scalar()), work.resultOf(kernels));
    }

    static void requireSameBits(float[] scalar, float[] other) {
        int at = Arrays.mismatch(scalar, other);
        if (at >= 0) {
            throw new IllegalStateException("number %d is %s with the scalar kernels and %s with those to be timed"
                    .formatted(
                            at,
                            at < scalar.length ? scalar[at] : "missing",
                            at < other.length ? other[at] : "missing"));
        }
    }

    /// Numbers as weights and activations are: of both signs, most of them below 1, some exactly 0.
    static float[] numbers(long seed, int length) {
        var random = new java.util.SplittableRandom(seed);
        float[] numbers = new float[length];
        for (int at = 0; at < length; at++) {
            numbers[at] = random.nextInt(8) == 0 ? 0 : (float) random.nextGaussian();
        }
        return numbers;
    }
}
