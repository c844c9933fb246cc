/// Measurements, never shipped.
@org.jspecify.annotations.NullMarked
module slope.bench {
    requires info.picocli;
    requires java.sql;
    // Only where the benchmarks run: the workloads start without it.
    requires static jmh.core;
    requires slope.core;
    requires slope.tables;
    requires static org.jspecify;

    opens slope.bench to
            info.picocli;
    opens slope.bench.accuracy to
            info.picocli;
    opens slope.bench.serve to
            info.picocli;
}
