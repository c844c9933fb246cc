package slope.bench.serve;

import java.util.Locale;

/// Times counted by their length, to within two percent. Its memory does not grow.
final class Latencies {
    private static final int STEPS = 64; // of each power of two
    private static final int SIZE = 64 * STEPS;

    private final long[] counts = new long[SIZE];
    private long count;
    private long errors;
    private long most;

    synchronized void add(long nanos) {
        counts[place(Math.max(1, nanos))]++;
        count++;
        most = Math.max(most, nanos);
    }

    synchronized void addError() {
        errors++;
    }

    private static int place(long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(nanos);
        long rest = power >= 6 ? nanos >>> (power - 6) : nanos << (6 - power);
        return power * STEPS + (int) (rest - STEPS);
    }

    private static double nanos(int place) {
        return Math.scalb(1 + (place % STEPS + 0.5) / STEPS, place / STEPS);
    }

    /// Adds all of another's, and empties it.
    void takeFrom(Latencies other) {
        synchronized (other) {
            for (int place = 0; place < SIZE; place++) {
                counts[place] += other.counts[place];
                other.counts[place] = 0;
            }
            count += other.count;
            errors += other.errors;
            most = Math.max(most, other.most);
            other.count = 0;
            other.errors = 0;
            other.most = 0;
        }
    }

    private double quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long below = 0;
        for (int place = 0; place < SIZE; place++) {
            below += counts[place];
            if (below >= wanted) {
                return Math.min(nanos(place), (double) most);
            }
        }
        return (double) most;
    }

    /// As in `12,000/s, 0 errors; µs: p50 120, p90 180, p99 310, p99.9 900, most 2,000`.
    String over(double seconds) {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, %,d errors; µs: p50 %,.0f, p90 %,.0f, p99 %,.0f, p99.9 %,.0f, most %,.0f",
                count / seconds,
                errors,
                quantile(0.5) * 1e-3,
                quantile(0.9) * 1e-3,
                quantile(0.99) * 1e-3,
                quantile(0.999) * 1e-3,
                most * 1e-3);
    }
}
