/// Measurements, never shipped.
@org.jspecify.annotations.NullMarked
module slope.bench {
    requires info.picocli;
    requires slope.core;
    requires static org.jspecify;

    opens slope.bench to
            info.picocli;
}
