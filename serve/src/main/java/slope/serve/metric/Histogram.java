package slope.serve.metric;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/// Durations counted by their length. Safe for many threads at once.
public final class Histogram {
    /// The upper bounds in microseconds; the last bucket has none.
    private static final long[] BOUNDS = {
        50,
        100,
        250,
        500,
        1_000,
        2_500,
        5_000,
        10_000,
        25_000,
        50_000,
        100_000,
        250_000,
        500_000,
        1_000_000,
        2_500_000,
        5_000_000,
        10_000_000
    };

    private static final int MICRO = 1_000;

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        Arrays.setAll(counts, ignored -> new LongAdder());
    }

    /// Counts one duration.
    public void add(long duration) {
        int bucket = 0;
        while (bucket < BOUNDS.length && duration > BOUNDS[bucket] * MICRO) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(duration);
    }

    /// Adds its lines.
    void write(MetricsText text, String name, String labels) {
        long sum = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            sum += counts[bucket].sum();
            String bound = bucket < BOUNDS.length ? Double.toString(BOUNDS[bucket] / 1e6) : "+Inf";
            text.sample(name + "_bucket", labels + ",le=\"" + bound + "\"", sum);
        }
        text.sample(name + "_sum", labels, nanos.sum() * 1e-9);
        text.sample(name + "_count", labels, sum);
    }
}
